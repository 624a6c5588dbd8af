package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Randomness that many threads draw from at once (ASVS 11.5.2). */
class TokensUnderLoadTest {
  private static final int THREADS = 64;
  private static final int EACH = 10_000;

  @Test
  void manyThreadsNeverMakeTheSameToken() throws Exception {
    SecureRandom random = new SecureRandom();
    Callable<List<TokenHash>> work =
        () -> {
          List<TokenHash> made = new ArrayList<>(EACH);
          for (int i = 0; i < EACH; i++) {
            made.add(SessionToken.create(random).hash());
          }
          return made;
        };
    Set<TokenHash> all = new HashSet<>();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Callable<List<TokenHash>>> works = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        works.add(work);
      }
      for (Future<List<TokenHash>> made : threads.invokeAll(works)) {
        all.addAll(made.get());
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(all).hasSize(THREADS * EACH);
  }
}
