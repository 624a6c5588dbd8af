package com.thogits.auth.bench.sessions;

import com.thogits.auth.ActiveSession;
import java.util.Optional;
import org.openjdk.jmh.annotations.Benchmark;

/** What a host asks on every request. */
public class AuthenticateBenchmark extends SessionCheck {
  @Benchmark
  public Optional<ActiveSession> thogits() {
    return auth.authenticate(anyToken());
  }
}
