/**
 * Accounts with e-mail and password, sessions, and TOTP: {@link com.thogits.auth.AuthService} is
 * what an application calls; {@link com.thogits.auth.UserStore}, {@link
 * com.thogits.auth.SessionStore} and {@link com.thogits.auth.AttemptStore} are what it may
 * implement.
 */
@NullMarked
package com.thogits.auth;

import org.jspecify.annotations.NullMarked;
