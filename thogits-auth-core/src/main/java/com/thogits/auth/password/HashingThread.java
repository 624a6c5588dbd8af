package com.thogits.auth.password;

/** A thread that hashes, with the memory that it does so in. */
final class HashingThread extends Thread {
  private final WorkMemory memory = new WorkMemory();

  /** Inherits no thread-locals of the caller that happens to be the first. */
  HashingThread(Runnable work, long number) {
    super(null, work, "thogits-hashing-" + number, 0, false);
    setDaemon(true);
  }

  /** For this thread alone. */
  WorkMemory memory() {
    return memory;
  }

  @Override
  public void run() {
    try {
      super.run();
    } finally {
      memory.close();
    }
  }
}
