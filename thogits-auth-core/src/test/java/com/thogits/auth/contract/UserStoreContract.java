package com.thogits.auth.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.StoreException;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import com.thogits.auth.totp.Totp;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link UserStore} does. */
public abstract class UserStoreContract {
  private static final Instant CREATED_AT = Instant.parse("2024-02-29T12:34:56.789Z");

  private static final String LONG_EMAIL =
      "l".repeat(60) + "@" + ("d".repeat(61) + ".").repeat(2) + "d".repeat(61);

  private UserStore store;

  /** For subclasses. */
  protected UserStoreContract() {}

  /** A store that holds no account; asked for once before each test. */
  protected abstract UserStore emptyStore();

  @BeforeEach
  void createStore() {
    store = emptyStore();
  }

  @Test
  void findsNothingInAnEmptyStore() {
    assertThat(store.findById(id(1))).isEmpty();
    assertThat(store.findByEmail(email("ann@example.org"))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void keepsEveryField(User user) {
    assertThat(store.insert(user)).isTrue();

    assertThat(store.findById(user.id())).contains(user);
    assertThat(store.findByEmail(user.email())).contains(user);
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void replacesEveryField(User user) {
    for (User first : List.of(bare(user.id()), full(user.id()))) {
      UserStore fresh = emptyStore();
      fresh.insert(first);
      User next = withVersion(user, 2);

      assertThat(fresh.replace(next)).isTrue();

      assertThat(fresh.findById(user.id())).contains(next);
      assertThat(fresh.findByEmail(user.email())).contains(next);
    }
  }

  static Stream<User> accounts() {
    return Stream.of(bare(id(7)), full(new Ulid(-1, -1)), full(new Ulid(0, 0)));
  }

  @ParameterizedTest
  @MethodSource("enrolments")
  void keepsEveryEnrolment(TotpEnrolment totp) {
    User user = enrolled(totp);
    store.insert(user);
    assertThat(store.findById(user.id())).contains(user);

    for (TotpEnrolment next : enrolments().toList()) {
      UserStore fresh = emptyStore();
      fresh.insert(user);
      fresh.replace(withVersion(enrolled(next), 2));
      assertThat(fresh.findByEmail(user.email())).contains(withVersion(enrolled(next), 2));
    }
  }

  static Stream<TotpEnrolment> enrolments() {
    return Stream.of(
        TotpEnrolment.NONE,
        new TotpEnrolment(null, null, secret(61), Totp.NO_STEP_USED, List.of()),
        new TotpEnrolment(secret(59), Instant.EPOCH, null, 0, List.of()),
        new TotpEnrolment(secret(60), CREATED_AT, secret(60), 57_000_000, codes(1)),
        new TotpEnrolment(
            secret(300),
            Instant.parse("9999-12-31T23:59:59.999Z"),
            secret(300),
            Long.MAX_VALUE,
            codes(10)),
        new TotpEnrolment(null, null, null, 57_000_000, List.of()));
  }

  @ParameterizedTest
  @MethodSource("emails")
  void keepsEveryEmail(String address) {
    User user = user(1, address);
    store.insert(user);

    assertThat(store.findById(user.id())).contains(user);
    assertThat(store.findByEmail(email(address))).contains(user);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        " blanks around ",
        "e\u0301, which NFC would make one character",
        "NULL",
        "\u202eright to left",
        "\ud83d\udc69\u200d\ud83d\udcbb"
      })
  void keepsEveryDisplayName(String name) {
    User user = named(user(1, "ann@example.org"), name);
    store.insert(user);
    assertThat(store.findById(user.id())).contains(user);

    User next = withVersion(named(user, "another"), 2);
    store.replace(next);
    store.replace(withVersion(user, 3));

    assertThat(store.findById(user.id())).contains(withVersion(user, 3));
  }

  @Test
  void keepsApartIdsThatDifferInOneHalf() {
    List<Ulid> ids = List.of(new Ulid(1, 1), new Ulid(1, 2), new Ulid(2, 1), new Ulid(2, 2));
    for (Ulid id : ids) {
      assertThat(store.insert(withId(id))).isTrue();
    }
    for (Ulid id : ids) {
      assertThat(store.findById(id)).contains(withId(id));
    }
  }

  private static User withId(Ulid id) {
    String address = id.mostSignificantBits() + "." + id.leastSignificantBits() + "@example.org";
    User user = user(0, address);
    return new User(
        id,
        user.email(),
        user.passwordHash(),
        false,
        user.displayName(),
        CREATED_AT,
        List.of(),
        TotpEnrolment.NONE,
        1,
        1);
  }

  static Stream<String> emails() {
    String domain = "@" + ("d".repeat(61) + ".").repeat(3) + "org";
    return Stream.of(
        "\"a\\\"b c\"@example.org",
        "o'neill+tag@example.org",
        "\"" + "q".repeat(62) + "\"" + domain,
        // Musical eighth note: NFC makes three characters, six UTF-16 units, of one.
        "\ud834\udd60".repeat(16) + domain,
        // Dotted capital I: lower case makes three bytes of two.
        "\u0130".repeat(32) + "@" + ("\u0130".repeat(28) + ".").repeat(3) + "org",
        // Devanagari qa: NFC makes two characters of one.
        "\u0958".repeat(21) + "@" + ("\u0958".repeat(20) + ".").repeat(3) + "org");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC, Pacific/Apia",
    "Pacific/Apia, America/St_Johns",
    "Asia/Kathmandu, UTC",
    "Europe/Berlin, America/New_York"
  })
  void keepsTimesToTheMillisecondInEveryTimeZone(String writer, String reader) {
    // Among them both sides of a clock set back, and an hour that one of the zones skips.
    List<Instant> times =
        Stream.of(
                "1970-01-01T00:00:00.000Z",
                "2024-03-10T07:30:00.001Z",
                "2024-03-31T01:30:00.123Z",
                "2024-10-27T00:30:00.999Z",
                "2024-10-27T01:30:00.999Z",
                "9999-12-31T23:59:59.999Z")
            .map(Instant::parse)
            .toList();
    for (int i = 0; i < times.size(); i++) {
      User user = createdAt(user(i, i + "@example.org"), times.get(i));
      JvmDefaults.inZone(writer, () -> store.insert(user));

      assertThat(JvmDefaults.inZone(reader, () -> store.findById(user.id()))).contains(user);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "tr-TR", "ar-EG", "th-TH-u-nu-thai"})
  void findsAnEmailInAnyCaseUnderEveryLocale(String locale) {
    User user = user(1, "Info.IIII@Example.ORG");
    assertThat(JvmDefaults.inLocale(locale, () -> store.insert(user))).isTrue();

    for (String typed : List.of("info.iiii@example.org", "INFO.IIII@EXAMPLE.ORG")) {
      assertThat(JvmDefaults.inLocale(locale, () -> store.findByEmail(email(typed))))
          .contains(user);
    }
  }

  @Test
  void refusesASecondAccountOfOneEmailInAnotherCase() {
    User first = user(1, "ann@example.org");
    User second = user(2, "ANN@EXAMPLE.ORG");
    store.insert(first);

    assertThat(store.insert(second)).isFalse();

    assertThat(store.findByEmail(second.email())).contains(first);
    assertThat(store.findById(second.id())).isEmpty();
  }

  @Test
  void refusesASecondAccountOfOneId() {
    User first = user(1, "ann@example.org");
    User second = user(1, "bob@example.org");
    store.insert(first);

    assertThat(store.insert(second)).isFalse();

    assertThat(store.findById(id(1))).contains(first);
    assertThat(store.findByEmail(second.email())).isEmpty();
    assertThat(store.insert(user(2, "bob@example.org"))).isTrue();
  }

  @Test
  void keepsApartEmailsThatAreOnlyAlike() {
    List<String> addresses =
        List.of(
            "ann@example.org",
            "ann+x@example.org",
            "a.nn@example.org",
            "\u00e4nn@example.org",
            "ann@example.com",
            "\"ann\"@example.org",
            "\"ann \"@example.org",
            "strasse@example.org",
            "stra\u00dfe@example.org",
            "_nn@example.org",
            "%@example.org",
            LONG_EMAIL + ".org",
            LONG_EMAIL + ".net");
    for (int i = 0; i < addresses.size(); i++) {
      assertThat(store.insert(user(i, addresses.get(i)))).as(addresses.get(i)).isTrue();
    }
    for (int i = 0; i < addresses.size(); i++) {
      assertThat(store.findByEmail(email(addresses.get(i)))).contains(user(i, addresses.get(i)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE thogits_user; --",
        "' OR '1'='1",
        "x'); DELETE FROM thogits_user WHERE ('1'='1",
        "%",
        "_",
        "?",
        "${jndi:x}",
        "{fn now()}",
        ":name"
      })
  void takesAValueThatLooksLikeSqlAsAValue(String text) {
    User other = user(1, "ann@example.org");
    store.insert(other);
    Email address = email("\"" + text + "\"@example.org");
    User user =
        new User(
            id(2), address, text, false, text, CREATED_AT, List.of(text), TotpEnrolment.NONE, 1, 1);

    assertThat(store.findByEmail(address)).isEmpty();
    assertThat(store.insert(user)).isTrue();

    assertThat(store.findByEmail(address)).contains(user);
    assertThat(store.replace(withVersion(user, 2))).isTrue();
    assertThat(store.findById(other.id())).contains(other);
  }

  @Test
  void refusesToReplaceAnAccountThatIsNotThere() {
    User user = user(1, "ann@example.org");

    assertThat(store.replace(withVersion(user, 2))).isFalse();

    assertThat(store.findById(user.id())).isEmpty();
    assertThat(store.findByEmail(user.email())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 5, 7, 8})
  void refusesToReplaceAnotherVersionThanTheOneBefore(long version) {
    User stored = withVersion(user(1, "ann@example.org"), 5);
    store.insert(stored);

    assertThat(store.replace(withVersion(named(stored, "late"), version))).isFalse();

    assertThat(store.findById(stored.id())).contains(stored);
  }

  @Test
  void replacesOneAccountAlone() {
    User ann = user(1, "ann@example.org");
    User bob = user(2, "bob@example.org");
    store.insert(ann);
    store.insert(bob);

    store.replace(withVersion(named(ann, "Ann"), 2));

    assertThat(store.findById(bob.id())).contains(bob);
  }

  @Test
  void findsWhatIsThereNowWhateverItFoundBefore() {
    User user = user(1, "ann@example.org");
    assertFound(user, false);
    store.insert(user);
    assertFound(user, true);

    User next = withVersion(named(user, "Ann"), 2);
    store.replace(next);
    assertFound(next, true);

    store.delete(next);
    assertFound(next, false);
  }

  private void assertFound(User user, boolean present) {
    assertThat(store.findById(user.id())).isEqualTo(present ? Optional.of(user) : Optional.empty());
    assertThat(store.findByEmail(user.email()))
        .isEqualTo(present ? Optional.of(user) : Optional.empty());
  }

  @Test
  void movesAnAccountToAnotherEmailAndFreesTheOldOne() {
    User user = user(1, "ann@example.org");
    User moved = withVersion(user(1, "anna@example.org"), 2);
    store.insert(user);

    assertThat(store.replace(moved)).isTrue();

    assertThat(store.findByEmail(moved.email())).contains(moved);
    assertThat(store.findByEmail(user.email())).isEmpty();
    assertThat(store.insert(user(2, "ann@example.org"))).isTrue();
  }

  @Test
  void neverMovesAnAccountToTheEmailOfAnother() {
    User ann = user(1, "ann@example.org");
    User bob = user(2, "bob@example.org");
    store.insert(ann);
    store.insert(bob);

    assertThatThrownBy(() -> store.replace(withVersion(user(1, "Bob@example.org"), 2)))
        .isInstanceOf(StoreException.class);

    assertThat(store.findById(ann.id())).contains(ann);
    assertThat(store.findByEmail(ann.email())).contains(ann);
    assertThat(store.findByEmail(bob.email())).contains(bob);
  }

  @Test
  void deletesOneAccountAloneAndFreesItsEmail() {
    User ann = user(1, "ann@example.org");
    User bob = user(2, "bob@example.org");
    store.insert(ann);
    store.insert(bob);

    assertThat(store.delete(ann)).isTrue();

    assertThat(store.findById(ann.id())).isEmpty();
    assertThat(store.findByEmail(ann.email())).isEmpty();
    assertThat(store.findById(bob.id())).contains(bob);
    assertThat(store.delete(ann)).isFalse();
    assertThat(store.replace(withVersion(ann, 2))).isFalse();
    assertThat(store.insert(user(3, "ANN@example.org"))).isTrue();
    assertThat(store.insert(user(1, "anna@example.org"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 4, 6, 7})
  void deletesNoOtherVersionThanTheOneStored(long version) {
    User stored = withVersion(user(1, "ann@example.org"), 5);
    store.insert(stored);

    assertThat(store.delete(withVersion(stored, version))).isFalse();

    assertThat(store.findById(stored.id())).contains(stored);
    assertThat(store.findByEmail(stored.email())).contains(stored);
  }

  @Test
  void deletesAnAccountThatMovedToAnotherEmailAndFreesThatOne() {
    User moved = withVersion(user(1, "anna@example.org"), 2);
    store.insert(user(1, "ann@example.org"));
    store.replace(moved);

    assertThat(store.delete(moved)).isTrue();

    assertThat(store.findByEmail(moved.email())).isEmpty();
    assertThat(store.insert(user(2, "anna@example.org"))).isTrue();
  }

  @Test
  void letsOneOfManyHaveAnEmail() throws Exception {
    List<Boolean> inserted =
        AtOnce.call(
            40, i -> store.insert(user(i, i % 2 == 0 ? "ann@example.org" : "ANN@example.org")));

    assertThat(inserted).containsOnlyOnce(true);
    User winner = user(inserted.indexOf(true), "ann@example.org");
    assertThat(store.findByEmail(winner.email()).map(User::id)).contains(winner.id());
    assertThat(IntStream.range(0, 40).filter(i -> store.findById(id(i)).isPresent()))
        .containsExactly(inserted.indexOf(true));
  }

  @Test
  void letsOneOfManyHaveAnId() throws Exception {
    List<Boolean> inserted = AtOnce.call(40, i -> store.insert(user(1, i + "@example.org")));

    assertThat(inserted).containsOnlyOnce(true);
    assertThat(store.findById(id(1))).contains(user(1, inserted.indexOf(true) + "@example.org"));
  }

  @Test
  void letsOneOfManyMoveToAnEmail() throws Exception {
    for (int i = 0; i < 24; i++) {
      store.insert(user(i, i + "@example.org"));
    }

    List<Boolean> moved =
        AtOnce.call(
            24,
            i -> {
              try {
                return store.replace(withVersion(user(i, "ann@example.org"), 2));
              } catch (StoreException taken) {
                return false;
              }
            });

    assertThat(moved).containsOnlyOnce(true);
    int winner = moved.indexOf(true);
    for (int i = 0; i < 24; i++) {
      User expected =
          i == winner ? withVersion(user(i, "ann@example.org"), 2) : user(i, i + "@example.org");
      assertThat(store.findById(id(i))).contains(expected);
    }
  }

  @Test
  void showsEveryThreadWhatItWrote() throws Exception {
    List<Boolean> found =
        AtOnce.call(
            40,
            i -> {
              User user = user(i, i + "@example.org");
              return store.insert(user)
                  && store.findByEmail(user.email()).filter(user::equals).isPresent()
                  && store.replace(withVersion(user, 2))
                  && store.findById(user.id()).filter(withVersion(user, 2)::equals).isPresent();
            });

    assertThat(found).hasSize(40).containsOnly(true);
  }

  @Test
  void letsOneOfManyReplaceAVersion() throws Exception {
    User user = user(1, "ann@example.org");
    store.insert(user);

    List<Boolean> replaced =
        AtOnce.call(24, i -> store.replace(withVersion(named(user, "by " + i), 2)));

    assertThat(replaced).containsOnlyOnce(true);
    assertThat(store.findById(user.id()))
        .contains(withVersion(named(user, "by " + replaced.indexOf(true)), 2));
  }

  @Test
  void letsOneOfManyDeleteAnAccount() throws Exception {
    User user = user(1, "ann@example.org");
    store.insert(user);

    List<Boolean> deleted = AtOnce.call(40, i -> store.delete(user));

    assertThat(deleted).containsOnlyOnce(true);
    assertThat(store.findById(user.id())).isEmpty();
  }

  @Test
  void letsEitherAReplacementOrADeletionHaveAVersion() throws Exception {
    for (int round = 0; round < 10; round++) {
      User user = user(round, round + "@example.org");
      store.insert(user);

      List<Boolean> won =
          AtOnce.call(
              8, i -> i % 2 == 0 ? store.replace(withVersion(user, 2)) : store.delete(user));

      assertThat(won).containsOnlyOnce(true);
      assertThat(store.findById(user.id()).isPresent()).isEqualTo(won.indexOf(true) % 2 == 0);
      assertThat(store.findByEmail(user.email()).isPresent()).isEqualTo(won.indexOf(true) % 2 == 0);
    }
  }

  @Test
  void losesNoChangeOfManyThatTryAgain() throws Exception {
    User user = user(1, "ann@example.org");
    store.insert(user);

    AtOnce.call(
        24,
        i -> {
          // Each lost race is another's change, of which there are no more than threads.
          for (int tries = 0; tries < 24; tries++) {
            User seen = store.findById(user.id()).orElseThrow();
            if (store.replace(withVersion(provided(seen, "by " + i), seen.version() + 1))) {
              return tries;
            }
          }
          throw new AssertionError("replace answered false to a version that was stored");
        });

    User last = store.findById(user.id()).orElseThrow();
    assertThat(last.version()).isEqualTo(25);
    assertThat(last.oauthProviders())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 24).mapToObj(i -> "by " + i).toList());
  }

  private static User bare(Ulid id) {
    return new User(
        id,
        email("bare@example.org"),
        null,
        false,
        null,
        Instant.EPOCH,
        List.of(),
        TotpEnrolment.NONE,
        1,
        1);
  }

  /** With something in every component. */
  static User full(Ulid id) {
    return new User(
        id,
        email("Full.House@Example.org"),
        "$argon2id$v=19$m=19456,t=2,p=1$" + "s".repeat(22) + "$" + "h".repeat(43),
        true,
        "\ud83d\ude00".repeat(100),
        CREATED_AT,
        List.of("zulu", "a,b", "{\"c\"}", "NULL", "", "back\\slash", "\ud83d\ude00"),
        new TotpEnrolment(secret(60), CREATED_AT, secret(300), Long.MAX_VALUE, codes(10)),
        Long.MAX_VALUE,
        1);
  }

  private static User enrolled(TotpEnrolment totp) {
    User user = user(1, "ann@example.org");
    return new User(
        user.id(),
        user.email(),
        user.passwordHash(),
        user.passwordChangeRequired(),
        user.displayName(),
        user.createdAt(),
        user.oauthProviders(),
        totp,
        user.credentialEpoch(),
        user.version());
  }

  private static SealedSecret secret(int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) 0xFF);
    bytes[0] = 0;
    bytes[length - 1] = 0;
    return new SealedSecret(bytes);
  }

  /** Digests that begin with zeros, in an order that no sorting gives. */
  private static List<TokenHash> codes(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ByteBuffer.allocate(32).putInt(28, i * 7 % count).putLong(8, -1).array())
        .map(TokenHash::new)
        .toList();
  }

  private static User user(long id, String address) {
    return new User(
        id(id),
        email(address),
        "hash",
        false,
        "name",
        CREATED_AT,
        List.of(),
        TotpEnrolment.NONE,
        1,
        1);
  }

  private static Ulid id(long number) {
    return new Ulid(0x0123_4567_89AB_CDEFL, number);
  }

  private static Email email(String address) {
    return Email.parse(address).orElseThrow();
  }

  private static User withVersion(User user, long version) {
    return copy(user, user.displayName(), user.createdAt(), user.oauthProviders(), version);
  }

  private static User named(User user, String name) {
    return copy(user, name, user.createdAt(), user.oauthProviders(), user.version());
  }

  private static User createdAt(User user, Instant time) {
    return copy(user, user.displayName(), time, user.oauthProviders(), user.version());
  }

  private static User provided(User user, String provider) {
    List<String> more = Stream.concat(user.oauthProviders().stream(), Stream.of(provider)).toList();
    return copy(user, user.displayName(), user.createdAt(), more, user.version());
  }

  private static User copy(
      User user, String name, Instant createdAt, List<String> providers, long version) {
    return new User(
        user.id(),
        user.email(),
        user.passwordHash(),
        user.passwordChangeRequired(),
        name,
        createdAt,
        providers,
        user.totp(),
        user.credentialEpoch(),
        version);
  }
}
