package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.thogits.auth.AuthEvent.RequestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An adapter reports what it refused by itself. */
class RefusedRequestTest {
  private final TestService service = new TestService();

  @Test
  void itIsToldOnceWithItsCodeAndItsAddress() {
    service.auth.reportRefusedRequest("cross_site", Client.at("198.51.100.7"));

    RequestRefused told = new RequestRefused(service.clock.instant(), "198.51.100.7", "cross_site");
    assertThat(service.events).containsExactly(told);
    assertThat(told.action()).isEqualTo(AuthAction.SEND_REQUEST);
    assertThat(told.userId()).isEmpty();
  }

  @Test
  void itChangesNothing() {
    SignedIn signedIn = service.register("user@example.com");
    Client presenting = TestService.presenting(signedIn.token());
    for (int i = 0; i < 1000; i++) {
      service.auth.reportRefusedRequest("not_authenticated", presenting);
    }
    assertThat(service.isAlive(signedIn.token())).isTrue();
    assertThat(service.auth.login("user@example.com", TestService.PASSWORD, LAPTOP)).isNotNull();
  }

  @Test
  void aCodeOf64CharactersIsTheLongest() {
    String longest = "a" + "_9".repeat(31) + "z";
    assertThat(longest).hasSize(64);
    service.auth.reportRefusedRequest(longest, LAPTOP);
    assertThat(service.events).hasSize(1);
    assertRefused(longest + "z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Cross_site",
        "cross-site",
        "cross site",
        "_cross",
        "1st",
        "cross_site\n",
        "größe"
      })
  void anyOtherCodeIsRefusedAndNotTold(String code) {
    assertRefused(code);
  }

  @Test
  void nothingMayBeMissing() {
    assertThatNullPointerException()
        .isThrownBy(() -> service.auth.reportRefusedRequest(null, LAPTOP));
    assertThatNullPointerException()
        .isThrownBy(() -> service.auth.reportRefusedRequest("cross_site", null));
    assertThat(service.events).isEmpty();
  }

  private void assertRefused(String code) {
    int before = service.events.size();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> service.auth.reportRefusedRequest(code, LAPTOP))
        .withMessage("code must be in lower snake case");
    assertThat(service.events).hasSize(before);
  }
}
