package com.thogits.auth.simulation;

import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Chance that happens again with the same seed: as insecure as that sounds. */
final class SeededRandom extends SecureRandom {
  private static final long serialVersionUID = 1L;

  private final transient SplittableRandom random;

  SeededRandom(long seed) {
    super(null, null);
    this.random = new SplittableRandom(seed);
  }

  @Override
  public void nextBytes(byte[] bytes) {
    random.nextBytes(bytes);
  }
}
