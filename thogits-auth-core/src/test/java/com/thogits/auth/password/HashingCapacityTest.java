package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashingCapacityTest {
  private static final long MIB = 1024 * 1024;

  @ParameterizedTest(name = "{0} processors, {1} MiB, {2} MiB of heap, {3} MiB a hash: {4}")
  @CsvSource({
    "8, 16384, 4096, 19, 8",
    "64, 16384, 4096, 19, 64",
    "512, 16384, 4096, 19, 323",
    "2, 512, 256, 19, 2",
    "8, 512, 256, 19, 6",
    "8, 512, 256, 128, 1",
    "8, 512, 256, 64, 2",
    "8, 512, 256, 65, 1",
    "8, 256, 192, 19, 1",
    "8, 256, 256, 19, 1",
    "8, 256, 1024, 19, 1",
    "1, 16384, 4096, 19, 1",
    "8, 8392700, 4096, 2097151, 2",
  })
  void oneAProcessorWithinHalfOfWhatTheHeapLeaves(
      int processors, long memory, long heap, int hash, int permits) {
    HashingCapacity capacity = new HashingCapacity(processors, memory * MIB, heap * MIB);

    assertThat(capacity.permits(new Argon2Parameters(hash * 1024, 1, 1))).isEqualTo(permits);
  }

  @Test
  void aHeapWithoutBoundLeavesOne() {
    HashingCapacity capacity = new HashingCapacity(8, 16_384 * MIB, Long.MAX_VALUE);

    assertThat(capacity.permits(Argon2Parameters.OWASP)).isOne();
  }

  @Test
  void thisProcessIsMeasured() {
    HashingCapacity capacity = HashingCapacity.ofThisProcess();

    assertThat(capacity.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(capacity.maximumHeapBytes()).isEqualTo(Runtime.getRuntime().maxMemory());
    assertThat(capacity.memoryBytes())
        .isEqualTo(
            ((com.sun.management.OperatingSystemMXBean)
                    ManagementFactory.getOperatingSystemMXBean())
                .getTotalMemorySize());
    assertThat(capacity.permits(Argon2Parameters.OWASP)).isBetween(1, capacity.processors());
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 0, processors", "1, 0, 0, memoryBytes", "1, 1, -1, maximumHeapBytes"})
  void numbersOutOfRangeAreRefused(int processors, long memory, long heap, String parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HashingCapacity(processors, memory, heap))
        .withMessageStartingWith(parameter + " must");
  }

  @Test
  void nullNamesTheParameter() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new HashingCapacity(1, 1, 0).permits(null))
        .withMessage("costliest");
  }
}
