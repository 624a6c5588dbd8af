package com.thogits.auth.bench.sessions;

import com.thogits.auth.Email;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionToken;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Accounts by their numbers, each with one session that was used just now. They are the same in
 * every process, so that a database is filled once.
 */
record FilledAccounts(int count) {
  static final Instant NOW = Instant.parse("2025-01-15T10:00:00Z");

  private static final int BATCH = 5000;
  private static final Duration AGE_OF_THE_FIRST = Duration.ofDays(730);
  private static final Duration AGE_OF_A_SESSION = Duration.ofHours(20);
  private static final String PASSWORD_HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
          + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

  /** Random to whoever does not know how it is made. */
  static SessionToken token(long number) {
    SplittableRandom random = random(number);
    ByteBuffer bytes = ByteBuffer.allocate(32);
    while (bytes.hasRemaining()) {
      bytes.putLong(random.nextLong());
    }
    return SessionToken.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array()))
        .orElseThrow();
  }

  SessionToken[] tokens() {
    SessionToken[] tokens = new SessionToken[count];
    for (int number = 0; number < count; number++) {
      tokens[number] = token(number);
    }
    return tokens;
  }

  void fill(Consumer<List<User>> users, Consumer<List<Session>> sessions) {
    inBatches(this::user, users);
    inBatches(this::session, sessions);
  }

  private <T> void inBatches(IntFunction<T> create, Consumer<List<T>> insert) {
    for (int done = 0; done < count; ) {
      int end = Math.min(count, done + BATCH);
      List<T> batch = new ArrayList<>(BATCH);
      while (done < end) {
        batch.add(create.apply(done++));
      }
      insert.accept(batch);
    }
  }

  private User user(int number) {
    return new User(
        userId(number),
        Email.parse("user-" + number + "@example.com").orElseThrow(),
        PASSWORD_HASH,
        false,
        "User " + number,
        registeredAt(number),
        List.of(),
        TotpEnrolment.NONE,
        1,
        1);
  }

  private Session session(int number) {
    return session(token(number), userId(number));
  }

  /** One more session of an account, if no other of the database has its number. */
  Session another(long number) {
    return session(token(number), userId(Math.floorMod(number, count)));
  }

  private static Session session(SessionToken token, Ulid userId) {
    Instant createdAt = NOW.minus(AGE_OF_A_SESSION);
    return new Session(
        token.hash(),
        Ulid.create(createdAt, random(token.hashCode())),
        userId,
        Standing.FULL,
        false,
        1,
        createdAt,
        createdAt,
        createdAt.plus(Duration.ofDays(30)),
        NOW,
        "203.0.113.77",
        "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");
  }

  private Ulid userId(int number) {
    return Ulid.create(registeredAt(number), random(number));
  }

  private Instant registeredAt(int number) {
    return NOW.minusMillis(AGE_OF_THE_FIRST.toMillis() * (count - number) / count);
  }

  private static SplittableRandom random(long number) {
    return new SplittableRandom(number * 0x9E37_79B9_7F4A_7C15L);
  }
}
