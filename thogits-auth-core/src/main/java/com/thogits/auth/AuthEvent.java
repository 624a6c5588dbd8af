package com.thogits.auth;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that an audit trail records or a user should be told of (ASVS 16.2, 16.3). No event
 * holds a secret, and its texts hold no control characters, so that none can forge a line.
 */
public sealed interface AuthEvent {

  /** When, by the service's clock. */
  Instant at();

  /** What was done or tried. */
  AuthAction action();

  /** The account, if it is known. */
  Optional<Ulid> userId();

  /**
   * The client's address: of the caller where the method takes a {@link Client}, and otherwise
   * where the session's login came from; empty for the operator.
   */
  String address();

  /** It was done. */
  record Succeeded(Instant at, AuthAction action, Optional<Ulid> userId, String address)
      implements AuthEvent {}

  /** It was refused. */
  record Refused(
      Instant at, AuthAction action, Optional<Ulid> userId, String address, AuthError error)
      implements AuthEvent {}

  /**
   * It broke: a store, the hasher or a key failed.
   *
   * @param failure the kind of failure; its message may hold what is not for every reader
   */
  record Failed(
      Instant at, AuthAction action, Optional<Ulid> userId, String address, Throwable failure)
      implements AuthEvent {}

  /**
   * A request was refused by the adapter that received it, before this library was asked to do
   * anything: it was malformed, came from another site, or lacked a session.
   *
   * @param code the refusal as the client was told it, in lower snake case
   */
  record RequestRefused(Instant at, String address, String code) implements AuthEvent {

    /** {@link AuthAction#SEND_REQUEST}. */
    @Override
    public AuthAction action() {
      return AuthAction.SEND_REQUEST;
    }

    /** Nobody: who called was not looked at. */
    @Override
    public Optional<Ulid> userId() {
      return Optional.empty();
    }
  }

  /** Something of which the account's owner or the operator should know. */
  record Noticed(
      Instant at, AuthAction action, Optional<Ulid> userId, String address, Notice notice)
      implements AuthEvent {}

  /** What was noticed. The names are stable. */
  enum Notice {
    /** A login succeeded after several wrong passwords (ASVS 6.3.5). */
    LOGIN_AFTER_FAILURES,
    /** The password was right and the code was wrong (ASVS 6.3.5). */
    WRONG_CODE_AFTER_RIGHT_PASSWORD,
    /** A code that was used before, or is older than one used, was tried again. */
    CODE_REPLAYED,
    /** Codes of the account are locked after too many wrong ones (RFC 4226 section 7.2). */
    TOTP_LOCKED,
    /** The password was changed (ASVS 6.3.7). */
    PASSWORD_CHANGED,
    /** TOTP was turned on (ASVS 6.3.7). */
    TOTP_ENABLED,
    /** TOTP was turned off (ASVS 6.3.7). */
    TOTP_DISABLED,
    /** New recovery codes were made; earlier ones are void. */
    RECOVERY_CODES_CREATED,
    /** A recovery code was used. */
    RECOVERY_CODE_USED,
    /** The checker for breached passwords failed, and a password was let through unchecked. */
    BREACH_CHECK_FAILED
  }
}
