package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.DocumentedCommands.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** README.md's walk with curl itself and its cookie file. */
class CurlWalkIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private AuthenticatorApp app;

  @TempDir Path data;
  @TempDir Path terminal;

  @BeforeEach
  void needsCurl() {
    Tool.CURL.require();
  }

  private static List<Command> commands() {
    return DocumentedCommands.of("example/CurlWalkIT");
  }

  @Test
  void everyCommandAnswersAsTheReadmeShows() throws Exception {
    try (ServerProcess server = ServerProcess.listening(data)) {
      for (Command command : commands()) {
        if (command.isCurl()) {
          JsonNode answer = curl(command, server.baseUrl());
          assertLooksLike(command, answer);
          rememberSecret(answer);
        } else {
          assertShowsACode(command);
        }
      }
    }
  }

  @Test
  void theWalkHasEveryDocumentedEndpoint() throws Exception {
    assertThat(commands().stream().filter(Command::isCurl))
        .extracting(command -> command.text().replaceAll("(?s).*?curl (.*?) \\\\\n.*", "$1"))
        .contains(
            post("register"),
            post("login"),
            post("logout"),
            "http://localhost:8080/api/auth/me",
            "-X PUT http://localhost:8080/api/auth/profile",
            post("password"),
            post("2fa/totp/setup"),
            post("2fa/totp/confirm"),
            post("2fa/totp/verify"),
            post("2fa/totp/disable"));
  }

  private static String post(String endpoint) {
    return "-X POST http://localhost:8080/api/auth/" + endpoint;
  }

  private JsonNode curl(Command command, String baseUrl) throws Exception {
    String text = command.text().replace("http://localhost:8080", baseUrl);
    if (!text.contains("{\"code\": ")) {
      return JSON.readTree(shell(text));
    }
    JsonNode answer = JSON.readTree(shell(withUnusedCode(text)));
    // A step can begin between a code's computing and its checking; that code is then too old.
    return answer.path("error").asText().equals("invalid_code")
        ? JSON.readTree(shell(withUnusedCode(text)))
        : answer;
  }

  private String withUnusedCode(String text) {
    return text.replaceAll("\"[0-9]{6}\"", '"' + app.unusedCode() + '"');
  }

  private void rememberSecret(JsonNode answer) {
    if (answer.has("secret")) {
      app = new AuthenticatorApp(answer.get("secret").asText(), Clock.systemUTC());
    }
  }

  private void assertShowsACode(Command command) throws Exception {
    assertThat(command.text()).isEqualTo("oathtool --totp -b SECRET\n");
    if (!Tool.OATHTOOL.isThere()) {
      assertThat(Tool.REQUIRED).as("oathtool is required").isFalse();
      return;
    }
    long before = app.currentStep();
    String shown = shell(command.text().replace("SECRET", app.secret().toBase32())).strip();
    long after = app.currentStep();
    assertThat(LongStream.rangeClosed(before, after).mapToObj(app::code)).contains(shown);
  }

  private static void assertLooksLike(Command command, JsonNode answer) throws IOException {
    assertThat(answer.path("error").isMissingNode()).as(command.text() + answer).isTrue();
    if (command.answer().isPresent()) {
      ShownAnswer.assertSame(command.text(), answer, JSON.readTree(command.answer().get()));
    }
  }

  private String shell(String text) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", text)
            .directory(terminal.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(text).isZero();
    return answer;
  }
}
