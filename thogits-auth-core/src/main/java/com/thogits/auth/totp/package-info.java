/**
 * Time-based one-time passwords: HOTP (RFC 4226), TOTP (RFC 6238), the {@code otpauth://} URI that
 * authenticator apps read, and its QR code.
 *
 * <p>The package is usable alone. It reads no clock, keeps no state and starts no threads: the time
 * and the newest used step come in as arguments, and the caller stores the step that {@link
 * com.thogits.auth.totp.Totp#match} returns. Every type is immutable and safe to share between
 * threads.
 *
 * <pre>{@code
 * TotpSecret secret = TotpSecret.random(new SecureRandom());
 * Totp totp = Totp.AUTHENTICATOR_APPS;
 * String uri = new OtpauthUri("Acme", "user@example.com", secret, totp).toUriString();
 * byte[] png = QrCode.png(uri);
 * }</pre>
 *
 * <p>and later, for what a user typed:
 *
 * <pre>{@code
 * OptionalLong step = totp.match(secret, code, Instant.now(), 1, newestUsedStep);
 * }</pre>
 */
@NullMarked
package com.thogits.auth.totp;

import org.jspecify.annotations.NullMarked;
