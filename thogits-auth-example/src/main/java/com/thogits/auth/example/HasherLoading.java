package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.PasswordHasher;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Loads the native library for hashing while other things are done; each takes a while. */
final class HasherLoading implements AutoCloseable {
  private final CompletableFuture<PasswordHasher> hasher;

  private HasherLoading(CompletableFuture<PasswordHasher> hasher) {
    this.hasher = hasher;
  }

  static HasherLoading begin(SecureRandom random) {
    return new HasherLoading(
        CompletableFuture.supplyAsync(() -> load(random), HasherLoading::onThreadOfItsOwn));
  }

  private static PasswordHasher load(SecureRandom random) {
    PasswordHasher hasher = new Argon2id(random);
    NativeMemory.giveBackLargeBlocks();
    return hasher;
  }

  private static void onThreadOfItsOwn(Runnable loading) {
    Thread thread = new Thread(loading, "loading-argon2");
    thread.setDaemon(true);
    thread.start();
  }

  /** The hasher, as soon as it is loaded. */
  PasswordHasher await() throws StartException {
    try {
      return hasher.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof IllegalStateException missing) {
        // The native library is missing; the message says what to do.
        throw cannotStart(String.valueOf(missing.getMessage()));
      }
      throw e;
    }
  }

  /** Waits for the end of the loading, which a process that ends earlier would leave files of. */
  @Override
  public void close() {
    hasher.handle((loaded, failure) -> loaded).join();
  }
}
