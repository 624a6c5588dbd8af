package com.thogits.auth;

import static com.thogits.auth.TestService.LAPTOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.crypto.UnopenableSecretException;
import com.thogits.auth.totp.TotpSecret;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys can stay in a module that never hands them out (ASVS 13.3.3). */
class OtherCipherTest {

  /** Hands out numbers and keeps what they stand for, as a vault does. */
  private static final class Vault implements SecretCipher {
    private final Map<Integer, byte[]> secrets = new HashMap<>();
    private final Map<Integer, byte[]> contexts = new HashMap<>();

    @Override
    public synchronized byte[] seal(byte[] secret, byte[] context) {
      int number = secrets.size();
      secrets.put(number, secret.clone());
      contexts.put(number, context.clone());
      return ByteBuffer.allocate(Integer.BYTES).putInt(number).array();
    }

    @Override
    public synchronized byte[] open(byte[] sealed, byte[] context) {
      int number = sealed.length == Integer.BYTES ? ByteBuffer.wrap(sealed).getInt() : -1;
      if (!Arrays.equals(contexts.get(number), context)) {
        throw new UnopenableSecretException("the vault has no such secret there");
      }
      return secrets.get(number).clone();
    }

    @Override
    public boolean isCurrent(byte[] sealed) {
      return true;
    }
  }

  @Test
  void anotherCipherCanKeepTheKeys() {
    TestService service = new TestService();
    AuthService auth =
        AuthService.builder(service.users, service.sessions, service.attempts, new Vault())
            .clock(service.clock)
            .hasher(service.hasher)
            .build();
    SessionToken token = auth.register("user@example.com", TestService.PASSWORD, LAPTOP).token();
    TotpSecret secret = TotpSecret.ofBase32(auth.setupTotp(token).secret());
    auth.confirmTotp(token, service.code(secret, -1));
    TotpRequired partial =
        (TotpRequired) auth.login("user@example.com", TestService.PASSWORD, LAPTOP);

    SignedIn signedIn = auth.verifyTotp(partial.token(), service.code(secret, 0), LAPTOP);
    assertThat(auth.authenticate(signedIn.token())).isPresent();
  }
}
