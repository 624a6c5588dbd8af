package com.thogits.auth.example;

import com.thogits.auth.AuthSettings;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.SessionToken;
import com.thogits.auth.Ulid;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;

/** Sessions as the last weeks of logins leave them: all alive, spread over all accounts. */
final class FilledSessions {
  private static final int TOKEN_BYTES = 32;
  private static final Duration LIFETIME = AuthSettings.DEFAULTS.sessionLifetime();
  // A day less than the limits, so that none ends while it is measured with.
  private static final Duration AGE_OF_THE_FIRST = LIFETIME.minusDays(1);
  private static final Duration LONGEST_IDLE =
      AuthSettings.DEFAULTS.sessionIdleLimit().minusDays(1);
  private static final List<String> USER_AGENTS =
      List.of(
          "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
              + " Chrome/126.0.0.0 Safari/537.36",
          "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML,"
              + " like Gecko) Version/17.5 Mobile/15E148 Safari/604.1",
          "Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0");

  private final int sessions;
  private final FilledAccounts accounts;
  private final Instant now;
  private final SecureRandom random;

  FilledSessions(int sessions, FilledAccounts accounts, Instant now, SecureRandom random) {
    this.sessions = sessions;
    this.accounts = accounts;
    this.now = now;
    this.random = random;
  }

  SessionToken token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return SessionToken.parse(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
        .orElseThrow();
  }

  /** The session of this number, counted from 0, of any account. */
  Session create(int number, SessionToken token) {
    long age = AGE_OF_THE_FIRST.toMillis() * (sessions - number) / sessions;
    Instant createdAt = now.minusMillis(age);
    return new Session(
        token.hash(),
        Ulid.create(createdAt, random),
        accounts.anyId(),
        Standing.FULL,
        false,
        1,
        createdAt,
        createdAt,
        createdAt.plus(LIFETIME),
        lastSeen(createdAt),
        "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256),
        USER_AGENTS.get(random.nextInt(USER_AGENTS.size())));
  }

  private Instant lastSeen(Instant createdAt) {
    Instant seen = now.minusMillis(random.nextLong(LONGEST_IDLE.toMillis()));
    return seen.isBefore(createdAt) ? createdAt : seen.truncatedTo(ChronoUnit.MINUTES);
  }
}
