package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.crypto.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  private static final int SERVERS = 8;
  private static final int ROUNDS = 25;

  private final SecureRandom random = new SecureRandom();

  @TempDir Path folder;

  @Test
  void thereAreNoKeysWithoutAFile() throws Exception {
    assertThat(keyFile().read()).isEmpty();
  }

  @Test
  void whatIsMadeIsReadAgainAndNotReplaced() throws Exception {
    KeyRing made = keyFile().createOrRead(KeyRing.generate(random));
    assertThat(keyFile().read()).hasValueSatisfying(read -> assertSame(read, made));
    assertSame(keyFile().createOrRead(KeyRing.generate(random)), made);
    try (var files = Files.list(file().getParent())) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void itIsItsOwnersAlone() throws Exception {
    keyFile().createOrRead(KeyRing.generate(random));
    assertThat(Files.getPosixFilePermissions(file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(file().getParent()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void serversThatStartTogetherEndWithOneKey() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Path shared = folder.resolve("round" + round).resolve("keys");
      Set<Integer> keys = new HashSet<>();
      for (KeyRing ring : madeTogether(shared)) {
        keys.addAll(ring.keyIds());
      }
      assertThat(keys).hasSize(1);
    }
  }

  private List<KeyRing> madeTogether(Path shared) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(SERVERS);
    try {
      CyclicBarrier start = new CyclicBarrier(SERVERS);
      List<Future<KeyRing>> starting = new ArrayList<>();
      for (int i = 0; i < SERVERS; i++) {
        starting.add(
            threads.submit(
                () -> {
                  KeyRing own = KeyRing.generate(random);
                  start.await();
                  return new KeyFile(shared, random).createOrRead(own);
                }));
      }
      List<KeyRing> rings = new ArrayList<>();
      for (Future<KeyRing> ring : starting) {
        rings.add(ring.get());
      }
      return rings;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aFileThatOthersCanReadIsRefused() throws Exception {
    keyFile().createOrRead(KeyRing.generate(random));
    for (String open : List.of("rw----r--", "rw-r-----", "rw-----w-")) {
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString(open));
      assertThatThrownBy(() -> keyFile().read())
          .isInstanceOf(StartException.class)
          .hasMessage(
              "the key file " + file() + " is open to others than its owner; chmod 600 closes it");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing",
        "1 c2VjcmV0",
        "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0",
        "1 c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U= more"
      })
  void aGarbledFileIsRefusedWithoutShowingIt(String text) throws Exception {
    write(text.getBytes(UTF_8));
    assertThatThrownBy(() -> keyFile().read())
        .isInstanceOf(StartException.class)
        .hasMessageStartingWith("the key file " + file() + " is no key file: ")
        .hasMessageNotContaining("c2Vj");
  }

  @Test
  void aBinaryFileIsRefused() throws Exception {
    write(new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    assertThatThrownBy(() -> keyFile().read()).hasMessageEndingWith("it is not text");
    write(new byte[100_000]);
    assertThatThrownBy(() -> keyFile().read()).hasMessageEndingWith("it is too large");
  }

  private void write(byte[] content) throws Exception {
    OwnerOnly.createFolders(file().getParent());
    Files.write(file(), content);
    OwnerOnly.protect(file());
  }

  private Path file() {
    return folder.resolve("data").resolve("keys");
  }

  private KeyFile keyFile() {
    return new KeyFile(file(), random);
  }

  private static void assertSame(KeyRing one, KeyRing other) {
    assertThat(one.format()).isEqualTo(other.format());
  }
}
