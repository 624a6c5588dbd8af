package com.thogits.auth.memory;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.crypto.KeyRing;
import java.security.SecureRandom;

/** The three stores in memory, together. */
public final class MemoryStores {
  private MemoryStores() {}

  /**
   * Begins a service on new, empty stores in memory and a key of its own, for tests and first
   * steps. Nothing of it outlives the process.
   */
  public static AuthServiceBuilder authService() {
    return AuthService.builder(
        new MemoryUserStore(),
        new MemorySessionStore(),
        new MemoryAttemptStore(),
        KeyRing.generate(new SecureRandom()));
  }
}
