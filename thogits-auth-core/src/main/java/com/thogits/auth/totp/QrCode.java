package com.thogits.auth.totp;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/**
 * QR codes (ISO/IEC 18004) as black and white PNG images, for a phone to scan from a screen.
 *
 * <p>Made in memory: no temporary file, no display, no global setting.
 */
public final class QrCode {
  private static final int QUIET_ZONE_MODULES = 4;
  private static final int MIN_MODULE_PIXELS = 4;
  private static final int MIN_IMAGE_PIXELS = 240;

  private QrCode() {}

  /**
   * Draws {@code text} with error correction level M and a quiet zone of 4 modules. A module is a
   * whole number of pixels wide, at least 4; the image is square, at least 240 pixels wide.
   *
   * @param text what a scanner shall read, such as {@link OtpauthUri#toUriString}
   * @return the PNG file
   * @throws IllegalArgumentException if {@code text} is empty, has unpaired surrogates, or does not
   *     fit in a QR code (2,331 bytes at level M); the message never contains the text
   */
  public static byte[] png(String text) {
    QRCode code = encode(text);
    int modules = code.getMatrix().getWidth() + 2 * QUIET_ZONE_MODULES;
    int modulePixels = Math.max(MIN_MODULE_PIXELS, (MIN_IMAGE_PIXELS + modules - 1) / modules);
    int pixels = modules * modulePixels;
    return Png.of(QRCodeWriter.renderResult(code, pixels, pixels, QUIET_ZONE_MODULES));
  }

  /**
   * Writes a PNG image as a {@code data:} URI (RFC 2397), for the source of an HTML image.
   *
   * @param png the PNG file
   * @return the URI, beginning with {@code data:image/png;base64,}
   */
  public static String dataUri(byte[] png) {
    return "data:image/png;base64,"
        + Base64.getEncoder().encodeToString(Objects.requireNonNull(png, "png"));
  }

  private static QRCode encode(String text) {
    if (Objects.requireNonNull(text, "text").isEmpty()) {
      throw new IllegalArgumentException("text must not be empty");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new IllegalArgumentException("text must not have unpaired surrogates");
    }
    try {
      return Encoder.encode(text, ErrorCorrectionLevel.M, characterSet(text));
    } catch (WriterException e) {
      throw new IllegalArgumentException("text does not fit in a QR code", e);
    }
  }

  /** ASCII needs no designator of its character set, and some scanners stumble over one. */
  private static Map<EncodeHintType, String> characterSet(String text) {
    boolean ascii = text.chars().allMatch(c -> c < 0x80);
    return ascii ? Map.of() : Map.of(EncodeHintType.CHARACTER_SET, StandardCharsets.UTF_8.name());
  }
}
