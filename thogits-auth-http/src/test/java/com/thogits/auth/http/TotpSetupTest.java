package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class TotpSetupTest {
  @AutoClose private final TestServer server = new TestServer();

  private final TestClient client = server.registered("user@example.com");

  @Test
  void answersTheSecretAndAQrCode() {
    TestReply reply = client.post("/2fa/totp/setup").expect(200);

    assertThat(reply.json().propertyStream().map(field -> field.getKey()))
        .containsExactly("secret", "qr_code");
    assertThat(reply.text("secret")).matches("[A-Z2-7]{32}");
    String prefix = "data:image/png;base64,";
    assertThat(reply.text("qr_code")).startsWith(prefix);
    assertThat(Base64.getDecoder().decode(reply.text("qr_code").substring(prefix.length())))
        .startsWith(0x89, 'P', 'N', 'G');
  }

  @Test
  void theQrCodeHoldsTheAccountAndTheSecret() throws Exception {
    TestReply reply = client.post("/2fa/totp/setup").expect(200);
    byte[] png = Base64.getDecoder().decode(reply.text("qr_code").split(",", -1)[1]);
    BufferedImageLuminanceSource pixels =
        new BufferedImageLuminanceSource(ImageIO.read(new ByteArrayInputStream(png)));
    // Told nothing, the reader looks for a code in a photograph and misses one in sixty.
    String uri =
        new MultiFormatReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(pixels)),
                Map.of(DecodeHintType.PURE_BARCODE, true))
            .getText();

    assertThat(uri)
        .startsWith("otpauth://totp/Thogits:user@example.com?")
        .contains("secret=" + reply.text("secret"))
        .contains("issuer=Thogits");
  }

  @Test
  void givesANewSecretAgainBeforeConfirmingAndTheEarlierOneIsVoid() {
    String first = client.post("/2fa/totp/setup").expect(200).text("secret");
    String second = client.post("/2fa/totp/setup").expect(200).text("secret");

    assertThat(second).isNotEqualTo(first);
    client.post("/2fa/totp/confirm", server.code(first)).refused(400, "invalid_code");
    client.post("/2fa/totp/confirm", server.code(second)).says("TOTP confirmed");
  }

  @Test
  void isRefusedWhileTotpIsOnAndTheLiveSecretStays() {
    String secret = server.enableTotp(client);
    client.post("/2fa/totp/setup").refused(400, "totp_already_enabled");

    server
        .awaitingCode("user@example.com")
        .post("/2fa/totp/verify", server.code(secret))
        .expect(200);
  }

  @Test
  void doesNotCareWhatABodySays() {
    client.post("/2fa/totp/setup", "nonsense").expect(200);
  }

  @Test
  void setsNoCookie() {
    assertThat(client.post("/2fa/totp/setup").expect(200).cookies()).isEmpty();
  }
}
