package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is refused a password is told how to find a better one (NIST SP 800-63B-4 3.1.1.2). */
class RefusalAdviceTest {

  @ParameterizedTest
  @CsvSource({
    "seven77, PASSWORD_TOO_SHORT",
    "password1, PASSWORD_TOO_COMMON",
    "user@example.com, PASSWORD_TOO_COMMON",
    "Thogits2024, PASSWORD_TOO_COMMON"
  })
  void aRefusedPasswordComesWithAdvice(String password, AuthError error) {
    TestService service = new TestService();
    TestService.assertRefusalMessage(
            error, () -> service.auth.register("user@example.com", password, LAPTOP))
        .contains("Several words in a row");
    SessionToken token = service.register("user@example.com").token();
    TestService.assertRefusalMessage(
            error, () -> service.auth.changePassword(token, TestService.PASSWORD, password))
        .contains("Several words in a row")
        .doesNotContain(password);
  }
}
