package com.thogits.auth.password;

/**
 * The cost of one Argon2id hash (RFC 9106 section 3.1).
 *
 * @param memoryKib memory in KiB, at least 8 for each lane
 * @param iterations passes over the memory, at least 1
 * @param parallelism lanes, each computed by a thread of its own, 1 to 255
 */
public record Argon2Parameters(int memoryKib, int iterations, int parallelism) {
  /** 19 MiB, 2 iterations, 1 lane: the OWASP Password Storage Cheat Sheet's choice. */
  public static final Argon2Parameters OWASP = new Argon2Parameters(19_456, 2, 1);

  /** 256 MiB, 16 iterations, 16 lanes: the most that a stored hash may ask for unless set. */
  public static final Argon2Parameters STORED_HASH_LIMIT = new Argon2Parameters(256 * 1024, 16, 16);

  private static final int MAX_PARALLELISM = 255;

  /**
   * Checks the parameters.
   *
   * @param memoryKib memory in KiB
   * @param iterations passes over the memory
   * @param parallelism lanes
   * @throws IllegalArgumentException if one is out of range
   */
  public Argon2Parameters {
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException(
          "parallelism must be 1 to " + MAX_PARALLELISM + ", not " + parallelism);
    }
    if (memoryKib < 8 * parallelism) {
      throw new IllegalArgumentException(
          "memoryKib must be at least 8 for each lane, not " + memoryKib);
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations must be at least 1, not " + iterations);
    }
  }

  /** Tells whether any of the three is greater than in {@code limit}. */
  boolean exceeds(Argon2Parameters limit) {
    return memoryKib > limit.memoryKib
        || iterations > limit.iterations
        || parallelism > limit.parallelism;
  }
}
