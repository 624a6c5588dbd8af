package com.thogits.auth.http;

import static com.thogits.auth.http.TestServer.credentials;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SessionsTest {
  private static final String CREDENTIALS = credentials("user@example.com", "securepass123");
  private static final String NOBODYS_SESSION = "/sessions/01JHM9ZJ0V5S5B9T5V7QW3K2YR";

  @AutoClose private final TestServer server = new TestServer();

  private final TestClient laptop = server.registered("user@example.com");

  private TestClient phone() {
    TestClient phone = server.client().sending("User-Agent", "Phone/1.0 \"x\"");
    phone.post("/login", CREDENTIALS).expect(200);
    return phone;
  }

  private static List<JsonNode> sessions(TestClient client) {
    JsonNode sessions = client.get("/sessions").expect(200).json().get("sessions");
    return StreamSupport.stream(sessions.spliterator(), false).toList();
  }

  private static String currentId(TestClient client) {
    return sessions(client).stream()
        .filter(session -> session.get("current").booleanValue())
        .findFirst()
        .orElseThrow()
        .get("id")
        .textValue();
  }

  @Test
  void aListTellsOfEachSessionExactlyWhatIsDocumented() {
    server.clock.advance(Duration.ofMinutes(90));
    TestClient phone = phone();
    server.clock.advance(Duration.ofMinutes(5));
    TestReply reply = phone.get("/sessions").expect(200);

    assertThat(reply.json().properties()).extracting(Map.Entry::getKey).containsExactly("sessions");
    List<JsonNode> listed = sessions(phone);
    assertThat(listed).hasSize(2);
    for (JsonNode session : listed) {
      assertThat(session.properties())
          .extracting(Map.Entry::getKey)
          .containsExactly("id", "created_at", "last_seen_at", "ip", "user_agent", "current");
      assertThat(session.get("id").textValue()).matches("[0-7][0-9A-HJKMNP-TV-Z]{25}");
      assertThat(session.get("ip").textValue()).isEqualTo("127.0.0.1");
    }
    assertThat(listed.get(0).get("created_at").textValue()).isEqualTo("2025-01-15T10:00:00Z");
    assertThat(listed.get(0).get("current").booleanValue()).isFalse();
    assertThat(listed.get(1).get("created_at").textValue()).isEqualTo("2025-01-15T11:30:00Z");
    assertThat(listed.get(1).get("last_seen_at").textValue()).isEqualTo("2025-01-15T11:35:00Z");
    assertThat(listed.get(1).get("user_agent").textValue()).isEqualTo("Phone/1.0 \"x\"");
    assertThat(listed.get(1).get("current").booleanValue()).isTrue();
  }

  @Test
  void aListHoldsNeitherUnfinishedLoginsNorEndedSessionsNorOtherAccounts() {
    server.registered("other@example.com");
    server.enableTotp(laptop);
    server.awaitingCode("user@example.com");

    assertThat(sessions(laptop)).hasSize(1);
  }

  @Test
  void endsOneSessionAtOnce() {
    TestClient phone = phone();
    TestReply reply = laptop.send("DELETE", "/sessions/" + currentId(phone)).says("Session ended");

    assertThat(reply.cookies()).isEmpty();
    phone.get("/me").refused(401, "not_authenticated");
    laptop.get("/me").expect(200);
    assertThat(sessions(laptop)).hasSize(1);
  }

  @Test
  void anIdIsTakenInLowerCaseToo() {
    TestClient phone = phone();
    String id = currentId(phone).toLowerCase(Locale.ROOT);
    laptop.send("DELETE", "/sessions/" + id).says("Session ended");
    phone.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void aSessionThatEndsItselfIsLoggedOut() {
    TestClient before = laptop.copy();
    TestReply reply = laptop.send("DELETE", "/sessions/" + currentId(laptop)).says("Session ended");

    assertThat(reply.cookieLine("__Host-thogits_session")).endsWith("; Max-Age=0");
    assertThat(reply.header("Clear-Site-Data")).isEqualTo("\"cache\", \"storage\"");
    before.get("/me").refused(401, "not_authenticated");
  }

  @Test
  void aSessionThatIsNotThereOrNotOnesOwnIsNotFound() {
    String others = currentId(server.registered("other@example.com"));
    TestClient phone = phone();
    String ended = currentId(phone);
    phone.post("/logout").expect(200);

    TestReply unknown = laptop.send("DELETE", NOBODYS_SESSION).refused(404, "not_found");
    for (String id : List.of(others, ended)) {
      assertThat(laptop.send("DELETE", "/sessions/" + id).refused(404, "not_found").body())
          .isEqualTo(unknown.body());
    }
  }

  @Test
  void endingASessionFromAnotherSiteOrWithAFormIsRefused() {
    String own = "/sessions/" + currentId(laptop);
    laptop
        .send("DELETE", own, BodyPublishers.noBody(), "Sec-Fetch-Site", "cross-site")
        .refused(403, "cross_site");
    laptop
        .send("DELETE", own, BodyPublishers.noBody(), "Origin", "https://evil.example")
        .refused(403, "cross_site");
    laptop
        .send("DELETE", own, BodyPublishers.ofString("a=b"), "Content-Type", "text/plain")
        .refused(415, "unsupported_media_type");
    laptop.get("/me").expect(200);
  }

  @Test
  void endsAllOtherSessionsAndUnfinishedLogins() {
    String secret = server.enableTotp(laptop);
    TestClient phone = server.awaitingCode("user@example.com");
    phone.post("/2fa/totp/verify", server.code(secret)).expect(200);
    server.nextStep();
    TestClient unfinished = server.awaitingCode("user@example.com");
    TestClient before = laptop.copy();
    TestReply reply = laptop.post("/sessions/end-others").says("Other sessions ended");

    assertThat(reply.cookieLine("__Host-thogits_session")).isNotEmpty();
    assertThat(reply.cookieLine("__Host-thogits_device")).isNotEmpty();
    before.get("/me").refused(401, "not_authenticated");
    phone.get("/me").refused(401, "not_authenticated");
    unfinished.post("/2fa/totp/verify", server.code(secret)).refused(401, "no_partial_session");
    laptop.get("/me").expect(200);
    assertThat(sessions(laptop)).hasSize(1);
  }

  @Test
  void meIsAnsweredFromOneLookUp() {
    int[] lookUps = {0};
    server.users.first = () -> lookUps[0]++;
    laptop.get("/me").expect(200);
    assertThat(lookUps[0]).isEqualTo(1);
  }
}
