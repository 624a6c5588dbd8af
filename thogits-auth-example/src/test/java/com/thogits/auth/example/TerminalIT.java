package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody at a terminal sees, on a terminal that util-linux's {@code script} makes. */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
  private static final int CONTROL_C = 3;
  private static final long PATIENCE_SECONDS = 60;

  @TempDir Path folder;

  @BeforeEach
  void needsScript() {
    Tool.SCRIPT.require();
  }

  @Test
  void aServerSaysWhereItListensAndControlCEndsItWith130() throws Exception {
    Process server = onATerminal("--port=0 --data-dir='" + folder + "'");
    try {
      String banner = readUntil(server.getInputStream(), "Listening on http://localhost:", "\n");
      assertThat(banner.lines()).hasSizeLessThanOrEqualTo(3);
      assertPlain(banner);

      server.getOutputStream().write(CONTROL_C);
      server.getOutputStream().flush();

      String rest = new String(server.getInputStream().readAllBytes(), UTF_8);
      assertThat(rest.replace("^C", "")).isBlank();
      assertThat(exitCode(server)).isEqualTo(130);
    } finally {
      server.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "admin", "copy", "fill"})
  void helpFitsTheScreen(String command) throws Exception {
    Process help = onATerminal(command + " --help");
    String text = new String(help.getInputStream().readAllBytes(), UTF_8);
    assertThat(text).startsWith("Usage: ");
    assertThat(text.lines()).hasSizeLessThanOrEqualTo(HelpTest.LINES);
    assertPlain(text);
    assertThat(exitCode(help)).isZero();
  }

  @Test
  void workThatIsDoneSoonIsOneLine() throws Exception {
    Process fill =
        onATerminal(
            "fill --accounts=10 --sessions=10 --password=horse-battery-9 --data-dir='"
                + folder
                + "'");
    String text = new String(fill.getInputStream().readAllBytes(), UTF_8);
    assertThat(text.lines()).hasSize(1).allMatch(line -> line.startsWith("{"));
    assertPlain(text);
    assertThat(exitCode(fill)).isZero();
  }

  @Test
  void aWrongOptionIsOneLineAndExitCode2() throws Exception {
    Process wrong = onATerminal("--prot=80");
    String text = new String(wrong.getInputStream().readAllBytes(), UTF_8);
    assertThat(text.lines())
        .containsExactly(
            "thogits-auth-example: there is no option --prot; --help lists the options");
    assertPlain(text);
    assertThat(exitCode(wrong)).isEqualTo(2);
  }

  /** No colours, and nothing that writes over a line. */
  private static void assertPlain(String text) {
    assertThat(text.replace("\r\n", "\n")).doesNotContain("\u001b", "\r", "\b");
  }

  private static Process onATerminal(String arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command = "'" + java + "' -jar '" + System.getProperty("example.jar") + "' " + arguments;
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                "script",
                "--quiet",
                "--return",
                "--command",
                heedingSignals(command),
                "/dev/null"));
    builder.environment().keySet().removeIf(name -> name.startsWith("THOGITS_"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("TERM", "xterm-256color");
    Process process = builder.start();
    CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
    return process;
  }

  /** A build in the background of a script ignores Control-C, and so would all that it starts. */
  private static String heedingSignals(String command) {
    String heeding = "env --default-signal=INT ";
    return "if %strue 2>&-; then exec %s; else exec %s; fi"
        .formatted(heeding, heeding + command, command);
  }

  private static String readUntil(InputStream in, String text, String end) throws IOException {
    StringBuilder read = new StringBuilder();
    while (read.indexOf(text) < 0 || !read.toString().endsWith(end)) {
      int next = in.read();
      assertThat(next).as(read.toString()).isNotNegative();
      read.append((char) next);
    }
    return read.toString();
  }

  private static int exitCode(Process process) throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
