package com.thogits.auth.password;

import java.lang.management.ManagementFactory;
import java.util.Objects;

/**
 * How many passwords a machine can hash at once. Argon2 takes its memory from the operating system,
 * outside the Java heap; where that memory is promised but not there, the process is killed rather
 * than told. So the number is bounded beforehand.
 *
 * @param processors how many hashes can make progress at once, at least 1
 * @param memoryBytes the memory of the machine, or of the container if it has less, at least 1
 * @param maximumHeapBytes how far the Java heap may grow, at least 0; {@link Long#MAX_VALUE} if
 *     nothing bounds it
 */
public record HashingCapacity(int processors, long memoryBytes, long maximumHeapBytes) {
  private static final int BYTES_PER_KIB = 1024;

  /**
   * Checks the parameters.
   *
   * @param processors how many hashes can make progress at once
   * @param memoryBytes the memory of the machine or container
   * @param maximumHeapBytes how far the Java heap may grow
   * @throws IllegalArgumentException if one is out of range
   */
  public HashingCapacity {
    if (processors < 1) {
      throw new IllegalArgumentException("processors must be at least 1, not " + processors);
    }
    if (memoryBytes < 1) {
      throw new IllegalArgumentException("memoryBytes must be at least 1, not " + memoryBytes);
    }
    if (maximumHeapBytes < 0) {
      throw new IllegalArgumentException(
          "maximumHeapBytes must not be negative, not " + maximumHeapBytes);
    }
  }

  /**
   * Reads what this process has been given. Where the Java runtime cannot tell the memory, it is
   * taken to be twice the maximum heap.
   *
   * @return the capacity of this process
   */
  public static HashingCapacity ofThisProcess() {
    long maximumHeap = Runtime.getRuntime().maxMemory();
    long memory = totalMemory();
    return new HashingCapacity(
        Runtime.getRuntime().availableProcessors(),
        memory > 0 ? memory : Math.max(maximumHeap, 2 * maximumHeap),
        maximumHeap);
  }

  /**
   * Tells how many hashes of the given cost may run at once: one a processor, and together no more
   * than half of the memory that the heap leaves, but always one.
   *
   * @param costliest the most that one hash may cost; where stored hashes of other origin are
   *     verified, that is the cost of the costliest of them
   * @return the number of permits, at least 1
   */
  public int permits(Argon2Parameters costliest) {
    Objects.requireNonNull(costliest, "costliest");
    long forHashing = (memoryBytes - Math.min(memoryBytes, maximumHeapBytes)) / 2;
    long fitting = forHashing / ((long) costliest.memoryKib() * BYTES_PER_KIB);
    return (int) Math.max(1, Math.min(processors, fitting));
  }

  /** The limit of the container where there is one; 0 if unknown. */
  private static long totalMemory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : 0;
  }
}
