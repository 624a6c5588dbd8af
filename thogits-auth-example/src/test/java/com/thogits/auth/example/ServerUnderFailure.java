package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A server whose database is made to fail, with a user who is signed in, one whose login waits for
 * a code, and the server's log to read while it runs.
 */
final class ServerUnderFailure implements AutoCloseable {
  private static final String EMAIL = "user@example.com";
  private static final String ENROLLED = "enrolled@example.com";
  private static final String PASSWORD = "securepass123";
  private static final int QUIET_MS = 1000;
  private static final int MOST_TRIES = 3;
  private static final String VERIFY = "/api/auth/2fa/totp/verify";

  private final ServerProcess server;
  private final Path log;
  private final HttpClient http = ApiClient.connections();
  private final ApiClient signedIn;
  private final AuthenticatorApp app;
  private ApiClient awaiting;
  private int logRead;

  private ServerUnderFailure(ServerProcess server, Path log) throws Exception {
    this.server = server;
    this.log = log;
    this.signedIn = client();
    assertThat(signedIn.register(EMAIL, PASSWORD).status()).isEqualTo(200);
    ApiClient enrolled = client();
    enrolled.register(ENROLLED, PASSWORD);
    Answer setup = enrolled.send("POST", "/api/auth/2fa/totp/setup");
    this.app = new AuthenticatorApp(setup.json().path("secret").asText(), Clock.systemUTC());
    Answer confirmed = enrolled.withCode("/api/auth/2fa/totp/confirm", app);
    assertThat(confirmed.status()).isEqualTo(200);
    this.awaiting = awaitingCode();
  }

  /**
   * Starts it.
   *
   * @param folder for what is no database: keys, events, the log
   */
  static ServerUnderFailure started(Path folder, List<String> database) throws Exception {
    Path log = folder.resolve("server.log");
    Path logging =
        Files.writeString(
            folder.resolve("logging.properties"),
            """
            handlers = java.util.logging.FileHandler
            java.util.logging.FileHandler.pattern = %s
            java.util.logging.FileHandler.formatter = com.thogits.auth.example.LogLine
            .level = WARNING
            """
                .formatted(log.toString().replace("%", "%%")));
    List<String> arguments = new ArrayList<>(List.of("--port=0"));
    arguments.add("--key-file=" + folder.resolve("keys"));
    arguments.add("--audit-log=" + folder.resolve("audit.log"));
    arguments.addAll(database);
    ServerProcess server =
        ServerProcess.launch(
                List.of("-Djava.util.logging.config.file=" + logging), Map.of(), arguments)
            .awaitReady();
    return new ServerUnderFailure(server, log);
  }

  ApiClient client() {
    return new ApiClient(http, server.baseUrl());
  }

  private ApiClient awaitingCode() throws IOException, InterruptedException {
    ApiClient client = client();
    assertThat(client.login(ENROLLED, PASSWORD).json().path("needs_2fa").asBoolean()).isTrue();
    return client;
  }

  private Answer login(String password) throws IOException, InterruptedException {
    return client().login(EMAIL, password);
  }

  private Answer tryCode() throws IOException, InterruptedException {
    return awaiting.send("POST", VERIFY, Map.of("code", "000000"));
  }

  /** Whatever is asked of the accounts, right or wrong, is answered 503; nothing else is. */
  void refusesEverybody() throws Exception {
    List<Callable<Answer>> requests = new ArrayList<>();
    requests.add(() -> login("wrong-password"));
    requests.add(() -> login(PASSWORD));
    requests.add(this::tryCode);
    requests.add(() -> client().register("new@example.com", PASSWORD));
    requests.add(() -> signedIn.get("/api/auth/me"));
    requests.add(() -> signedIn.get("/api/hello"));
    requests.add(() -> signedIn.rename("Somebody else"));
    assertThat(atOnce(requests)).allSatisfy(ServerUnderFailure::isUnavailable);
    isAlive();
    assertThat(client().get("/api/auth/me").status()).isEqualTo(401);
  }

  /** Writes until there is no more room: a database's file may have some left in it. */
  void fillsUp() throws IOException, InterruptedException {
    int status = 200;
    while (status == 200) {
      status = signedIn.rename("Ann").status();
    }
    assertThat(status).isEqualTo(503);
  }

  /** What writes is answered 503, and what only reads is served. */
  void refusesWhoeverWrites() throws Exception {
    isUnavailable(login("wrong-password"));
    isUnavailable(login(PASSWORD));
    isUnavailable(tryCode());
    isUnavailable(signedIn.rename("Somebody else"));
    assertThat(signedIn.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(signedIn.get("/api/hello").status()).isEqualTo(200);
  }

  /** More requests than the pool has connections are all answered. */
  void answersACrowd(int size) throws Exception {
    List<Callable<Answer>> requests = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      requests.add(i % 2 == 0 ? () -> signedIn.get("/api/auth/me") : () -> login(PASSWORD));
    }
    assertThat(atOnce(requests)).allSatisfy(ServerUnderFailure::isUnavailable);
  }

  private static List<Answer> atOnce(List<Callable<Answer>> requests) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : threads.invokeAll(requests)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  static void isUnavailable(Answer answer) {
    assertThat(answer.status()).as(answer.response().body()).isEqualTo(503);
    assertThat(answer.response().body()).contains("\"overloaded\"").doesNotContain("SQL");
    assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty();
  }

  void isAlive() throws IOException, InterruptedException {
    Answer answer = client().get("/healthz");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("{\"status\":\"alive\"}");
  }

  void isReady() throws IOException, InterruptedException {
    Answer answer = client().get("/healthz/ready");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.response().body()).isEqualTo("{\"status\":\"ready\"}");
  }

  void isNotReady() throws IOException, InterruptedException {
    Answer answer = client().get("/healthz/ready");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.response().body()).isEqualTo("{\"status\":\"not ready\"}");
  }

  void awaitReady() throws IOException, InterruptedException {
    while (client().get("/healthz/ready").status() != 200) {
      Thread.onSpinWait();
    }
  }

  /**
   * Waits until it is ready, and then nobody has lost anything and nothing wrong passes; a request
   * or two may still meet a connection that died.
   */
  void recovers() throws Exception {
    awaitReady();
    while (login(PASSWORD).status() == 503) {
      Thread.onSpinWait();
    }
    while (signedIn.get("/api/auth/me").status() == 503) {
      Thread.onSpinWait();
    }
    assertThat(signedIn.get("/api/auth/me").status()).isEqualTo(200);
    assertThat(signedIn.rename("Ann").status()).isEqualTo(200);
    assertThat(login("wrong-password").status()).isEqualTo(401);
    assertThat(tryCode().status()).isEqualTo(400);
    assertThat(login(PASSWORD).status()).isEqualTo(200);
    awaiting = awaitingCode();
  }

  /** A code still opens what waited for it through every failure. */
  void takesACode() throws IOException, InterruptedException {
    assertThat(awaiting.withCode(VERIFY, app).status()).isEqualTo(200);
  }

  /**
   * What was logged since this was asked before: lines, no stack trace, no secret. The log is quiet
   * for a second after each of its lines, so what is to be said may need one more failure.
   */
  void saidOf(String... reasons) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>(newLines());
    for (int tries = 0; tries < MOST_TRIES && !says(lines, reasons); tries++) {
      Thread.sleep(QUIET_MS);
      login(PASSWORD);
      lines.addAll(newLines());
    }
    assertThat(says(lines, reasons)).as("%s", lines).isTrue();
    assertThat(lines)
        .allSatisfy(
            line ->
                assertThat(line)
                    .matches("\\d{4}-\\S+Z (SEVERE|WARNING) .*")
                    .doesNotContain(PASSWORD, EMAIL, "wrong-password", signedIn.cookie()));
  }

  private List<String> newLines() throws IOException {
    List<String> all = Files.readAllLines(log);
    List<String> lines = all.subList(logRead, all.size());
    logRead = all.size();
    return lines;
  }

  private static boolean says(List<String> lines, String... reasons) {
    return lines.stream()
        .filter(line -> line.contains("SEVERE com.thogits.auth.http The store is unavailable"))
        .anyMatch(line -> Stream.of(reasons).allMatch(line::contains));
  }

  /** Ends it in good order. */
  void end() throws IOException, InterruptedException {
    server.terminate();
    assertThat(server.ended().exitCode()).isEqualTo(143);
  }

  @Override
  public void close() {
    server.close();
  }
}
