package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.example.DocumentedCommands.Command;
import com.thogits.auth.requirements.CodeBlock;
import com.thogits.auth.requirements.CodeBlocks;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A new project in an empty folder, made of nothing but what README.md shows, on the artifacts that
 * this build has installed. Only the port is another.
 */
class QuickStartIT {
  private static final String TEST = "example/QuickStartIT";
  private static final String PROJECT = "jdk-server/";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PATIENCE_SECONDS = 120;
  private static final Path REPOSITORY = Path.of("target", "it-repository").toAbsolutePath();

  private String port;

  @TempDir Path folder;

  @BeforeEach
  void needsCurlAndTheInstalledArtifacts() {
    Tool.CURL.require();
    boolean installed = Files.isDirectory(REPOSITORY.resolve("com/thogits/thogits-auth-http"));
    assertThat(installed || !Tool.REQUIRED).as("the artifacts are installed").isTrue();
    assumeTrue(installed, "the artifacts are not installed: run it with -Dinvoker.skip=false");
  }

  @Test
  void aStrangerHasAProtectedEndpoint() throws Exception {
    port = freePort();
    writeShownFiles();
    useInstalledArtifacts();
    List<Command> commands = DocumentedCommands.of(TEST);
    Process server =
        shell(commands.get(0).text())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("maven.log").toFile())
            .start();
    try {
      awaitListening(server);
      for (Command command : commands.subList(1, commands.size())) {
        assertAnswers(command);
      }
    } finally {
      server.descendants().forEach(ProcessHandle::destroyForcibly);
      server.destroyForcibly().waitFor();
    }
  }

  private void writeShownFiles() throws IOException {
    for (CodeBlock block : CodeBlocks.all()) {
      if (block.document().equals("README.md") && block.source().startsWith(PROJECT)) {
        Path file = folder.resolve(block.source().substring(PROJECT.length()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, elsewhere(block.text()));
      }
    }
  }

  private String elsewhere(String text) {
    return text.replace("8080", port);
  }

  /** As a user has them in the local repository after {@code mvn install}. */
  private void useInstalledArtifacts() throws IOException {
    Path settings = folder.resolve("settings.xml");
    Files.writeString(
        settings,
        Files.readString(Path.of("src/it/settings.xml"))
            .replace(
                "@offline@",
                Boolean.toString("offline=true".equals(System.getProperty("maven.network"))))
            .replace(
                "@localRepositoryUrl@",
                Path.of(System.getProperty("maven.repository")).toUri().toString()));
    Path options = folder.resolve(".mvn/maven.config");
    Files.createDirectories(options.getParent());
    Files.writeString(options, "-s\n" + settings + "\n-Dmaven.repo.local=" + REPOSITORY + "\n");
    Files.writeString(options.resolveSibling("jvm.config"), "-Daether.offline.protocols=file\n");
  }

  private void assertAnswers(Command command) throws IOException, InterruptedException {
    Process process = shell(command.text()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(command.text()).isZero();
    String shown = command.answer().orElseThrow();
    if (shown.startsWith("{\"user_id\"")) {
      ShownAnswer.assertSame(command.text(), JSON.readTree(answer), JSON.readTree(shown));
    } else {
      assertThat(answer).as(command.text()).isEqualTo(shown);
    }
  }

  private ProcessBuilder shell(String text) {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", elsewhere(text)).directory(folder.toFile());
    String maven = Path.of(System.getProperty("maven.home"), "bin").toString();
    builder.environment().merge("PATH", maven, (path, first) -> first + File.pathSeparator + path);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  private void awaitListening(Process server) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (true) {
      try {
        new Socket("localhost", Integer.parseInt(port)).close();
        return;
      } catch (IOException notYet) {
        if (!server.isAlive() || System.nanoTime() > deadline) {
          throw new AssertionError(Files.readString(folder.resolve("maven.log")), notYet);
        }
        Thread.sleep(50);
      }
    }
  }

  private static String freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(free.getLocalPort());
    }
  }
}
