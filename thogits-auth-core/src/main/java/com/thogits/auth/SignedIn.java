package com.thogits.auth;

import java.time.Duration;

/**
 * A session of full standing, with a token that nobody had before.
 *
 * @param token the session's secret, told only here
 * @param lifetime how long the session can live from now on, if it is used often enough
 * @param user whose session it is
 * @param device marks the client's browser as one from which the account has logged in
 */
public record SignedIn(SessionToken token, Duration lifetime, UserInfo user, DeviceToken device)
    implements LoginResult {}
