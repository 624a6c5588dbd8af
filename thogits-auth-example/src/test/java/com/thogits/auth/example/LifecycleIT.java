package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ServerProcess.Ended;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** From start to end, seen from the outside. */
class LifecycleIT {
  private static final int ENDED_BY_SIGTERM = 143;
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "securepass123";

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void helpFitsAScreen() throws Exception {
    Ended ended = ServerProcess.launch(List.of(), Map.of(), List.of("--help")).ended();
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.stderr()).isEmpty();
    assertThat(ended.stdout().lines())
        .hasSizeLessThanOrEqualTo(HelpTest.LINES)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(HelpTest.COLUMNS));
    assertThat(ended.stdout())
        .contains(
            "--port",
            "--host",
            "--data-dir",
            "--jdbc-url",
            "--jdbc-user",
            "--jdbc-password",
            "--key-file",
            "--audit-log",
            "--allowed-origin",
            "--trusted-proxy",
            "--login-failures-per-address",
            "--registrations-per-address",
            "--insecure-cookies",
            "--help");
  }

  @Test
  void aNormalRunPrintsItsUrlAndNothingElse() throws Exception {
    try (ServerProcess server = ServerProcess.listening(folder)) {
      assertThat(server.announced())
          .containsExactly("Listening on http://localhost:" + server.port() + "/");
      assertThat(client(server).register(EMAIL, PASSWORD).status()).isEqualTo(200);
      server.terminate();
      Ended ended = server.ended();
      assertThat(ended.stderr()).isEmpty();
      assertThat(ended.stdout()).isEmpty();
      assertThat(ended.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
    }
  }

  @Test
  void insecureCookiesAreSaidAloud() throws Exception {
    try (ServerProcess server = ServerProcess.listening(folder, "--insecure-cookies")) {
      ApiClient client = client(server);
      assertThat(client.register(EMAIL, PASSWORD).response().headers().allValues("Set-Cookie"))
          .isNotEmpty()
          .allSatisfy(cookie -> assertThat(cookie).startsWith("thogits_").doesNotContain("Secure"));
      assertThat(client.get("/api/auth/me").status()).isEqualTo(200);
      server.terminate();
      assertThat(server.ended().stderr())
          .contains("WARNING", "Session cookies go over plain HTTP")
          .hasLineCount(1);
    }
  }

  @Test
  void onlyAnAllowedOriginGetsCors() throws Exception {
    String allowed = "https://app.example.com";
    try (ServerProcess server = ServerProcess.listening(folder, "--allowed-origin=" + allowed)) {
      assertThat(allowedOriginFor(server, allowed)).contains(allowed);
      assertThat(allowedOriginFor(server, "https://evil.example.com")).isEmpty();
    }
  }

  @Test
  void aNewDatabaseHasNoAccounts() throws Exception {
    try (ServerProcess server = ServerProcess.listening(folder)) {
      for (String name : List.of("admin", "root", "test", "user", "thogits", "sa")) {
        for (String password : List.of("", name, "password", "changeme", "admin")) {
          assertThat(client(server).login(name + "@example.com", password).status()).isEqualTo(401);
        }
      }
    }
  }

  @Test
  void accountsAndSessionsOutliveARestart() throws Exception {
    String cookie;
    try (ServerProcess server = ServerProcess.listening(folder)) {
      ApiClient client = client(server);
      client.register(EMAIL, PASSWORD);
      assertThat(client.rename("Alice").status()).isEqualTo(200);
      cookie = client.cookie();
      server.terminate();
      server.ended();
    }
    try (ServerProcess server = ServerProcess.listening(folder)) {
      ApiClient client = new ApiClient(http, server.baseUrl(), cookie);
      assertThat(client.get("/api/auth/me").json().path("display_name").asText())
          .isEqualTo("Alice");
      assertThat(client(server).login(EMAIL, PASSWORD).status()).isEqualTo(200);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void theDataFolderIsItsOwnersAlone() throws Exception {
    Path data = folder.resolve("new/data");
    try (ServerProcess server = ServerProcess.listening(data)) {
      assertThat(client(server).register(EMAIL, PASSWORD).status()).isEqualTo(200);
      assertThat(permissions(data)).isEqualTo("rwx------");
      try (Stream<Path> files = Files.list(data)) {
        assertThat(files)
            .isNotEmpty()
            .allSatisfy(f -> assertThat(permissions(f)).isEqualTo("rw-------"));
      }
    }
  }

  @Test
  void aLoginInFlightIsAnsweredBeforeTheEnd() throws Exception {
    try (ServerProcess server = ServerProcess.listening(folder)) {
      client(server).register(EMAIL, PASSWORD);
      String body = "{\"email\": \"" + EMAIL + "\", \"password\": \"" + PASSWORD + "\"}";
      try (Socket socket = new Socket("localhost", server.port())) {
        OutputStream out = socket.getOutputStream();
        out.write(loginHead(body.length()).getBytes(US_ASCII));
        out.flush();
        awaitContinue(socket);
        server.terminate();
        awaitRefusal(server);
        out.write(body.getBytes(US_ASCII));
        out.flush();
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII))
            .startsWith("HTTP/1.1 200 ")
            .containsIgnoringCase("set-cookie: __host-thogits_session=")
            .contains("\"user_id\"");
      }
      Ended ended = server.ended();
      assertThat(ended.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
      assertThat(ended.stderr()).isEmpty();
    }
  }

  /** The server says 100 Continue once it has the head and waits for the body. */
  private static String loginHead(int length) {
    return "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
        + "Expect: 100-continue\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }

  private static void awaitContinue(Socket socket) throws IOException {
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int next = socket.getInputStream().read();
      assertThat(next).isNotNegative();
      head.append((char) next);
    }
    assertThat(head.toString()).startsWith("HTTP/1.1 100 ");
  }

  /** Comes back once the server takes no more requests. */
  private static void awaitRefusal(ServerProcess server) throws InterruptedException {
    HttpClient other = ApiClient.connections();
    try {
      while (new ApiClient(other, server.baseUrl()).get("/api/auth/me").status() == 401) {
        Thread.onSpinWait();
      }
    } catch (IOException refused) {
      return;
    }
    throw new AssertionError("The server answered something unexpected while it ended");
  }

  private List<String> allowedOriginFor(ServerProcess server, String origin) throws Exception {
    return http.send(
            HttpRequest.newBuilder(URI.create(server.baseUrl() + "/api/auth/me"))
                .header("Origin", origin)
                .build(),
            HttpResponse.BodyHandlers.discarding())
        .headers()
        .allValues("Access-Control-Allow-Origin");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private ApiClient client(ServerProcess server) {
    return new ApiClient(http, server.baseUrl());
  }
}
