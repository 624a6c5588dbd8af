package com.thogits.auth.password;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Hashes nothing, but keeps each call until the gate is opened for it, and counts them. */
final class GatedHasher implements PasswordHasher {
  private final Semaphore gate = new Semaphore(0);
  private final AtomicInteger running = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();
  private final List<String> verified = new CopyOnWriteArrayList<>();

  void open(int calls) {
    gate.release(calls);
  }

  int running() {
    return running.get();
  }

  int mostAtOnce() {
    return mostAtOnce.get();
  }

  List<String> verified() {
    return verified;
  }

  @Override
  public String hash(Password password) {
    pass();
    return "hashed";
  }

  @Override
  public boolean verify(Password password, String encodedHash) {
    verified.add(encodedHash);
    pass();
    return switch (encodedHash) {
      case "unusable" -> throw new UnusableHashException("unusable");
      case "no memory" -> throw new OutOfMemoryError("no memory");
      default -> encodedHash.equals("hashed");
    };
  }

  @Override
  public boolean needsRehash(String encodedHash) {
    return !encodedHash.equals("hashed");
  }

  @Override
  public String unmatchable() {
    return "unmatchable";
  }

  private void pass() {
    mostAtOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
    try {
      gate.acquire();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted at the gate", e);
    } finally {
      running.decrementAndGet();
    }
  }
}
