package com.thogits.auth.example;

import com.thogits.auth.Email;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Accounts as two years of registrations leave them, all with one password. */
final class FilledAccounts {
  private static final Duration AGE_OF_THE_FIRST = Duration.ofDays(730);

  private final String passwordHash;
  private final Instant now;
  private final SecureRandom random;
  private final Ulid[] ids;

  FilledAccounts(int accounts, String passwordHash, Instant now, SecureRandom random) {
    this.passwordHash = passwordHash;
    this.now = now;
    this.random = random;
    this.ids = new Ulid[accounts];
  }

  static String email(int number) {
    return String.format(Locale.ROOT, "user-%06d@example.com", number);
  }

  /** The account of this number, counted from 0. Each is made once. */
  User create(int number) {
    long age = AGE_OF_THE_FIRST.toMillis() * (ids.length - number) / ids.length;
    Instant createdAt = now.minusMillis(age);
    ids[number] = Ulid.create(createdAt, random);
    return new User(
        ids[number],
        Email.parse(email(number)).orElseThrow(),
        passwordHash,
        false,
        "User " + number,
        createdAt,
        List.of(),
        TotpEnrolment.NONE,
        1,
        1);
  }

  /** The id of any account that was made. */
  Ulid anyId() {
    return ids[random.nextInt(ids.length)];
  }
}
