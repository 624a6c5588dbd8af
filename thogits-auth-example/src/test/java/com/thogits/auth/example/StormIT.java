package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.HashingCapacity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Many logins at once on a small heap: some wait, some are sent away, and nothing breaks. */
class StormIT {
  private static final int LOGINS = 200;
  private static final String PASSWORD = ImportedAccounts.CHOSEN;
  private static final long HEAP_KIB = 256 * 1024;

  /**
   * What the process takes beside its heap and the hashes: the Java runtime's code, classes,
   * compiler and collector, and a stack for each of a few hundred threads. At rest all of the
   * process takes some 80 MiB, its heap included. Blocks that the C library keeps instead of giving
   * them back come to 400 MiB and more.
   */
  private static final long RUNTIME_KIB = 128 * 1024;

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void everyLoginIsAnsweredAndSoIsWhoeverIsSignedIn() throws Exception {
    ImportedAccounts.fill(data(), LOGINS + 1);
    try (ServerProcess server = start()) {
      ApiClient signedIn = new ApiClient(http, server.baseUrl());
      assertThat(signedIn.login(ImportedAccounts.email(LOGINS), PASSWORD).status()).isEqualTo(200);

      List<CompletableFuture<HttpResponse<String>>> logins = storm(server.baseUrl());
      int answeredMeanwhile = 0;
      while (logins.stream().anyMatch(login -> !login.isDone())) {
        assertThat(signedIn.get("/api/auth/me").status()).isEqualTo(200);
        answeredMeanwhile++;
      }

      assertThat(answeredMeanwhile).isGreaterThan(10);
      assertAnswers(logins);
      assertThat(signedIn.login(ImportedAccounts.email(LOGINS), PASSWORD).status()).isEqualTo(200);
      assertThat(PeakMemory.kib(server.pid())).isLessThan(HEAP_KIB + hashesKib() + RUNTIME_KIB);
      server.stop();
    }
  }

  private static void assertAnswers(List<CompletableFuture<HttpResponse<String>>> logins) {
    List<Integer> statuses = new ArrayList<>();
    for (CompletableFuture<HttpResponse<String>> login : logins) {
      HttpResponse<String> answer = login.join();
      statuses.add(answer.statusCode());
      if (answer.statusCode() >= 429) {
        assertThat(answer.headers().firstValue("Retry-After").orElse(""))
            .as("Retry-After of " + answer.statusCode())
            .matches("[1-9][0-9]*");
      }
    }
    assertThat(statuses).isSubsetOf(200, 401, 429, 503).contains(200, 401);
  }

  /** Every second one with a wrong password. */
  private List<CompletableFuture<HttpResponse<String>>> storm(String baseUrl) throws IOException {
    List<CompletableFuture<HttpResponse<String>>> logins = new ArrayList<>();
    for (int i = 0; i < LOGINS; i++) {
      String password = i % 2 == 0 ? PASSWORD : "wrong-" + PASSWORD;
      String body =
          new ObjectMapper()
              .writeValueAsString(Map.of("email", ImportedAccounts.email(i), "password", password));
      logins.add(
          http.sendAsync(
              HttpRequest.newBuilder(URI.create(baseUrl + "/api/auth/login"))
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString()));
    }
    return logins;
  }

  private ServerProcess start() throws IOException {
    List<String> arguments =
        List.of("--port=0", "--data-dir=" + data(), "--login-failures-per-address=100000");
    return ServerProcess.launch(List.of("-Xmx256m"), Map.of(), arguments).awaitReady();
  }

  /** What the hashes that run at once may take; the server counts the same way. */
  private static long hashesKib() {
    HashingCapacity here = HashingCapacity.ofThisProcess();
    HashingCapacity there =
        new HashingCapacity(here.processors(), here.memoryBytes(), HEAP_KIB * 1024);
    Argon2Parameters cost = Argon2Parameters.OWASP;
    return (long) there.permits(cost) * cost.memoryKib();
  }

  private Path data() {
    return folder.resolve("data");
  }
}
