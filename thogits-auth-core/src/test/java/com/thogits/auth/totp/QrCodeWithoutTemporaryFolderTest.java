package com.thogits.auth.totp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ImageIO keeps a temporary file for each image it writes to a stream, unless asked not to. */
class QrCodeWithoutTemporaryFolderTest {

  @Test
  void aQrCodeNeedsNoTemporaryFolderAndNoDisplay(@TempDir Path folder) throws Exception {
    Process java =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    // Newer Java runtimes warn of the missing folder first.
    assertThat(output).contains("data:image/png;base64,iVBORw0KGgo");
    assertThat(java.waitFor()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  /** Runs in a Java process of its own, because the temporary folder is read once. */
  static final class Program {
    private Program() {}

    /** Prints one QR code. */
    public static void main(String[] args) {
      System.out.println(QrCode.dataUri(QrCode.png("text")));
    }
  }
}
