package com.thogits.auth.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.crypto.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The package page of {@code com.thogits.auth.crypto} is cut from here. */
class SealingExampleTest {
  @TempDir Path folder;

  @Test
  void aSecretIsSealedOpenedAndSealedAnew() throws Exception {
    Path keyFile = folder.resolve("keys");
    KeyRing first = KeyRing.generate(new SecureRandom());
    Files.writeString(keyFile, first.withNewKey(new SecureRandom()).format());
    byte[] userId = "01HQ8A1B2CDEFGHJJK3MMNQP4Q".getBytes(UTF_8);
    byte[] secret = "a secret".getBytes(UTF_8);

    KeyRing keys = KeyRing.parse(Files.readString(keyFile), new SecureRandom());

    byte[] sealed = keys.seal(secret, userId);
    byte[] opened = keys.open(sealed, userId);
    assertThat(opened).isEqualTo(secret);

    sealed = first.seal(secret, userId);
    if (!keys.isCurrent(sealed)) {
      sealed = keys.seal(keys.open(sealed, userId), userId);
    }
    assertThat(keys.isCurrent(sealed)).isTrue();
    assertThat(keys.open(sealed, userId)).isEqualTo(secret);
  }
}
