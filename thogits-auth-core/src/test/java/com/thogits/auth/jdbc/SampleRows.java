package com.thogits.auth.jdbc;

import com.thogits.auth.Attempts;
import com.thogits.auth.Email;
import com.thogits.auth.SealedSecret;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Rows by their numbers, made one by one or many in one statement, each a second later. */
final class SampleRows {
  static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private static final String NUMBER = "CAST(x AS VARCHAR)";
  private static final String ULID = "LPAD(" + NUMBER + ", 26, '0')";
  private static final String TOKEN = "CAST(LPAD(" + NUMBER + ", 32, '0') AS BYTEA)";
  private static final String TIME =
      "TIMESTAMP WITH TIME ZONE '2024-01-01 00:00:00+00' + x * INTERVAL '1' SECOND";

  private SampleRows() {}

  static Instant time(int number) {
    return START.plusSeconds(number);
  }

  static User user(int number) {
    return new User(
        ulid(number),
        Email.parse("user" + number + "@example.org").orElseThrow(),
        "hash",
        false,
        "User",
        time(number),
        List.of("zulu"),
        new TotpEnrolment(new SealedSecret(new byte[60]), time(number), null, 1, List.of()),
        1,
        1);
  }

  static Session session(int number) {
    return new Session(
        token(number),
        ulid(number),
        ulid(number),
        Standing.FULL,
        true,
        1,
        time(number),
        time(number),
        time(number).plus(Duration.ofDays(30)),
        time(number),
        "192.0.2.1",
        "curl/8");
  }

  static Attempts attempts(int number) {
    return new Attempts(1, time(number), time(number));
  }

  static Ulid ulid(int number) {
    return Ulid.parse(String.format(Locale.ROOT, "%026d", number));
  }

  static TokenHash token(int number) {
    return new TokenHash(
        String.format(Locale.ROOT, "%032d", number).getBytes(StandardCharsets.US_ASCII));
  }

  static String key(int number) {
    return "key" + number;
  }

  /** Users, sessions and counts with the numbers 1 to {@code last}. */
  static void fill(Engine engine, TestDatabase database, int last) {
    fillUsers(engine, database, last);
    fillSessions(engine, database, last);
    fillAttempts(engine, database, last);
    database.execute("ANALYZE");
  }

  static void fill(String table, Engine engine, TestDatabase database, int last) {
    switch (table) {
      case "thogits_user" -> fillUsers(engine, database, last);
      case "thogits_session" -> fillSessions(engine, database, last);
      case "thogits_attempt" -> fillAttempts(engine, database, last);
      default -> throw new IllegalArgumentException(table);
    }
  }

  private static void fillUsers(Engine engine, TestDatabase database, int last) {
    database.execute(
        "INSERT INTO thogits_user (id, email, canonical_email, password_hash,"
            + " password_change_required, display_name, created_at, oauth_providers,"
            + " totp_newest_step, recovery_codes, credential_epoch, version)"
            + select(
                engine,
                last,
                ULID,
                "'user' || x || '@example.org'",
                "'user' || x || '@example.org'",
                "'hash', FALSE, 'User'",
                TIME,
                "CAST(ARRAY['zulu'] AS VARCHAR(256) ARRAY), 1",
                "CAST(ARRAY[] AS VARCHAR(64) ARRAY), 1, 1"));
  }

  static void fillSessions(Engine engine, TestDatabase database, int last) {
    database.execute(
        "INSERT INTO thogits_session (token, id, user_id, standing, second_factor,"
            + " credential_epoch, created_at, proven_at, expires_at, last_seen_at, address,"
            + " user_agent)"
            + select(
                engine,
                last,
                TOKEN,
                ULID,
                ULID,
                "'FULL', TRUE, 1",
                TIME,
                TIME,
                TIME + " + INTERVAL '30' DAY",
                TIME,
                "'192.0.2.1', 'curl/8'"));
  }

  static void fillAttempts(Engine engine, TestDatabase database, int last) {
    database.execute(
        "INSERT INTO thogits_attempt (attempt_key, attempts, retry_at, forget_at)"
            + select(engine, last, "'key' || x", "1", TIME, TIME));
  }

  private static String select(Engine engine, int last, String... columns) {
    return " SELECT " + String.join(", ", columns) + " FROM " + engine.numbers(last);
  }
}
