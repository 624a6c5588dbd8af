package com.thogits.auth;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A client's address that is a name stays one. A lookup would wait for a name server that an
 * attacker may run, and count strangers together.
 */
class NamesAreNotLookedUpTest {
  private static final String CONTROL = "control.example";
  private static final List<String> NAMES =
      List.of(
          "client.example",
          "CLIENT.example.",
          "localhost",
          "unknown",
          "cafe",
          "dead.beef",
          "fe80",
          "1",
          "127.1",
          "192.0.2",
          "0x7f.0.0.1",
          "192.0.2.1.example",
          "cafe%eth0",
          "_hidden");

  @TempDir Path folder;

  @Test
  void evenWhereEveryNameHasAnAddress() throws Exception {
    Path hosts = folder.resolve("hosts");
    Files.write(
        hosts,
        Stream.concat(Stream.of(CONTROL), NAMES.stream()).map("192.0.2.77 "::concat).toList());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djdk.net.hosts.file=" + hosts,
                "-cp",
                System.getProperty("java.class.path"),
                Program.class.getName()));
    command.addAll(NAMES);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> output =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();

    assertThat(process.waitFor()).as("%s", output).isZero();
    assertThat(output.get(0)).as("a lookup would have succeeded").isEqualTo("192.0.2.77");
    assertThat(output.subList(1, output.size()))
        .containsExactlyElementsOf(
            NAMES.stream()
                .map(name -> name.matches("[0-9.]+") ? name : TokenHash.ofText(name).toString())
                .toList());
  }

  /** In a Java process of its own, because names are looked up the same way in all of one. */
  static final class Program {
    private Program() {}

    public static void main(String[] names) throws Exception {
      System.out.println(InetAddress.getAllByName(CONTROL)[0].getHostAddress());
      for (String name : names) {
        System.out.println(ClientNetwork.of(Client.at(name)));
      }
    }
  }
}
