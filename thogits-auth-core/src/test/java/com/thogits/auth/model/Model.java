package com.thogits.auth.model;

import com.thogits.auth.AuthError;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the service promises, for one user after the other: no threads, no stores, no hashes. Each
 * method answers the session that the caller goes on with, or refuses.
 */
final class Model {
  static final int CODES_UNTIL_LOCK = 4;
  static final int CODES_PER_LOGIN = 3;

  private static final Duration LIFETIME = Duration.ofDays(30);
  private static final Duration IDLE = Duration.ofDays(7);
  private static final Duration LOGIN_WAITS = Duration.ofMinutes(5);
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, ModelAccount> accounts = new HashMap<>();
  private final Map<String, ModelCount> logins = new HashMap<>();

  Model(Clock clock) {
    this.clock = clock;
  }

  @Nullable ModelAccount account(String email) {
    return accounts.get(email);
  }

  // What a token is good for

  boolean isFull(@Nullable ModelSession session) {
    if (session == null || !session.full || !isAlive(session)) {
      return false;
    }
    if (!session.lastSeenAt.plus(Duration.ofMinutes(1)).isAfter(now())) {
      session.lastSeenAt = now();
    }
    return true;
  }

  boolean isPartial(@Nullable ModelSession session) {
    return session != null && !session.full && isAlive(session);
  }

  private boolean isAlive(ModelSession session) {
    return !session.ended
        && session.expiresAt.isAfter(now())
        && session.lastSeenAt.plus(IDLE).isAfter(now());
  }

  private ModelSession requireFull(@Nullable ModelSession session) {
    if (session == null || !isFull(session)) {
      throw new ModelRefusal(AuthError.NOT_AUTHENTICATED);
    }
    return session;
  }

  private ModelSession requirePartial(@Nullable ModelSession session) {
    if (session == null || !isPartial(session)) {
      throw new ModelRefusal(AuthError.NO_PARTIAL_SESSION);
    }
    return session;
  }

  // Without a session

  ModelSession register(String email, String password, @Nullable ModelSession presented) {
    if (accounts.containsKey(email)) {
      throw new ModelRefusal(AuthError.EMAIL_TAKEN);
    }
    ModelAccount account = new ModelAccount(email, password);
    accounts.put(email, account);
    return begin(account, true, presented);
  }

  ModelSession login(String email, String password, @Nullable ModelSession presented) {
    ModelCount tries = tries(email);
    tries.attempt(now());
    ModelAccount account = accounts.get(email);
    if (account == null || !account.password.equals(password)) {
      throw new ModelRefusal(AuthError.INVALID_CREDENTIALS);
    }
    tries.clear();
    return begin(account, account.confirmed == null, presented);
  }

  private ModelCount tries(String email) {
    return logins.computeIfAbsent(email, first -> new ModelCount(Duration.ofDays(30)));
  }

  private ModelSession begin(ModelAccount account, boolean full, @Nullable ModelSession presented) {
    if (presented != null) {
      presented.ended = true;
    }
    return new ModelSession(account, full, now(), now().plus(full ? LIFETIME : LOGIN_WAITS));
  }

  // With an unfinished login

  ModelSession verify(@Nullable ModelSession session, String typed) {
    ModelSession login = requirePartial(session);
    String code = digits(typed);
    countOnAccount(login.account);
    login.codesTried++;
    useCode(login, code);
    return complete(login);
  }

  private void useCode(ModelSession login, String code) {
    ModelAccount account = login.account;
    long step = step(account.confirmed, code, account.newestUsedStep);
    if (step < 0) {
      throw wrongCode(login);
    }
    account.newestUsedStep = step;
  }

  private static ModelRefusal wrongCode(ModelSession login) {
    login.ended |= login.codesTried == CODES_PER_LOGIN;
    return new ModelRefusal(AuthError.INVALID_CODE);
  }

  ModelSession verifyRecoveryCode(@Nullable ModelSession session, String typed) {
    ModelSession login = requirePartial(session);
    if (!typed.matches("[A-Za-z2-7-]{27}")) {
      throw new ModelRefusal(AuthError.INVALID_CODE);
    }
    login.codesTried++;
    if (!login.account.recoveryCodes.remove(typed.toUpperCase(Locale.ROOT))) {
      throw wrongCode(login);
    }
    return complete(login);
  }

  private ModelSession complete(ModelSession login) {
    login.account.codes.clear();
    login.ended = true;
    return new ModelSession(login.account, true, now(), now().plus(LIFETIME));
  }

  // With a session

  ModelSession logout(@Nullable ModelSession session) {
    requireFull(session).ended = true;
    return session;
  }

  ModelSession setup(@Nullable ModelSession session) {
    ModelSession asking = requireFull(session);
    if (asking.account.confirmed != null) {
      throw new ModelRefusal(AuthError.TOTP_ALREADY_ENABLED);
    }
    return asking;
  }

  ModelSession confirm(@Nullable ModelSession session, String typed) {
    ModelSession asking = requireFull(session);
    ModelAccount account = asking.account;
    if (account.pending == null) {
      throw new ModelRefusal(AuthError.NO_PENDING_TOTP);
    }
    long step = step(account.pending, digits(typed), account.newestUsedStep);
    if (step < 0) {
      throw new ModelRefusal(AuthError.INVALID_CODE);
    }
    account.confirmed = account.pending;
    account.pending = null;
    account.newestUsedStep = step;
    asking.provenAt = now();
    return goOnAlone(asking);
  }

  ModelSession disable(@Nullable ModelSession session, @Nullable String typed) {
    ModelSession asking = requireFull(session);
    ModelAccount account = asking.account;
    if (account.confirmed == null) {
      account.pending = null;
      return asking;
    }
    if (typed == null) {
      throw new ModelRefusal(AuthError.INVALID_CODE);
    }
    if (typed.length() > 20) {
      if (!account.recoveryCodes.contains(typed.toUpperCase(Locale.ROOT))) {
        throw new ModelRefusal(AuthError.INVALID_CODE);
      }
    } else {
      spendCode(account, typed);
    }
    account.codes.clear();
    account.turnTotpOff();
    return goOnAlone(asking);
  }

  ModelSession createRecoveryCodes(@Nullable ModelSession session) {
    ModelSession asking = requireFull(session);
    if (!asking.provenAt.plus(FRESH).isAfter(now())) {
      throw new ModelRefusal(AuthError.REAUTHENTICATION_REQUIRED);
    }
    if (asking.account.confirmed == null) {
      throw new ModelRefusal(AuthError.TOTP_NOT_ENABLED);
    }
    return asking;
  }

  ModelSession changePassword(@Nullable ModelSession session, String current, String replacement) {
    ModelSession asking = requireFull(session);
    confirmPassword(asking.account, current);
    if (replacement.equals(current)) {
      throw new ModelRefusal(AuthError.INVALID_REQUEST);
    }
    asking.account.password = replacement;
    return goOnAlone(asking);
  }

  ModelSession reauthenticate(
      @Nullable ModelSession session, String password, @Nullable String typed) {
    ModelSession asking = requireFull(session);
    ModelAccount account = asking.account;
    confirmPassword(account, password);
    if (account.confirmed != null) {
      if (typed == null) {
        throw new ModelRefusal(AuthError.INVALID_CODE);
      }
      spendCode(account, typed);
      account.codes.clear();
    }
    asking.provenAt = now();
    asking.lastSeenAt = now();
    return asking;
  }

  private void confirmPassword(ModelAccount account, String password) {
    account.confirmations.attempt(now());
    if (!account.password.equals(password)) {
      throw new ModelRefusal(AuthError.INCORRECT_PASSWORD);
    }
    account.confirmations.clear();
  }

  List<ModelSession> sessions(@Nullable ModelSession session) {
    return requireFull(session).account.sessions.stream()
        .filter(other -> other.full && isAlive(other))
        .toList();
  }

  ModelSession endSession(@Nullable ModelSession session, @Nullable ModelSession target) {
    ModelSession asking = requireFull(session);
    if (target == null || !sessions(asking).contains(target)) {
      throw new ModelRefusal(AuthError.NOT_FOUND);
    }
    target.ended = true;
    return asking;
  }

  ModelSession endOthers(@Nullable ModelSession session) {
    return goOnAlone(requireFull(session));
  }

  private ModelSession goOnAlone(ModelSession asking) {
    asking.account.endAllBut(asking);
    asking.lastSeenAt = now();
    return asking;
  }

  // The operator

  void clearAttempts(ModelAccount account) {
    tries(account.email).clear();
    account.confirmations.clear();
    account.codes.clear();
  }

  void delete(ModelAccount account) {
    clearAttempts(account);
    account.endAllBut(null);
    accounts.remove(account.email);
  }

  // Codes

  private void spendCode(ModelAccount account, String typed) {
    String code = digits(typed);
    countOnAccount(account);
    long step = step(account.confirmed, code, account.newestUsedStep);
    if (step < 0) {
      throw new ModelRefusal(AuthError.INVALID_CODE);
    }
    account.newestUsedStep = step;
  }

  private void countOnAccount(ModelAccount account) {
    if (account.codes.failuresAt(now()) >= CODES_UNTIL_LOCK) {
      throw new ModelRefusal(AuthError.TOTP_LOCKED);
    }
    account.codes.attempt(now());
  }

  private static String digits(String typed) {
    String code = typed.replace(" ", "");
    if (!code.matches("[0-9]{6}")) {
      throw new ModelRefusal(AuthError.INVALID_CODE);
    }
    return code;
  }

  /** The latest step of the window that has the code and was not used; -1 if there is none. */
  private long step(@Nullable TotpSecret secret, String code, long newestUsedStep) {
    for (int drift = 1; drift >= -1; drift--) {
      Instant at = now().plusSeconds(30L * drift);
      long step = at.getEpochSecond() / 30;
      if (secret != null
          && step > newestUsedStep
          && Totp.AUTHENTICATOR_APPS.generate(secret, at).equals(code)) {
        return step;
      }
    }
    return -1;
  }

  private Instant now() {
    return clock.instant();
  }
}
