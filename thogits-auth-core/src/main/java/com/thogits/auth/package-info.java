/**
 * Accounts with e-mail and password, sessions, and TOTP.
 *
 * <ul>
 *   <li>{@link com.thogits.auth.AuthService} is what an application calls: register, log in, verify
 *       a code, ask who is there. {@link com.thogits.auth.AuthSettings} is what it may choose.
 *   <li>{@link com.thogits.auth.AuthOperator} is the operator's side of the same accounts.
 *   <li>{@link com.thogits.auth.AuthException} is every refusal, by its {@link
 *       com.thogits.auth.AuthError}; {@link com.thogits.auth.StoreException} is a store that
 *       failed.
 *   <li>{@link com.thogits.auth.AuthListener} hears of everything that happens.
 *   <li>{@link com.thogits.auth.UserStore}, {@link com.thogits.auth.SessionStore} and {@link
 *       com.thogits.auth.AttemptStore} are what an application may implement; {@link
 *       com.thogits.auth.User}, {@link com.thogits.auth.Session} and {@link
 *       com.thogits.auth.Attempts} are what they keep.
 * </ul>
 *
 * <pre>{@code
 * AuthService auth = MemoryStores.authService().clock(clock).build();
 * SignedIn signedIn = auth.register("user@example.com", "securepass123", Client.at("127.0.0.1"));
 * UserInfo user = auth.me(signedIn.token());
 * }</pre>
 *
 * <p>All of it is safe for use by several threads at once, and several services on one database act
 * as one.
 */
@NullMarked
package com.thogits.auth;

import org.jspecify.annotations.NullMarked;
