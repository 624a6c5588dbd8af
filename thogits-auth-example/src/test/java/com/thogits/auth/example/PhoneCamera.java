package com.thogits.auth.example;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads a QR code off a screen, as an authenticator app does. */
final class PhoneCamera {
  private PhoneCamera() {}

  /** The account in a picture of nothing but the QR code and the white around it. */
  static URI scan(byte[] png) throws IOException {
    BufferedImageLuminanceSource source =
        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
    // Looking for a code that stands straight, the reader misses one in some sixty.
    Map<DecodeHintType, ?> nothingElse = Map.of(DecodeHintType.PURE_BARCODE, true);
    try {
      return URI.create(
          new QRCodeReader()
              .decode(new BinaryBitmap(new HybridBinarizer(source)), nothingElse)
              .getText());
    } catch (ReaderException e) {
      throw new AssertionError("no QR code in the picture", e);
    }
  }

  /** The secret in an otpauth URI, in base32. */
  static String secret(URI otpauth) {
    return Stream.of(otpauth.getRawQuery().split("&", -1))
        .filter(parameter -> parameter.startsWith("secret="))
        .map(parameter -> parameter.substring("secret=".length()))
        .findFirst()
        .orElseThrow();
  }
}
