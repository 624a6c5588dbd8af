package com.thogits.auth.simulation;

import com.thogits.auth.SealedSecret;
import com.thogits.auth.Session;
import com.thogits.auth.TokenHash;
import com.thogits.auth.User;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.totp.TotpSecret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the stored truth past the library. */
final class Reader {
  /** The account is not there. */
  static final String ABSENT = "(no account)";

  /** The account is there, and this of it is not. */
  static final String NONE = "(none)";

  private final Parts parts;
  private final KeyRing keys;
  private final Clock clock;
  private final Map<SealedSecret, String> opened = new HashMap<>();

  Reader(Parts parts, KeyRing keys, Clock clock) {
    this.parts = parts;
    this.keys = keys;
    this.clock = clock;
  }

  @Nullable User account(String canonicalEmail) {
    for (User user : parts.users().byId.values()) {
      if (user.email().canonical().equals(canonicalEmail)) {
        return user;
      }
    }
    return null;
  }

  Object read(Aspect aspect, @Nullable User user) {
    if (user == null) {
      return ABSENT;
    }
    return switch (aspect) {
      case ID -> user.id();
      case PASSWORD -> StandInHasher.reveal(Objects.requireNonNullElse(user.passwordHash(), NONE));
      case PASSWORD_CHANGE_REQUIRED -> user.passwordChangeRequired();
      case DISPLAY_NAME -> Objects.requireNonNullElse(user.displayName(), NONE);
      case TOTP -> open(user, user.totp().confirmed());
      case PENDING_TOTP -> open(user, user.totp().pending());
      case RECOVERY_CODES -> new HashSet<>(user.totp().recoveryCodes());
    };
  }

  private String open(User user, @Nullable SealedSecret secret) {
    if (secret == null) {
      return NONE;
    }
    byte[] context = ("totp:" + user.id()).getBytes(StandardCharsets.US_ASCII);
    return opened.computeIfAbsent(
        secret, fresh -> TotpSecret.ofBytes(keys.open(fresh.toBytes(), context)).toBase32());
  }

  boolean isAlive(TokenHash token) {
    Session session = parts.sessions().byToken.get(token);
    if (session == null) {
      return false;
    }
    Instant now = clock.instant();
    User user = parts.users().byId.get(session.userId());
    return user != null
        && user.credentialEpoch() == session.credentialEpoch()
        && session.expiresAt().isAfter(now)
        && session.lastSeenAt().plus(World.SETTINGS.sessionIdleLimit()).isAfter(now);
  }

  long liveFullSessions(User user) {
    return parts.sessions().byToken.values().stream()
        .filter(session -> session.userId().equals(user.id()))
        .filter(session -> session.standing() == Session.Standing.FULL)
        .filter(session -> isAlive(session.token()))
        .count();
  }

  /** Every account is found by its e-mail, and by it alone. */
  void checkEmails() {
    HashSet<String> seen = new HashSet<>();
    for (User user : parts.users().byId.values()) {
      String email = user.email().canonical();
      if (!seen.add(email)) {
        throw new Violation(
            Invariant.EMAIL_FINDS_ITS_ONE_ACCOUNT, "two accounts have the e-mail " + email);
      }
      if (!user.id().equals(parts.users().idByEmail.get(email))) {
        throw new Violation(
            Invariant.EMAIL_FINDS_ITS_ONE_ACCOUNT, "no account is found by the e-mail " + email);
      }
    }
    if (parts.users().idByEmail.size() != seen.size()) {
      throw new Violation(
          Invariant.EMAIL_FINDS_ITS_ONE_ACCOUNT, "an e-mail is taken, and no account has it");
    }
  }
}
