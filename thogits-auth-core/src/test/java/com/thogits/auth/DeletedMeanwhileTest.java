package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The account is deleted after it was read and before a change of it is written. */
class DeletedMeanwhileTest {
  private static final String EMAIL = "user@example.com";

  private final TestService service = new TestService();
  private TestService.Enrolled enrolled;
  private Ulid id;

  @BeforeEach
  void enrol() {
    enrolled = service.enrol(EMAIL);
    id = enrolled.signedIn().user().userId();
  }

  private AuthServiceBuilder deletingBeforeAWrite() {
    UserStore deleting =
        new UserStore() {
          @Override
          public boolean insert(User user) {
            return service.users.insert(user);
          }

          @Override
          public Optional<User> findById(Ulid sought) {
            return service.users.findById(sought);
          }

          @Override
          public Optional<User> findByEmail(Email email) {
            return service.users.findByEmail(email);
          }

          @Override
          public boolean replace(User next) {
            service.operator.deleteAccount(next.id());
            return service.users.replace(next);
          }

          @Override
          public boolean delete(User last) {
            return service.users.delete(last);
          }
        };
    return AuthService.builder(deleting, service.sessions, service.attempts, service.keys)
        .clock(service.clock)
        .hasher(service.hasher);
  }

  @Test
  void theOperatorHearsThatThereIsNoSuchAccount() {
    AuthOperator operator = deletingBeforeAWrite().buildOperator();

    assertThat(operator.requireNewPassword(id)).isFalse();
    assertThat(service.operator.find(EMAIL)).isEmpty();
  }

  @Test
  void aSessionIsNoLongerOne() {
    AuthService auth = deletingBeforeAWrite().build();

    assertRefused(
        AuthError.NOT_AUTHENTICATED,
        () ->
            auth.changePassword(
                enrolled.signedIn().token(), PASSWORD, "a new and longer password"));
  }

  @Test
  void anUnfinishedLoginIsNoLongerOne() {
    TotpRequired partial = (TotpRequired) service.auth.login(EMAIL, PASSWORD, LAPTOP);
    service.clock.advance(TestService.STEP);
    AuthService auth = deletingBeforeAWrite().build();

    assertRefused(
        AuthError.NO_PARTIAL_SESSION,
        () -> auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP));
  }
}
