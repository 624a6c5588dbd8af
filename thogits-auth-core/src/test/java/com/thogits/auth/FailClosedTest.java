package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.TestService.Enrolled;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import com.thogits.auth.password.UnusableHashException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever breaks, nobody gets in by it and nothing is half done (ASVS 16.5.3, 2.3.3). */
class FailClosedTest {
  private static final String OTHER_PASSWORD = "battery staple horse";

  private final TestService service = new TestService();

  /** A store that breaks at some of its methods. */
  private static <T> T breaking(Class<T> type, T store, Predicate<String> breaks) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (breaks.test(method.getName())) {
                throw new StoreException("broken on purpose");
              }
              if (method.isDefault()) {
                return InvocationHandler.invokeDefault(proxy, method, arguments);
              }
              return invoke(method, store, arguments);
            }));
  }

  private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause();
    }
  }

  private AuthService broken(Class<?> type, Predicate<String> breaks) {
    return AuthService.builder(
            type == UserStore.class
                ? breaking(UserStore.class, service.users, breaks)
                : service.users,
            type == SessionStore.class
                ? breaking(SessionStore.class, service.sessions, breaks)
                : service.sessions,
            type == AttemptStore.class
                ? breaking(AttemptStore.class, service.attempts, breaks)
                : service.attempts,
            service.keys)
        .clock(service.clock)
        .hasher(service.hasher)
        .build();
  }

  static Stream<Class<?>> stores() {
    return Stream.of(UserStore.class, SessionStore.class, AttemptStore.class);
  }

  @ParameterizedTest
  @MethodSource("stores")
  void aStoreThatIsGoneLetsNobodyIn(Class<?> store) {
    Enrolled enrolled = service.enrol("user@example.com");
    TotpRequired partial = service.loginPartially("user@example.com");
    service.register("other@example.com");
    AuthService auth = broken(store, method -> true);

    assertThatThrownBy(() -> auth.login("other@example.com", PASSWORD, LAPTOP))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(() -> auth.register("third@example.com", PASSWORD, LAPTOP))
        .isInstanceOf(StoreException.class);
    assertThatThrownBy(
            () -> auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP))
        .isInstanceOf(StoreException.class);
    if (store != AttemptStore.class) {
      assertThatThrownBy(() -> auth.authenticate(enrolled.signedIn().token()))
          .isInstanceOf(StoreException.class);
    }
  }

  /** A crash between spending the code and opening the session costs a code, no more. */
  @Test
  void aVerificationThatBreaksLeavesThePartialSessionPartial() {
    Enrolled enrolled = service.enrol("user@example.com");
    TotpRequired partial = service.loginPartially("user@example.com");
    AuthService auth = broken(SessionStore.class, "replace"::equals);

    assertThatThrownBy(
            () -> auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP))
        .isInstanceOf(StoreException.class);
    assertThat(service.isAlive(partial.token())).isFalse();
    TestService.assertRefused(
        AuthError.INVALID_CODE,
        () -> service.auth.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP));
  }

  @Test
  void aChangeThatBreaksLeavesPasswordAndSessions() {
    SessionToken token = service.register("user@example.com").token();
    SessionToken other = service.login("user@example.com").token();
    AuthService auth = broken(UserStore.class, "replace"::equals);

    assertThatThrownBy(() -> auth.changePassword(token, PASSWORD, OTHER_PASSWORD))
        .isInstanceOf(StoreException.class);
    assertThat(List.of(token, other)).allMatch(service::isAlive);
    assertThat(service.login("user@example.com").user().email()).isEqualTo("user@example.com");
  }

  /** The new password is written before the session is renewed: who breaks in between logs in. */
  @Test
  void aChangeThatBreaksAfterItsWriteHasEndedEverySession() {
    SessionToken token = service.register("user@example.com").token();
    SessionToken other = service.login("user@example.com").token();
    AuthService auth = broken(SessionStore.class, "replace"::equals);

    assertThatThrownBy(() -> auth.changePassword(token, PASSWORD, OTHER_PASSWORD))
        .isInstanceOf(StoreException.class);
    assertThat(List.of(token, other)).noneMatch(service::isAlive);
    TestService.assertRefused(
        AuthError.INVALID_CREDENTIALS,
        () -> service.auth.login("user@example.com", PASSWORD, LAPTOP));
    assertThat(service.auth.login("user@example.com", OTHER_PASSWORD, LAPTOP))
        .isInstanceOf(SignedIn.class);
  }

  @Test
  void aSecretThatCannotBeOpenedLetsNobodyIn() {
    Enrolled enrolled = service.enrol("user@example.com");
    TotpRequired partial = service.loginPartially("user@example.com");
    List<AuthEvent> events = new ArrayList<>();
    AuthService lostKey =
        AuthService.builder(
                service.users,
                service.sessions,
                service.attempts,
                KeyRing.generate(new SecureRandom()))
            .clock(service.clock)
            .listener(events::add)
            .hasher(service.hasher)
            .build();

    assertThatThrownBy(
            () -> lostKey.verifyTotp(partial.token(), service.code(enrolled.secret(), 0), LAPTOP))
        .isInstanceOf(UnopenableSecretException.class);
    assertThat(events.get(events.size() - 1)).isInstanceOf(AuthEvent.Failed.class);
    assertThat(service.isAlive(partial.token())).isFalse();
  }

  @Test
  void aSecretMovedFromAnotherAccountLetsNobodyIn() {
    Enrolled mallory = service.enrol("mallory@example.com");
    service.enrol("victim@example.com");
    User theirs = user("victim@example.com");
    SealedSecret planted = user("mallory@example.com").totp().confirmed();
    assertThat(service.users.replace(theirs.withTotp(theirs.totp().use(planted, 0)))).isTrue();
    TotpRequired partial = service.loginPartially("victim@example.com");

    assertThatThrownBy(
            () ->
                service.auth.verifyTotp(partial.token(), service.code(mallory.secret(), 0), LAPTOP))
        .isInstanceOf(UnopenableSecretException.class);
  }

  @Test
  void aHashThatCannotBeReadLetsNobodyIn() {
    service.register("user@example.com");
    User user = user("user@example.com");
    assertThat(service.users.replace(user.withRehashedPassword("$nonsense$"))).isTrue();

    assertThatThrownBy(() -> service.auth.login("user@example.com", PASSWORD, LAPTOP))
        .isInstanceOf(UnusableHashException.class);
    assertThatThrownBy(() -> service.auth.login("user@example.com", "", LAPTOP))
        .isInstanceOf(UnusableHashException.class);
  }

  private User user(String email) {
    return Email.parse(email).flatMap(service.users::findByEmail).orElseThrow();
  }

  @Test
  void aCodeThatNobodyAskedForLetsNobodyIn() {
    SessionToken token = service.register("user@example.com").token();
    TestService.assertRefused(
        AuthError.NO_PARTIAL_SESSION, () -> service.auth.verifyTotp(token, "123456", LAPTOP));
    assertThat(service.auth.authenticate(token)).isNotEqualTo(Optional.empty());
  }
}
