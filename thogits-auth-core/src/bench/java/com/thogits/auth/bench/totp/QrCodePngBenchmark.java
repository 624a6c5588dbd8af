package com.thogits.auth.bench.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.QrCode;
import com.thogits.auth.totp.Totp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The QR code of an {@code otpauth} URI as a PNG image. ZXing draws it with the same error
 * correction, quiet zone and size, and ImageIO keeps no temporary file. The limit is ZXing's
 * encoder alone, which tries eight masks; it draws nothing.
 */
@State(Scope.Thread)
public class QrCodePngBenchmark {
  private static final Map<EncodeHintType, ?> HINTS =
      Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

  private final String uri =
      new OtpauthUri("Acme", "user@example.com", new Given().secret, Totp.AUTHENTICATOR_APPS)
          .toUriString();

  private int pixels;

  @Setup
  public void setUp() throws IOException {
    ImageIO.setUseCache(false);
    pixels = ImageIO.read(new ByteArrayInputStream(QrCode.png(uri))).getWidth();
  }

  @Benchmark
  public byte[] thogits() {
    return QrCode.png(uri);
  }

  @Benchmark
  public byte[] zxing() throws WriterException, IOException {
    BitMatrix matrix = new QRCodeWriter().encode(uri, BarcodeFormat.QR_CODE, pixels, pixels, HINTS);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    MatrixToImageWriter.writeToStream(matrix, "PNG", png);
    return png.toByteArray();
  }

  @Benchmark
  public QRCode limit() throws WriterException {
    return Encoder.encode(uri, ErrorCorrectionLevel.M);
  }
}
