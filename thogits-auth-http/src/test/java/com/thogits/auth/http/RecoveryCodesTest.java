package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.codeBody;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class RecoveryCodesTest {
  private static final String UNKNOWN = codeBody("AAAAAA-AAAAAA-AAAAAA-AAAAAA");

  @AutoClose
  private final TestServer server =
      new TestServer(
          AuthSettings.DEFAULTS.withLimits(AttemptLimits.DEFAULTS.withCodeFailuresUntilLock(3)));

  private final TestClient client = server.registered("user@example.com");

  private List<String> create() {
    JsonNode codes = client.post("/2fa/recovery-codes").expect(200).json().get("recovery_codes");
    return StreamSupport.stream(codes.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private TestReply recover(String code) {
    return server.awaitingCode("user@example.com").post("/2fa/recovery/verify", codeBody(code));
  }

  @Test
  void areTenDifferentOnesOfFourGroups() {
    server.enableTotp(client);
    TestReply reply = client.post("/2fa/recovery-codes").expect(200);
    assertThat(reply.json().properties())
        .extracting(Map.Entry::getKey)
        .containsExactly("recovery_codes");
    assertThat(create())
        .hasSize(10)
        .doesNotHaveDuplicates()
        .allMatch(code -> code.matches("[A-Z2-7]{6}(-[A-Z2-7]{6}){3}"));
  }

  @Test
  void needTotp() {
    client.post("/2fa/recovery-codes").refused(400, "totp_not_enabled");
  }

  @Test
  void needAFreshSession() {
    server.enableTotp(client);
    server.clock.advance(Duration.ofMinutes(10));
    client.post("/2fa/recovery-codes").refused(403, "reauthentication_required");
  }

  @Test
  void completeALoginOnceEachInAnyOrder() {
    server.enableTotp(client);
    List<String> codes = create();
    TestClient recovering = server.awaitingCode("user@example.com");
    TestClient partial = recovering.copy();
    TestReply reply = recovering.post("/2fa/recovery/verify", codeBody(codes.get(7))).expect(200);

    assertThat(reply.text("email")).isEqualTo("user@example.com");
    assertThat(reply.cookieLine("__Host-thogits_session")).endsWith("; Max-Age=2592000");
    assertThat(reply.cookieLine("__Host-thogits_device")).isNotEmpty();
    assertThat(recovering.get("/me").expect(200).body()).isEqualTo(reply.body());
    partial.get("/me").refused(401, "not_authenticated");
    recover(codes.get(7)).refused(400, "invalid_code");
    recover(codes.get(0)).expect(200);
  }

  @Test
  void areTakenHoweverTheyAreTyped() {
    server.enableTotp(client);
    List<String> codes = create();
    recover(codes.get(0).toLowerCase(Locale.ROOT)).expect(200);
    recover(codes.get(1).replace("-", "")).expect(200);
    recover("  " + codes.get(2).replace("-", " ") + " ").expect(200);
  }

  @Test
  void areVoidOnceThereAreNewOnes() {
    server.enableTotp(client);
    List<String> earlier = create();
    List<String> later = create();
    recover(earlier.get(0)).refused(400, "invalid_code");
    recover(later.get(0)).expect(200);
  }

  @Test
  void needAPartialSession() {
    server.enableTotp(client);
    String code = codeBody(create().get(0));
    for (String body : new String[] {code, "{}", "nonsense"}) {
      client.post("/2fa/recovery/verify", body).refused(401, "no_partial_session");
      server.client().post("/2fa/recovery/verify", body).refused(401, "no_partial_session");
    }
    client.post("/2fa/recovery/verify").refused(401, "no_partial_session");
  }

  @Test
  void fiveWrongOnesEndAPartialSessionAndMalformedOnesCostNothing() {
    server.enableTotp(client);
    String code = codeBody(create().get(0));
    TestClient guessing = server.awaitingCode("user@example.com");
    for (int i = 0; i < 20; i++) {
      guessing.post("/2fa/recovery/verify", codeBody("123456")).refused(400, "invalid_code");
      guessing.post("/2fa/recovery/verify", "{}").refused(400, "invalid_request");
    }
    for (int i = 0; i < 5; i++) {
      guessing.post("/2fa/recovery/verify", UNKNOWN).refused(400, "invalid_code");
    }
    guessing.post("/2fa/recovery/verify", code).refused(401, "no_partial_session");
  }

  @Test
  void openALockOfTotpCodes() {
    String secret = server.enableTotp(client);
    String code = create().get(0);
    for (int i = 0; i < 3; i++) {
      client.post("/2fa/totp/disable", server.wrongCode(secret)).refused(400, "invalid_code");
    }
    TestClient locked = server.awaitingCode("user@example.com");
    locked.post("/2fa/totp/verify", server.code(secret)).refused(403, "totp_locked");
    locked.post("/2fa/recovery/verify", codeBody(code)).expect(200);

    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .expect(200);
  }

  @Test
  void disableTotp() {
    server.enableTotp(client);
    client.post("/2fa/totp/disable", UNKNOWN).refused(400, "invalid_code");
    client.post("/2fa/totp/disable", codeBody(create().get(0))).says("TOTP disabled");
    assertThat(client.get("/me").json().get("has_totp").booleanValue()).isFalse();
  }

  @Test
  void oneIsGoodForOneOfThirtyUsesAtOnce() {
    server.enableTotp(client);
    String code = codeBody(create().get(0));
    ConcurrentLinkedQueue<TestClient> partial = new ConcurrentLinkedQueue<>();
    Stream.generate(() -> server.awaitingCode("user@example.com")).limit(30).forEach(partial::add);
    List<TestReply> replies =
        AtOnce.send(30, () -> partial.remove().post("/2fa/recovery/verify", code));

    assertThat(replies).extracting(TestReply::status).containsOnlyOnce(200).containsOnly(200, 400);
  }
}
