package com.thogits.auth.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which a test says exactly the bytes it wants to say. */
final class RawConnection implements AutoCloseable {
  private static final int PATIENCE_IN_MILLISECONDS = 60_000;

  private final Socket socket;

  RawConnection(TestServer server) throws IOException {
    this(server.port());
  }

  RawConnection(int port) throws IOException {
    this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(PATIENCE_IN_MILLISECONDS);
  }

  /** Sends lines, each ended as HTTP wants it, and the empty line after them. */
  RawConnection head(String... lines) throws IOException {
    return send(String.join("\r\n", lines) + "\r\n\r\n");
  }

  RawConnection send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.UTF_8));
  }

  RawConnection send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    return this;
  }

  /** Reads one answer: head, empty line, and as much body as is announced. */
  String answer() throws IOException {
    String head = readHead();
    int at = head.toLowerCase(Locale.ROOT).indexOf("content-length: ");
    int length =
        at < 0
            ? 0
            : Integer.parseInt(
                head.substring(at + "content-length: ".length(), head.indexOf("\r\n", at)));
    return head + new String(socket.getInputStream().readNBytes(length), StandardCharsets.UTF_8);
  }

  /** Reads the head of one answer: to HEAD there is nothing more. */
  String readHead() throws IOException {
    InputStream in = socket.getInputStream();
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        throw new IOException("the connection ended after: " + head);
      }
      head.write(read);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
