package com.thogits.auth;

import static com.thogits.auth.TestService.assertRefusalMessage;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private final TestService service = new TestService();
  private SessionToken token;

  @BeforeEach
  void register() {
    token = service.register("user@example.com").token();
  }

  private UserInfo update(ProfileChange change) {
    return service.auth.updateProfile(token, change);
  }

  @Test
  void setsKeepsAndClearsTheDisplayName() {
    assertThat(update(ProfileChange.displayName("Alice")).displayName()).contains("Alice");
    assertThat(update(ProfileChange.keep()).displayName()).contains("Alice");
    assertThat(service.auth.me(token).displayName()).contains("Alice");
    assertThat(update(ProfileChange.clear()).displayName()).isEmpty();
  }

  @Test
  void dropsWhiteSpaceAroundIt() {
    assertThat(update(ProfileChange.displayName(" \u2003Alice B. \n")).displayName())
        .contains("Alice B.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u3000"})
  void aBlankNameClears(String blank) {
    update(ProfileChange.displayName("Alice"));

    assertThat(update(ProfileChange.displayName(blank)).displayName()).isEmpty();
  }

  @Test
  void takes100CodePointsAndNoMore() {
    String longest = "🦊".repeat(100);

    assertThat(update(ProfileChange.displayName(longest)).displayName()).contains(longest);
    assertRefusalMessage(
            AuthError.INVALID_REQUEST, () -> update(ProfileChange.displayName(longest + "x")))
        .contains("display_name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\u0000b", "a\u001b[31mb", "a\u0085b", "a\uD800b"})
  void refusesControlCharactersAndHalfCharacters(String name) {
    assertRefusalMessage(AuthError.INVALID_REQUEST, () -> update(ProfileChange.displayName(name)))
        .contains("display_name");
  }

  @Test
  void keepsTheSessionAndItsToken() {
    SignedIn other = service.login("user@example.com");

    update(ProfileChange.displayName("Alice"));

    assertThat(service.isAlive(token)).isTrue();
    assertThat(service.isAlive(other.token())).isTrue();
  }
}
