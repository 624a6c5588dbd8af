package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A thread that hashes keeps the memory it does so in, cleared, and gives it back at its end. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class WorkMemoryTest {
  private static final int KIB = 1024;

  private final WorkMemory memory = new WorkMemory();

  @AfterEach
  void close() {
    memory.close();
  }

  @Test
  void aBlockIsKeptForWhatFitsIntoIt() {
    Pointer first = memory.block(19 * KIB * KIB);

    assertThat(first).isNotNull();
    assertThat(memory.block(8 * KIB)).isEqualTo(first);
    assertThat(memory.block(19 * KIB * KIB)).isEqualTo(first);
  }

  @Test
  void aLargerOneTakesItsPlaceAndCanBeWrittenToItsEnd() {
    memory.block(8 * KIB);

    Pointer larger = Objects.requireNonNull(memory.block(WorkMemory.MOST_KEPT));

    larger.setByte(0, (byte) 1);
    larger.setByte(WorkMemory.MOST_KEPT - 1, (byte) 1);
    assertThat(memory.block(WorkMemory.MOST_KEPT + 1)).isNull();
  }

  @Test
  void afterClosingThereIsAnotherOne() {
    Objects.requireNonNull(memory.block(8 * KIB)).setByte(0, (byte) 1);
    memory.close();
    memory.close();

    assertThat(Objects.requireNonNull(memory.block(8 * KIB)).getByte(0)).isZero();
  }

  @Test
  void theThreadClosesItWhenItEnds() throws Exception {
    HashingThread thread =
        new HashingThread(
            () -> {
              WorkMemory kept = ((HashingThread) Thread.currentThread()).memory();
              Objects.requireNonNull(kept.block(8 * KIB)).setByte(0, (byte) 1);
            },
            1);
    thread.start();
    thread.join();

    assertThat(Objects.requireNonNull(thread.memory().block(8 * KIB)).getByte(0)).isZero();
    thread.memory().close();
  }

  @Test
  void aHashInKeptMemoryIsTheSameAndLeavesNothingInIt() throws Exception {
    Argon2Parameters parameters = new Argon2Parameters(4 * KIB, 2, 2);
    NativeArgon2 argon2 = NativeArgon2.load();
    byte[] password = "correct horse".getBytes(StandardCharsets.US_ASCII);
    byte[] salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    byte[] expected = argon2.digest(password, parameters, salt, 32);

    FutureTask<byte[]> left =
        new FutureTask<>(
            () -> {
              WorkMemory kept = ((HashingThread) Thread.currentThread()).memory();
              Pointer block = Objects.requireNonNull(kept.block(parameters.memoryKib() * KIB));
              block.setMemory(0, parameters.memoryKib() * KIB, (byte) 1);
              for (int i = 0; i < 3; i++) {
                assertThat(argon2.digest(password, parameters, salt, 32)).isEqualTo(expected);
              }
              return block.getByteArray(0, parameters.memoryKib() * KIB);
            });
    new HashingThread(left, 1).start();

    assertThat(left.get()).containsOnly(0);
  }

  @Test
  void aHashTooCostlyToKeepItsMemoryIsTheSameToo() {
    Argon2Parameters costly = new Argon2Parameters(65 * KIB, 1, 1);
    Argon2id argon2id = new Argon2id(costly, costly, new SecureRandom());
    BoundedHasher bounded = new BoundedHasher(argon2id, 1, 0, Duration.ofMinutes(1));
    Password password = Password.of("correct horse");

    assertThat(argon2id.verify(password, bounded.hash(password))).isTrue();
    assertThat(bounded.verify(password, argon2id.hash(password))).isTrue();
  }
}
