package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4226 appendix D, all three columns, and the example of section 5.4. */
class Rfc4226VectorsTest {
  private static final TotpSecret SECRET =
      TotpSecret.ofBytes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @ParameterizedTest
  @CsvSource({
    "0, cc93cf18508d94934c64b65d8ba7667fb7cde4b0, 1284755224, 755224",
    "1, 75a48a19d4cbe100644e8ac1397eea747a2d33ab, 1094287082, 287082",
    "2, 0bacb7fa082fef30782211938bc1c5e70416ff44,  137359152, 359152",
    "3, 66c28227d03a2d5529262ff016a1e6ef76557ece, 1726969429, 969429",
    "4, a904c900a64b35909874b33e61c5938a8e15ed1c, 1640338314, 338314",
    "5, a37e783d7b7233c083d4f62926c7a25f238d0316,  868254676, 254676",
    "6, bc9cd28561042c83f219324d3c607256c03272ae, 1918287922, 287922",
    "7, a4fb960c0bc06e1eabb804e5b397cdc4b45596fa,   82162583, 162583",
    "8, 1b3c89f65e6c9e883012052823443f048b4332db,  673399871, 399871",
    "9, 1637409809a679dc698207310c8c7fc07290d9e5,  645520489, 520489",
  })
  void appendixD(long counter, String hmac, int truncated, String code) {
    byte[] hash = new byte[20];
    SECRET.hmac(HmacAlgorithm.SHA1, 1).hash(counter).get(hash);

    assertThat(HexFormat.of().formatHex(hash)).isEqualTo(hmac);
    assertThat(Hotp.truncate(ByteBuffer.wrap(hash))).isEqualTo(truncated);
    assertThat(new Hotp(HmacAlgorithm.SHA1, 6).generate(SECRET, counter)).isEqualTo(code);
  }

  @Test
  void truncationClearsTheSignBit() {
    byte[] hash = HexFormat.of().parseHex("1f8698690e02ca16618550ef7f19da8e945b555a");
    assertThat(Hotp.truncate(ByteBuffer.wrap(hash))).isEqualTo(0x50ef7f19);

    byte[] signed = HexFormat.of().parseHex("ffffffff0e02ca16618550ef7f19da8e945b5550");
    assertThat(Hotp.truncate(ByteBuffer.wrap(signed))).isEqualTo(0x7fffffff);
  }

  @Test
  void sevenAndEightDigitsAreLongerTailsOfTheSameNumber() {
    assertThat(new Hotp(HmacAlgorithm.SHA1, 7).generate(SECRET, 0)).isEqualTo("4755224");
    assertThat(new Hotp(HmacAlgorithm.SHA1, 8).generate(SECRET, 0)).isEqualTo("84755224");
    assertThat(new Hotp(HmacAlgorithm.SHA1, 8).generate(SECRET, 7)).isEqualTo("82162583");
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, 0, 5, 9, Integer.MAX_VALUE})
  void otherNumbersOfDigitsAreRefused(int digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hotp(HmacAlgorithm.SHA1, digits))
        .withMessageStartingWith("digits ");
  }

  @Test
  void theCounterTakesAllOfALongButItsSign() {
    assertThat(new Hotp(HmacAlgorithm.SHA1, 6).generate(SECRET, Long.MAX_VALUE)).hasSize(6);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Hotp(HmacAlgorithm.SHA1, 6).generate(SECRET, -1))
        .withMessageStartingWith("counter ");
  }

  @Test
  void nullNamesTheParameter() {
    Hotp hotp = new Hotp(HmacAlgorithm.SHA1, 6);
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Hotp(null, 6))
        .withMessage("algorithm");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> hotp.generate(null, 1))
        .withMessage("secret");
  }
}
