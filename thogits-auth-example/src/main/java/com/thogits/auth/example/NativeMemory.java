package com.thogits.auth.example;

import com.sun.jna.Function;
import com.sun.jna.Platform;

/**
 * The memory outside the heap, where passwords are hashed. The GNU C library learns from the first
 * large block that it frees to keep such blocks, for each of many threads: after a burst of logins
 * the process would hold a multiple of what the hashes took together.
 */
final class NativeMemory {
  /** M_MMAP_THRESHOLD of malloc.h: from this size on, a block goes back when it is freed. */
  private static final int MMAP_THRESHOLD = -3;

  private static final int ONE_MEBIBYTE = 1024 * 1024;

  private NativeMemory() {}

  /** From now on a hash gives its memory back; where another C library is, nothing changes. */
  static void giveBackLargeBlocks() {
    if (!Platform.isLinux()) {
      return;
    }
    try {
      Function.getFunction(Platform.C_LIBRARY_NAME, "mallopt")
          .invokeInt(new Object[] {MMAP_THRESHOLD, ONE_MEBIBYTE});
    } catch (LinkageError anotherLibrary) {
      // musl has no such function, and keeps no such blocks.
    }
  }
}
