package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.contract.Mutations;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What reads text from outside refuses it in its own way or takes it for what it is. */
class TextReadersFuzzTest {
  private static final Pattern CODE = Pattern.compile("[0-9]{6}");

  private final SecureRandom random = new SecureRandom();

  @Test
  void base32() {
    Mutations.of(
            "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
            "jbsw y3dp ehpk 3pxp jbsw y3dp ehpk 3pxp",
            "GE======")
        .feedText(
            text -> {
              TotpSecret secret;
              try {
                secret = TotpSecret.ofBase32(text);
              } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).doesNotContain("JBSWY3DPEHPK");
                return;
              }
              assertThat(TotpSecret.ofBase32(secret.toBase32())).isEqualTo(secret);
            });
  }

  @Test
  void recoveryCodes() {
    RecoveryCode one = RecoveryCode.create(random);
    Mutations.of(one.reveal(), "abcdef-abcdef-234567-abcdef")
        .feedText(
            text ->
                RecoveryCode.parse(text)
                    .ifPresent(
                        code ->
                            assertThat(RecoveryCode.parse(code.reveal()).orElseThrow().hash())
                                .isEqualTo(code.hash())));
  }

  @Test
  void sessionTokens() {
    Mutations.of(SessionToken.create(random).reveal(), "A".repeat(43))
        .feedText(
            text ->
                SessionToken.parse(text)
                    .ifPresent(token -> assertThat(token.reveal()).isEqualTo(text)));
  }

  @Test
  void deviceTokens() {
    TestService service = new TestService();
    SignedIn signedIn = service.register("user@example.com");
    User user = service.users.findById(signedIn.user().userId()).orElseThrow();
    KnownDevices devices = new KnownDevices(service.keys);
    String genuine = signedIn.device().reveal();
    Client client = client(genuine);
    assertThat(devices.name(user, client)).isPresent();
    Mutations.of(genuine, "AQ", "A".repeat(400))
        .feedText(
            text -> {
              if (devices.name(user, client(text)).isPresent()) {
                assertThat(bytes(text)).isEqualTo(bytes(genuine));
              }
            });
  }

  /** The last character has bits to spare, which change nothing. */
  private static byte[] bytes(String token) {
    return Base64.getUrlDecoder().decode(token);
  }

  private static Client client(String device) {
    return new Client("192.0.2.1", "", Optional.empty(), DeviceToken.parse(device));
  }

  @Test
  void keyRings() {
    Mutations.of(
            KeyRing.generate(random).withNewKey(random).format(),
            "1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\r\n\r\n# two\r\n")
        .feedText(
            text -> {
              KeyRing ring;
              try {
                ring = KeyRing.parse(text, random);
              } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).doesNotContain("AAAAAAAA");
                return;
              }
              assertThat(KeyRing.parse(ring.format(), random).keyIds())
                  .containsExactlyElementsOf(ring.keyIds());
            });
  }

  @Test
  void emails() {
    Mutations.of("user@example.com", "\"a b\\\"\"@sub.example.com", "grüße@bücher.example")
        .feedText(
            text ->
                Email.parse(text)
                    .ifPresent(
                        email -> {
                          assertThat(email.address()).isEqualTo(text);
                          assertThat(email.address()).doesNotContainPattern("[\\x00-\\x1f\\x7f]");
                          assertThat(Email.parse(email.canonical())).isPresent();
                        }));
  }

  @Test
  void codes() {
    Mutations.of("123456", " 12 34 56 ", "000000")
        .feedText(
            text ->
                Totp.AUTHENTICATOR_APPS
                    .normalize(text)
                    .ifPresent(code -> assertThat(code).matches(CODE)));
  }

  @Test
  void ulids() {
    Mutations.of("01HQ8A1B2CDEFGHJJK3MMNQP4Q", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ")
        .feedText(
            text -> {
              try {
                assertThat(Ulid.parse(text).toString()).hasSize(26);
              } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageNotContaining("NullPointer");
              }
            });
  }
}
