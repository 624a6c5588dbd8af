package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.totp.TotpSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No plain bytes of a TOTP secret are left in memory by sealing and opening it. */
class SecretsAreWipedTest {
  private static final Ulid USER =
      Ulid.create(Instant.parse("2025-01-15T10:00:00Z"), new SecureRandom());

  private final KeyRing keys = KeyRing.generate(new SecureRandom());
  private final List<byte[]> plain = new ArrayList<>();
  private final TotpSecrets secrets = new TotpSecrets(new Watching());
  private boolean broken;

  /** Keeps what it must not keep, to see what becomes of it. */
  private final class Watching implements SecretCipher {
    @Override
    public byte[] seal(byte[] secret, byte[] context) {
      plain.add(secret);
      if (broken) {
        throw new IllegalStateException("out of reach");
      }
      return keys.seal(secret, context);
    }

    @Override
    public byte[] open(byte[] sealed, byte[] context) {
      byte[] opened = broken ? new byte[] {1, 2, 3} : keys.open(sealed, context);
      plain.add(opened);
      return opened;
    }

    @Override
    public boolean isCurrent(byte[] sealed) {
      return false;
    }
  }

  @Test
  void whatWasSealedOrOpenedIsCleared() {
    TotpSecret secret = TotpSecret.random(new SecureRandom());

    SealedSecret sealed = secrets.seal(secret, USER);
    assertThat(secrets.open(sealed, USER)).isEqualTo(secret);
    assertThat(secrets.open(secrets.upToDate(sealed, USER), USER)).isEqualTo(secret);

    assertThat(plain).hasSize(5).allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
  }

  @Test
  void alsoWhereItFails() {
    TotpSecret secret = TotpSecret.random(new SecureRandom());
    SealedSecret sealed = secrets.seal(secret, USER);
    broken = true;

    assertThatThrownBy(() -> secrets.seal(secret, USER)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> secrets.open(sealed, USER))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(plain).hasSize(3).allSatisfy(bytes -> assertThat(bytes).containsOnly(0));
  }
}
