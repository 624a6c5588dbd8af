/** One-time codes and their QR image. */
package com.thogits.auth.bench.totp;
