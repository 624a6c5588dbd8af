package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One start of a server: what passes from the launch of its process to the first 200 of {@code
 * /healthz}, and what the process holds of the memory then (Linux).
 */
record ServerStart(double millis, double residentMebibytes) {
  private static final byte[] QUESTION =
      "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(US_ASCII);
  private static final String WELL = "HTTP/1.1 200";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(2);
  private static final double KIBIBYTES_PER_MEBIBYTE = 1024;

  /**
   * Starts it, asks over a new connection every two milliseconds, and ends it in good order.
   *
   * @param log gets what it prints
   */
  static ServerStart of(List<String> command, int port, Path log) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    long launched = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers(port)) {
        if (!process.isAlive() || System.nanoTime() - launched > PATIENCE.toNanos()) {
          throw new AssertionError("The server did not start: " + Files.readString(log));
        }
        Thread.sleep(BETWEEN_QUESTIONS.toMillis());
      }
      double millis = (System.nanoTime() - launched) / 1e6;
      return new ServerStart(millis, residentKibibytes(process) / KIBIBYTES_PER_MEBIBYTE);
    } finally {
      end(process);
    }
  }

  /** One that is free now, and that nobody else is told of. */
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(QUESTION);
      InputStream answer = socket.getInputStream();
      return new String(answer.readNBytes(WELL.length()), US_ASCII).equals(WELL);
    } catch (IOException notYet) {
      return false;
    }
  }

  private static long residentKibibytes(Process process) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  private static void end(Process process) throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("The server did not end by itself");
    }
  }
}
