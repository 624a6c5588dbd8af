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
 * String uri = new OtpauthUri("Example", "ann@example.org", secret, Totp.AUTHENTICATOR_APPS).toUriString();
 * byte[] image = QrCode.png(uri);
 *
 * OptionalLong step = Totp.AUTHENTICATOR_APPS.match(secret, typedCode, clock.instant(), 1, newestUsedStep);
 * }</pre>
 */
@NullMarked
package com.thogits.auth.totp;

import org.jspecify.annotations.NullMarked;
