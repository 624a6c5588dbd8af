package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static com.thogits.auth.TestService.PASSWORD;
import static com.thogits.auth.TestService.STEP;
import static com.thogits.auth.TestService.assertRefused;
import static com.thogits.auth.TestService.marked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.totp.TotpSecret;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever part of the service fails, nobody is signed in by it, and nothing is half done. */
class BrokenPartsTest {
  private static final String EMAIL = "user@example.com";
  private static final String PLAIN = "plain@example.com";
  private static final String NEW = "another good one";

  private final TestService service = new TestService();
  private final Breakable<UserStore> users =
      new Breakable<>(UserStore.class, service.users, new StoreException("users"));
  private final Breakable<SessionStore> sessions =
      new Breakable<>(SessionStore.class, service.sessions, new StoreException("sessions"));
  private final Breakable<AttemptStore> attempts =
      new Breakable<>(AttemptStore.class, service.attempts, new StoreException("attempts"));
  private final Breakable<PasswordHasher> hasher =
      new Breakable<>(PasswordHasher.class, service.hasher, new IllegalStateException("hasher"));
  private final Breakable<SecretCipher> cipher =
      new Breakable<>(SecretCipher.class, service.keys, new IllegalStateException("cipher"));
  private final AuthService auth =
      AuthService.builder(users.face, sessions.face, attempts.face, cipher.face)
          .clock(service.clock)
          .hasher(hasher.face)
          .listener(service.events::add)
          .build();

  private SignedIn plain;
  private SignedIn enrolled;
  private TotpSecret secret;
  private TotpSecret pending;
  private TotpRequired partial;
  private List<String> recoveryCodes;

  @BeforeEach
  void prepare() {
    plain = service.register(PLAIN);
    pending = TotpSecret.ofBase32(service.auth.setupTotp(plain.token()).secret());
    TestService.Enrolled account = service.enrol(EMAIL);
    enrolled = account.signedIn();
    secret = account.secret();
    recoveryCodes = service.auth.createRecoveryCodes(enrolled.token());
    partial = service.loginPartially(EMAIL);
    service.clock.advance(STEP.multipliedBy(3));
    service.events.clear();
  }

  /** What can fail. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Part {
    USERS(test -> test.users, "findById", "findByEmail", "insert", "replace"),
    SESSIONS(
        test -> test.sessions,
        "findWithUser",
        "find",
        "findByUser",
        "insert",
        "replace",
        "delete",
        "touch"),
    ATTEMPTS(test -> test.attempts, "find", "insert", "replace", "delete"),
    HASHER(test -> test.hasher, "hash", "verify"),
    CIPHER(test -> test.cipher, "seal", "open", "isCurrent");

    private final Function<BrokenPartsTest, Breakable<?>> of;
    private final List<String> methods;

    Part(Function<BrokenPartsTest, Breakable<?>> of, String... methods) {
      this.of = of;
      this.methods = List.of(methods);
    }
  }

  /** Each door that gives or judges a session, and the parts that it needs. */
  @SuppressWarnings("ImmutableEnumChecker")
  enum Door {
    REGISTER(
        EnumSet.allOf(Part.class), test -> test.auth.register("new@example.com", PASSWORD, LAPTOP)),
    LOGIN(EnumSet.allOf(Part.class), test -> test.auth.login(PLAIN, PASSWORD, LAPTOP)),
    LOGIN_OF_A_KNOWN_BROWSER(
        EnumSet.allOf(Part.class),
        test -> test.auth.login(PLAIN, PASSWORD, marked(test.plain.device()))),
    LOGIN_WITH_TOTP(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.ATTEMPTS, Part.HASHER),
        test -> test.auth.login(EMAIL, PASSWORD, LAPTOP)),
    VERIFY(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.ATTEMPTS, Part.CIPHER),
        test -> test.auth.verifyTotp(test.partial.token(), test.code(), LAPTOP)),
    VERIFY_RECOVERY_CODE(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.ATTEMPTS, Part.CIPHER),
        test ->
            test.auth.verifyRecoveryCode(test.partial.token(), test.recoveryCodes.get(0), LAPTOP)),
    REAUTHENTICATE(
        EnumSet.allOf(Part.class),
        test -> test.auth.reauthenticate(test.enrolled.token(), PASSWORD, test.code())),
    CHANGE_PASSWORD(
        EnumSet.allOf(Part.class),
        test -> test.auth.changePassword(test.plain.token(), PASSWORD, NEW)),
    CONFIRM(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.CIPHER),
        test -> test.auth.confirmTotp(test.plain.token(), test.service.code(test.pending, 0))),
    DISABLE(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.ATTEMPTS, Part.CIPHER),
        test -> test.auth.disableTotp(test.enrolled.token(), test.code())),
    CREATE_RECOVERY_CODES(
        EnumSet.of(Part.USERS, Part.SESSIONS),
        test -> test.auth.createRecoveryCodes(test.fresh().token())),
    END_OTHER_SESSIONS(
        EnumSet.of(Part.USERS, Part.SESSIONS, Part.CIPHER),
        test -> test.auth.endOtherSessions(test.plain.token())),
    SESSION(EnumSet.of(Part.USERS, Part.SESSIONS), test -> test.auth.session(test.plain.token())),
    AUTHENTICATE(
        EnumSet.of(Part.USERS, Part.SESSIONS),
        test -> test.auth.authenticate(test.plain.token()).orElseThrow());

    private final Set<Part> needed;
    private final Function<BrokenPartsTest, Object> call;

    Door(Set<Part> needed, Function<BrokenPartsTest, Object> call) {
      this.needed = needed;
      this.call = call;
    }
  }

  private String code() {
    return service.code(secret, 0);
  }

  private SignedIn fresh() {
    return enrolled;
  }

  @ParameterizedTest
  @EnumSource
  void aPartThatFailsIsAFailureOfTheDoor(Door door) {
    for (Part part : Part.values()) {
      Breakable<?> broken = part.of.apply(this);
      prepareAnew();
      broken.breakDown();
      int failuresBefore = broken.failures();

      Throwable thrown = catchThrowable(() -> door.call.apply(this));

      broken.repair();
      assertThat(broken.failures() > failuresBefore)
          .as("%s needs %s", door, part)
          .isEqualTo(door.needed.contains(part));
      assertThat(thrown != null && !(thrown instanceof AuthException))
          .as("%s without %s throws %s", door, part, thrown)
          .isEqualTo(door.needed.contains(part));
    }
  }

  private void prepareAnew() {
    service.operator.find(EMAIL).map(UserInfo::userId).ifPresent(service.operator::deleteAccount);
    service.operator.find(PLAIN).map(UserInfo::userId).ifPresent(service.operator::deleteAccount);
    service
        .operator
        .find("new@example.com")
        .map(UserInfo::userId)
        .ifPresent(service.operator::deleteAccount);
    prepare();
  }

  /** Every method of every part, one by one: the later it fails, the more was done before. */
  @ParameterizedTest
  @EnumSource
  void whereverItFailsNobodyIsToldASessionAndTheHostHears(Door door) {
    for (Part part : door.needed) {
      Breakable<?> broken = part.of.apply(this);
      for (String method : part.methods) {
        prepareAnew();
        broken.breakDown(method);
        int failuresBefore = broken.failures();

        Throwable thrown = catchThrowable(() -> door.call.apply(this));

        broken.repair();
        if (broken.failures() > failuresBefore) {
          assertThat(thrown)
              .as("%s without %s of %s", door, method, part)
              .isNotNull()
              .isNotInstanceOf(AuthException.class);
          assertThat(service.events.get(0))
              .isInstanceOfSatisfying(
                  AuthEvent.Failed.class, event -> assertThat(event.failure()).isSameAs(thrown));
        }
      }
    }
  }

  @Test
  void aPasswordChangeThatTheStoreDoesNotTakeLeavesPasswordAndSessions() {
    SignedIn other = service.login(PLAIN);
    users.breakDown("replace");

    assertThatThrownBy(() -> auth.changePassword(plain.token(), PASSWORD, NEW))
        .isInstanceOf(StoreException.class);

    users.repair();
    assertThat(service.isAlive(plain.token())).isTrue();
    assertThat(service.isAlive(other.token())).isTrue();
    assertThat(service.login(PLAIN)).isNotNull();
    assertRefused(AuthError.INVALID_CREDENTIALS, () -> auth.login(PLAIN, NEW, LAPTOP));
    assertThat(service.notices()).isEmpty();
  }

  @Test
  void aPasswordChangeWhoseSessionIsLostEndsAllSessionsAndIsNoticed() {
    sessions.breakDown("replace");

    assertThatThrownBy(() -> auth.changePassword(plain.token(), PASSWORD, NEW))
        .isInstanceOf(StoreException.class);

    sessions.repair();
    assertThat(service.isAlive(plain.token())).isFalse();
    assertThat(auth.login(PLAIN, NEW, LAPTOP)).isInstanceOf(SignedIn.class);
    assertThat(service.notices()).containsExactly(AuthEvent.Notice.PASSWORD_CHANGED);
  }

  @Test
  void aCodeWhoseSessionIsLostIsSpent() {
    sessions.breakDown("replace");
    String code = code();
    assertThatThrownBy(() -> auth.verifyTotp(partial.token(), code, LAPTOP))
        .isInstanceOf(StoreException.class);

    sessions.repair();
    assertRefused(AuthError.INVALID_CODE, () -> auth.verifyTotp(partial.token(), code, LAPTOP));
  }

  @Test
  void aGuessThatCannotBeCountedIsNotChecked() {
    int before = service.hasher.hashes();
    for (String method : List.of("find", "insert")) {
      attempts.breakDown(method);
      assertThatThrownBy(() -> auth.login("nobody@example.com", PASSWORD, Client.at("192.0.2.9")))
          .isInstanceOf(StoreException.class);
    }

    assertThat(service.hasher.hashes()).isEqualTo(before);
  }

  @Test
  void aStoreThatTakesNoCountEndsInAFailureAndNotInALoop() {
    AuthService stuck =
        AuthService.builder(
                service.users,
                service.sessions,
                new AttemptStore() {
                  @Override
                  public Optional<Attempts> find(String key) {
                    return Optional.empty();
                  }

                  @Override
                  public boolean insert(String key, Attempts first) {
                    return false;
                  }

                  @Override
                  public boolean replace(String key, Attempts seen, Attempts next) {
                    return false;
                  }

                  @Override
                  public void delete(String key) {}

                  @Override
                  public int deleteExpired(Instant now) {
                    return 0;
                  }
                },
                service.keys)
            .clock(service.clock)
            .hasher(service.hasher)
            .build();

    assertThatThrownBy(() -> stuck.login(PLAIN, PASSWORD, LAPTOP))
        .isInstanceOf(StoreException.class);
  }
}
