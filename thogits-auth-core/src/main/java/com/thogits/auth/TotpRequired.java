package com.thogits.auth;

import java.time.Duration;

/**
 * The password was right and the account has TOTP: a partial session, good for {@link
 * AuthService#verifyTotp} alone.
 *
 * @param token the partial session's secret, told only here
 * @param lifetime how long a code is awaited
 */
public record TotpRequired(SessionToken token, Duration lifetime) implements LoginResult {}
