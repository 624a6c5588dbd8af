package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.requirements.CodeBlock;
import com.thogits.auth.requirements.CodeBlocks;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/operating.md for a faster start do what it says of them. */
@DisabledOnOs(OS.WINDOWS)
class ClassDataIT {
  private static final String TEST = "example/ClassDataIT";
  private static final String COMMAND = "java ";
  private static final String JAR = "thogits-auth-example/target/thogits-auth-example.jar";
  private static final int PATIENCE_SECONDS = 60;

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void anArchiveIsWrittenByOneStartAndUsedByTheNext() throws Exception {
    isWrittenAndUsed("write-archive", "use-archive", "thogits.jsa");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_19)
  void oneCommandWritesAnArchiveAndUsesIt() throws Exception {
    isWrittenAndUsed("archive", "archive", "thogits.jsa");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_25)
  void aCacheIsWrittenByOneStartAndUsedByTheNext() throws Exception {
    isWrittenAndUsed("write-cache", "use-cache", "thogits.aot");
  }

  @Test
  void everyCommandIsRun() {
    assertThat(CodeBlocks.runBy(TEST).stream().map(CodeBlock::name))
        .containsExactlyInAnyOrder(
            "archive", "write-archive", "use-archive", "write-cache", "use-cache");
  }

  private static String commands(String name) {
    return CodeBlocks.runBy(TEST, name).text();
  }

  private void isWrittenAndUsed(String writing, String using, String file) throws Exception {
    Path kept = folder.resolve(file);
    assertThat(kept).doesNotExist();
    answersAndEnds(commands(writing), List.of());
    assertThat(kept).isNotEmptyFile();

    Path loaded = folder.resolve("loaded.log");
    answersAndEnds(commands(using), List.of("-Xlog:class+load:file='" + loaded + "'"));
    assertThat(Files.readAllLines(loaded))
        .filteredOn(line -> line.contains(" " + Main.class.getName() + " "))
        .singleElement()
        .asString()
        .contains("source: shared objects file");
  }

  private void answersAndEnds(String command, List<String> moreForJava) throws Exception {
    Process process = process(command, moreForJava);
    try {
      String announced = process.inputReader().readLine();
      assertThat(announced).startsWith("Listening on ");
      String url = announced.substring("Listening on ".length(), announced.length() - 1);
      assertThat(new ApiClient(http, url).get("/healthz").status()).isEqualTo(200);
      process.toHandle().destroy();
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process process(String command, List<String> moreForJava) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String script =
        command
            .strip()
            .replace(COMMAND, "exec '" + java + "' " + String.join(" ", moreForJava) + " ")
            .replace(JAR, "'" + System.getProperty("example.jar") + "'");
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-euc", script + " --port=0 --data-dir=data")
            .directory(folder.toFile())
            .redirectError(folder.resolve("stderr").toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    return builder.start();
  }
}
