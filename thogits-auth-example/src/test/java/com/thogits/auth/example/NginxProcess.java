package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real nginx on docs/nginx.conf, with other ports and paths and nothing else changed. */
final class NginxProcess implements AutoCloseable {
  private static final Path RECIPE = Path.of("..", "docs", "nginx.conf");
  private static final int PATIENCE_SECONDS = 10;

  private final Process process;
  private final int port;

  private NginxProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts it in front of two nodes and waits until it listens. */
  static NginxProcess start(Path folder, TlsCertificate certificate, int first, int second)
      throws IOException, InterruptedException {
    int port = freePort();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, recipe(folder, certificate, port, first, second));
    Path errors = folder.resolve("error.log");
    Process process =
        new ProcessBuilder(
                List.of(
                    "nginx",
                    "-p",
                    folder.toString(),
                    "-c",
                    configuration.toString(),
                    "-e",
                    errors.toString(),
                    "-g",
                    // Started by root, it would else give up the right to read its folder.
                    "daemon off; user " + System.getProperty("user.name") + "; pid nginx.pid;"))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    NginxProcess nginx = new NginxProcess(process, port);
    try {
      nginx.awaitListening(folder);
      return nginx;
    } catch (IOException | InterruptedException | AssertionError e) {
      nginx.close();
      throw e;
    }
  }

  private static String recipe(
      Path folder, TlsCertificate certificate, int port, int first, int second) throws IOException {
    String text = Files.readString(RECIPE, UTF_8);
    text = replaced(text, "127.0.0.1:8081", "127.0.0.1:" + first);
    text = replaced(text, "127.0.0.1:8082", "127.0.0.1:" + second);
    text = replaced(text, "listen 443 ssl", "listen 127.0.0.1:" + port + " ssl");
    text = replaced(text, "/etc/nginx/tls/fullchain.pem", certificate.chain().toString());
    text = replaced(text, "/etc/nginx/tls/privkey.pem", certificate.key().toString());
    // Where it keeps what its package has a folder for.
    return replaced(
        text,
        "http {\n",
        "http {\n    access_log "
            + folder.resolve("access.log")
            + ";\n"
            + temporaryFolder(folder, "client_body_temp_path")
            + temporaryFolder(folder, "proxy_temp_path")
            + temporaryFolder(folder, "fastcgi_temp_path")
            + temporaryFolder(folder, "uwsgi_temp_path")
            + temporaryFolder(folder, "scgi_temp_path"));
  }

  private static String temporaryFolder(Path folder, String setting) {
    return "    " + setting + " " + folder.resolve(setting) + ";\n";
  }

  private static String replaced(String text, String old, String by) {
    assertThat(text).containsOnlyOnce(old);
    return text.replace(old, by);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private void awaitListening(Path folder) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new AssertionError("nginx: " + Files.readString(folder.resolve("output")), notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  int port() {
    return port;
  }

  String baseUrl() {
    return "https://localhost:" + port;
  }

  @Override
  public void close() {
    // In good order, so that its workers end too.
    process.destroy();
    process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
