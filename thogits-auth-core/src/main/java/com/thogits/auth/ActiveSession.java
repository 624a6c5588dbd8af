package com.thogits.auth;

import java.time.Instant;

/**
 * A session of full standing that was alive when it was asked for.
 *
 * @param user whose session it is
 * @param createdAt when its login began
 * @param expiresAt when it ends, however often it is used
 */
public record ActiveSession(UserInfo user, Instant createdAt, Instant expiresAt) {}
