package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, and what must not be read off any object that holds a secret. */
class SecretsTest {
  private final TestService service = new TestService();

  @Test
  void tokensAre256RandomBitsThatNeverRepeat() {
    SecureRandom random = new SecureRandom();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      String token = SessionToken.create(random).reveal();
      assertThat(token).hasSize(43);
      assertThat(seen.add(token)).isTrue();
    }
  }

  @Test
  void aTokenIsReadBackFromItsText() {
    SessionToken token = SessionToken.create(new SecureRandom());

    assertThat(SessionToken.parse(token.reveal())).contains(token);
    assertThat(SessionToken.parse(token.reveal()).map(SessionToken::hash)).contains(token.hash());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "short",
        "0123456789012345678901234567890123456789 12",
        "0123456789012345678901234567890123456789+/=",
        "01234567890123456789012345678901234567890123"
      })
  void whatCannotBeATokenIsNone(String text) {
    assertThat(SessionToken.parse(text)).isEmpty();
  }

  @Test
  void aDeviceTokenIsUpTo400CharactersOfBase64Url() {
    assertThat(DeviceToken.parse("")).isEmpty();
    assertThat(DeviceToken.parse("a".repeat(400)).map(DeviceToken::reveal))
        .contains("a".repeat(400));
    assertThat(DeviceToken.parse("a".repeat(401))).isEmpty();
    for (char c = 0; c < 0x180; c++) {
      assertThat(DeviceToken.parse("a" + c).isPresent())
          .as("character %d", (int) c)
          .isEqualTo(Character.toString(c).matches("[A-Za-z0-9_-]"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 0x1f, 0x7f, 0x80, 0x9f, 0x2029, 0xd800})
  void whatIsNoCharacterOfALineIsABlankInAClientsNotes(int character) {
    assertThat(Client.at("a" + (char) character).address()).isEqualTo("a ");
  }

  @Test
  void aClientsNotesHave256CharactersAtMost() {
    assertThat(Client.at("é".repeat(256)).address()).isEqualTo("é".repeat(256));
    assertThat(Client.at("x".repeat(257)).address()).isEqualTo("x".repeat(256));
  }

  @Test
  void aTokenHashHas32Bytes() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash(new byte[31]));
  }

  @Test
  void noObjectPrintsASecret() {
    SignedIn signedIn = service.register("user@example.com");
    TotpSetup setup = service.auth.setupTotp(signedIn.token());
    User user = service.users.findById(signedIn.user().userId()).orElseThrow();
    Session session = service.sessions.find(signedIn.token().hash()).orElseThrow();
    Client client = TestService.presenting(signedIn.token());

    String printed =
        signedIn
            + " "
            + setup
            + " "
            + user
            + " "
            + user.totp()
            + " "
            + session
            + " "
            + client
            + " "
            + new TotpRequired(signedIn.token(), signedIn.lifetime());

    assertThat(printed)
        .doesNotContain(signedIn.token().reveal())
        .doesNotContain(setup.secret())
        .doesNotContain(user.passwordHash())
        .doesNotContain("argon2");
  }

  @Test
  void aClientsNotesAreCutAndCannotForgeALine() {
    Client client =
        new Client(
            "192.0.2.1",
            "evil\r\n\u001b[31m\u2028" + "x".repeat(10_000),
            Optional.empty(),
            Optional.empty());

    assertThat(client.userAgent()).startsWith("evil   [31m x").hasSize(256);
  }
}
