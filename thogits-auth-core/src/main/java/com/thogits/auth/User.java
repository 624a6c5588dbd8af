package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account as a {@link UserStore} keeps it: immutable, whole, with a version. Each {@code with…}
 * method answers the account's next version, to be written by {@link UserStore#replace}.
 *
 * @param id never changes
 * @param email unique among accounts by its canonical form
 * @param passwordHash as a {@code PasswordHasher} wrote it, or null if no password is set
 * @param passwordChangeRequired whether the account can do nothing before it has a new password
 * @param displayName the name to show, or null
 * @param createdAt in whole milliseconds
 * @param oauthProviders where the account can also log in
 * @param totp the second factor
 * @param credentialEpoch counts the changes of password and TOTP and whatever else ends all
 *     sessions; sessions of an earlier epoch are dead
 * @param version counts the writes, from 1
 */
public record User(
    Ulid id,
    Email email,
    @Nullable String passwordHash,
    boolean passwordChangeRequired,
    @Nullable String displayName,
    Instant createdAt,
    List<String> oauthProviders,
    TotpEnrolment totp,
    long credentialEpoch,
    long version) {

  /** Checks that what must be there is. */
  public User {
    requireNonNull(id, "id");
    requireNonNull(email, "email");
    requireNonNull(createdAt, "createdAt");
    oauthProviders = List.copyOf(oauthProviders);
    requireNonNull(totp, "totp");
  }

  static User registered(Ulid id, Email email, String passwordHash, Instant createdAt) {
    return new User(
        id, email, passwordHash, false, null, createdAt, List.of(), TotpEnrolment.NONE, 1, 1);
  }

  User withDisplayName(@Nullable String name) {
    return next(passwordHash, passwordChangeRequired, name, totp, credentialEpoch);
  }

  /** The same password, hashed at today's cost: no change of credentials. */
  User withRehashedPassword(String hash) {
    return next(hash, passwordChangeRequired, displayName, totp, credentialEpoch);
  }

  User withNewPassword(String hash) {
    return next(hash, false, displayName, totp, credentialEpoch + 1);
  }

  User withPasswordChangeRequired() {
    return next(passwordHash, true, displayName, totp, credentialEpoch + 1);
  }

  /** A step used, a set-up begun, a recovery code spent: no change of credentials. */
  User withTotp(TotpEnrolment enrolment) {
    return next(passwordHash, passwordChangeRequired, displayName, enrolment, credentialEpoch);
  }

  /** TOTP turned on or off. */
  User withChangedTotp(TotpEnrolment enrolment) {
    return next(passwordHash, passwordChangeRequired, displayName, enrolment, credentialEpoch + 1);
  }

  User withSessionsEnded() {
    return next(passwordHash, passwordChangeRequired, displayName, totp, credentialEpoch + 1);
  }

  private User next(
      @Nullable String hash,
      boolean changeRequired,
      @Nullable String name,
      TotpEnrolment enrolment,
      long epoch) {
    return new User(
        id,
        email,
        hash,
        changeRequired,
        name,
        createdAt,
        oauthProviders,
        enrolment,
        epoch,
        version + 1);
  }

  /** The account's id and version; nothing that is secret or personal. */
  @Override
  public String toString() {
    return "User[id=" + id + ", version=" + version + "]";
  }
}
