package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Attempts;
import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.crypto.KeyRing;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;

/** Rows of every table, with every value that a column may hold somewhere among them. */
final class CopiedData {
  private static final Instant NOW = Instant.parse("2024-02-29T12:34:56.789Z");

  private final Random random = new Random(7);
  private final KeyRing keys = KeyRing.generate(new SecureRandom());
  private final List<User> users = new ArrayList<>();
  private final List<Session> sessions = new ArrayList<>();
  private final int attempts;

  CopiedData(int users, int sessions, int attempts) {
    for (int i = 0; i < users; i++) {
      this.users.add(user(i));
    }
    for (int i = 0; i < sessions; i++) {
      this.sessions.add(session(i));
    }
    this.attempts = attempts;
  }

  CopiedData writeTo(DataSource database) {
    JdbcSchema.apply(database);
    JdbcKeyCheck.verify(database, keys);
    new JdbcUserStore(database).insertAll(users);
    new JdbcSessionStore(database).insertAll(sessions);
    JdbcAttemptStore store = new JdbcAttemptStore(database);
    for (int i = 0; i < attempts; i++) {
      store.insert(key(i), attempt(i));
    }
    return this;
  }

  /** Asks the stores for every row. */
  void assertIsIn(DataSource database) {
    JdbcUserStore userStore = new JdbcUserStore(database);
    for (User user : users) {
      assertThat(userStore.findById(user.id())).hasValue(user);
    }
    JdbcSessionStore sessionStore = new JdbcSessionStore(database);
    for (Session session : sessions) {
      assertThat(sessionStore.find(session.token())).hasValue(session);
    }
    JdbcAttemptStore attemptStore = new JdbcAttemptStore(database);
    for (int i = 0; i < attempts; i++) {
      assertThat(attemptStore.find(key(i))).hasValue(attempt(i));
    }
    JdbcKeyCheck.verify(database, keys);
    assertThat(JdbcKeyCheck.keyIds(database)).isEqualTo(keys.keyIds());
  }

  private static String key(int number) {
    return "password:ключ-" + number;
  }

  private static Attempts attempt(int number) {
    return new Attempts(number, NOW.plusMillis(number), NOW.plusSeconds(number));
  }

  private User user(int number) {
    boolean bare = number % 2 == 0;
    String address = "User-%d@Exämple.com".formatted(number);
    return new User(
        id(),
        new Email(address, "user-%d@exämple.com".formatted(number)),
        bare ? null : "$argon2id$v=19$m=8,t=1,p=1$c2FsdHNhbHQ$" + number,
        bare,
        bare ? null : number % 3 == 0 ? "" : "名前 \uD83D\uDD11 '\"\\\n" + number,
        NOW.minusSeconds(random.nextInt()),
        bare ? List.of() : List.of("google", "", "a,b{}\"\\'NULL"),
        bare ? TotpEnrolment.NONE : totp(),
        random.nextLong() >>> 1,
        number + 1L);
  }

  private TotpEnrolment totp() {
    return new TotpEnrolment(
        new SealedSecret(bytes(60)),
        NOW.plusMillis(random.nextInt()),
        random.nextBoolean() ? new SealedSecret(bytes(61)) : null,
        random.nextLong() >>> 1,
        List.of(token(), token()));
  }

  private Session session(int number) {
    return new Session(
        token(),
        id(),
        users.get(random.nextInt(users.size())).id(),
        number % 2 == 0 ? Standing.FULL : Standing.PARTIAL,
        number % 3 == 0,
        number,
        NOW.minusMillis(random.nextInt()),
        NOW.plusMillis(random.nextInt()),
        NOW.plusSeconds(number),
        NOW.minusSeconds(number),
        "2001:db8::" + Integer.toHexString(number & 0xFFFF),
        number % 5 == 0 ? "" : "Ågent " + number);
  }

  private Ulid id() {
    return Ulid.create(NOW.plusMillis(random.nextInt(1000)), random);
  }

  private TokenHash token() {
    return new TokenHash(bytes(32));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
