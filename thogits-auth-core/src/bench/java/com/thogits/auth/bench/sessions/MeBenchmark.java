package com.thogits.auth.bench.sessions;

import com.thogits.auth.UserInfo;
import org.openjdk.jmh.annotations.Benchmark;

/** Whose session it is. */
public class MeBenchmark extends SessionCheck {
  @Benchmark
  public UserInfo thogits() {
    return auth.me(anyToken());
  }
}
