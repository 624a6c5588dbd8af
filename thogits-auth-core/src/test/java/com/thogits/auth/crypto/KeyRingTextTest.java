package com.thogits.auth.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTextTest {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String A = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
  private static final String B = "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzQ=";

  @Test
  void whatIsFormattedIsReadBack() {
    KeyRing keys = KeyRing.generate(RANDOM).withNewKey(RANDOM).withNewKey(RANDOM);

    KeyRing read = KeyRing.parse(keys.format(), RANDOM);

    assertThat(read.keyIds()).containsExactlyElementsOf(keys.keyIds());
    assertThat(read.currentKeyId()).isEqualTo(keys.currentKeyId());
    assertThat(read.format()).isEqualTo(keys.format());
    byte[] sealed = keys.seal("secret".getBytes(US_ASCII), new byte[0]);
    assertThat(read.open(sealed, new byte[0])).asString(US_ASCII).isEqualTo("secret");
  }

  @Test
  void theLastLineIsCurrentWhateverTheIds() {
    assertThat(KeyRing.parse("9 " + A + "\n3 " + B, RANDOM).currentKeyId()).isEqualTo(3);
    assertThat(KeyRing.parse("3 " + A + "\n9 " + B, RANDOM).currentKeyId()).isEqualTo(9);
  }

  @Test
  void commentsBlanksAndBothLineEndsAreRead() {
    String text = "# ours\r\n\r\n  1 \t " + A + "  \r\n\t# 2 " + A + "\n2147483647\t" + B + "\n\n";

    KeyRing keys = KeyRing.parse(text, RANDOM);

    assertThat(keys.keyIds()).containsExactly(1, 2147483647);
    assertThat(keys.format()).contains("\n1 " + A + "\n2147483647 " + B + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# 1 " + A, " # nothing"})
  void aTextWithoutKeysIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.parse(text, RANDOM))
        .withMessage("text must have at least one key");
  }

  @ParameterizedTest
  @CsvSource({
    "c2VjcmV0, a line must be",
    "c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzQ=, a line must be",
    "1, a line must be",
    "1:c2VjcmV0, a line must be",
    "1c2VjcmV0, a line must be",
    "0 c2VjcmV0, a line must be",
    "-1 c2VjcmV0, a line must be",
    "+1 c2VjcmV0, a line must be",
    "01 c2VjcmV0, a line must be",
    "\u0661 c2VjcmV0, a line must be",
    "99999999999 c2VjcmV0, a line must be",
    "1 c2VjcmV0 current, a line must be",
    "2147483648 c2VjcmV0, a key id must be 1 to 2147483647",
    "1 c2Vj!mV0, the key is not base64",
    "1 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyM-Q=, the key is not base64",
    "1 c2VjcmV0c, the key is not base64",
    "1 c2VjcmV0, 'the key must have 32 bytes, not 6'",
    "1 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMw==, 'the key must have 32 bytes, not 31'",
    "1 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzQ1, 'the key must have 32 bytes, not 33'",
    "1 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzQ, the key is not canonical base64",
    "1 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzR=, the key is not canonical base64",
    "5 c2VjcmV0IHNlY3JldCBzZWNyZXQgc2VjcmV0IDEyMzQ=, key id 5 comes twice",
    "6 AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=, key 6 is the same as key 5",
  })
  void aWrongLineIsNamedAndNotRepeated(String line, String reason) {
    String text = "# keys\n5 " + A + "\n\n" + line + "\n7 " + B.replace('c', 'd') + "\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.parse(text, RANDOM))
        .withNoCause()
        .withMessageStartingWith("line 4: " + reason)
        .withMessageNotContainingAny("c2Vj", "AAEC", "mV0");
  }
}
