package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** NIST SP 800-63B-4 section 3.1.1.2 (3). */
class PrintingAsciiTest {

  @Test
  void all95CharactersMakeAPassword() {
    String password =
        IntStream.rangeClosed(' ', '~').mapToObj(Character::toString).collect(Collectors.joining());
    assertThat(password).hasSize(95);
    TestService service = new TestService();
    service.auth.register("user@example.com", password, LAPTOP);
    assertThat(service.auth.login("user@example.com", password, LAPTOP))
        .isInstanceOf(SignedIn.class);
    TestService.assertRefused(
        AuthError.INVALID_CREDENTIALS,
        () -> service.auth.login("user@example.com", password.strip(), LAPTOP));
  }
}
