package com.thogits.auth;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account tells about itself. It holds no secret.
 *
 * @param userId the account, for good
 * @param email as it was first given
 * @param displayName the name to show, if one is set
 * @param createdAt when the account was registered, in whole milliseconds
 * @param oauthProviders where the account can also log in
 * @param hasPassword whether a password is set
 * @param hasTotp whether TOTP is confirmed, so that a login needs a code
 */
public record UserInfo(
    Ulid userId,
    String email,
    Optional<String> displayName,
    Instant createdAt,
    List<String> oauthProviders,
    boolean hasPassword,
    boolean hasTotp) {

  static UserInfo of(User user) {
    return new UserInfo(
        user.id(),
        user.email().address(),
        Optional.ofNullable(user.displayName()),
        user.createdAt(),
        user.oauthProviders(),
        user.passwordHash() != null,
        user.totp().isConfirmed());
  }
}
