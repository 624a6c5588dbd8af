package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.TestService.Enrolled;
import org.junit.jupiter.api.Test;

/** A session is worth what its login was worth (NIST SP 800-63B-4 section 5.1, ASVS 7.5.3). */
class SecondFactorTest {

  @Test
  void aSessionTellsWhatItsLoginWasWorth() {
    TestService service = new TestService();
    SessionToken byPassword = service.register("user@example.com").token();
    assertThat(service.auth.session(byPassword).secondFactor()).isFalse();

    Enrolled enrolled = service.enrol("other@example.com");
    TotpRequired partial = service.loginPartially("other@example.com");
    assertThat(service.auth.authenticate(partial.token())).isEmpty();
    SessionToken byCode =
        service
            .auth
            .verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP)
            .token();
    assertThat(service.auth.session(byCode).secondFactor()).isTrue();
  }
}
