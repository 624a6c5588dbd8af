package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {
  private static final TotpSecret SECRET = TotpSecret.ofBase32("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");

  /** The most that level M holds in version 40 (ISO/IEC 18004 table 7). */
  private static final int CAPACITY = 2_331;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@example.org",
        "ann+totp@example.org",
        "\"ann lee\"@example.org",
        "o'neil@example.org",
        "jürgen@bücher.example",
      })
  void theCodeReadsAsTheUri(String account) throws Exception {
    String uri = uri(account);

    assertThat(scan(QrCode.png(uri)).getText()).isEqualTo(uri);
  }

  @Test
  void anAddressOfTheLongestLegalLengthScans() throws Exception {
    String account =
        "+".repeat(64) + "@" + ("a".repeat(62) + ".").repeat(2) + "b".repeat(55) + ".example";
    assertThat(account).hasSize(254);
    String uri = uri(account);

    assertThat(scan(QrCode.png(uri)).getText()).isEqualTo(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ascii", "äöü", "日本語", "😀", "0123456789", "ABC", "\u007f", "\u0080"})
  void otherTextReadsBackToo(String text) throws Exception {
    assertThat(scan(QrCode.png(text)).getText()).isEqualTo(text);
  }

  @Test
  void theErrorCorrectionLevelIsM() throws Exception {
    assertThat(scan(QrCode.png(uri("ann@example.org"))).getResultMetadata())
        .containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "M");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 14, 100, 300, 1000, CAPACITY})
  void everyModuleIsAWholeNumberOfPixelsInsideAQuietZoneOfFour(int length) throws Exception {
    BufferedImage image = read(QrCode.png("a".repeat(length)));
    int width = image.getWidth();
    int quiet = firstBlack(image);
    int module = quiet / 4;
    int modules = width / module;

    assertThat(image.getHeight()).isEqualTo(width);
    assertThat(width).isBetween(240, 800);
    assertThat(module).isGreaterThanOrEqualTo(4);
    assertThat(quiet % 4).isZero();
    assertThat(width % module).isZero();
    assertThat((modules - 8 - 17) % 4).as("4 * version + 17 modules").isZero();
    // The top left finder pattern is a bar of seven modules.
    assertThat(IntStream.range(0, 7 * module)).allMatch(x -> isBlack(image, quiet + x, quiet));
    assertThat(isBlack(image, quiet + 7 * module, quiet)).isFalse();
    assertThat(IntStream.range(0, width))
        .allMatch(
            i ->
                IntStream.range(0, quiet)
                    .noneMatch(
                        q ->
                            isBlack(image, i, q)
                                || isBlack(image, q, i)
                                || isBlack(image, i, width - 1 - q)
                                || isBlack(image, width - 1 - q, i)));
  }

  @Test
  void aDataUriHoldsThePng() {
    byte[] png = QrCode.png("text");
    String uri = QrCode.dataUri(png);

    assertThat(uri).startsWith("data:image/png;base64,iVBORw0KGgo");
    assertThat(Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1))).isEqualTo(png);
  }

  @Test
  void textThatDoesNotFitIsRefusedWithoutBeingRepeated() {
    String text = "a".repeat(CAPACITY + 1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrCode.png(text))
        .withMessage("text does not fit in a QR code")
        .satisfies(
            e -> assertThat(e).hasStackTraceContaining("QrCode").hasMessageNotContaining("aaa"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\ud83d", "a\ude00"})
  void textThatCannotBeWrittenIsRefused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QrCode.png(text))
        .withMessageStartingWith("text must not ");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> QrCode.png(null))
        .withMessage("text");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> QrCode.dataUri(null))
        .withMessage("png");
  }

  private static String uri(String account) {
    return new OtpauthUri("Thögits & Co", account, SECRET, Totp.AUTHENTICATOR_APPS).toUriString();
  }

  private static Result scan(byte[] png) throws Exception {
    BufferedImageLuminanceSource source = new BufferedImageLuminanceSource(read(png));
    return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source)));
  }

  private static BufferedImage read(byte[] png) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static int firstBlack(BufferedImage image) {
    return IntStream.range(0, image.getWidth())
        .filter(i -> isBlack(image, i, i))
        .findFirst()
        .orElseThrow();
  }

  private static boolean isBlack(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xffffff) == 0;
  }
}
