package com.thogits.auth.bench.password;

import com.thogits.auth.password.Password;
import org.openjdk.jmh.annotations.Benchmark;

/** One hash after the other. */
public class HashOnePasswordBenchmark extends PasswordHash {
  /** Not bounded, on the thread of the caller. */
  @Benchmark
  public String argon2id() {
    try (Password password = Hashers.password()) {
      return hashers.argon2id.hash(password);
    }
  }

  @Benchmark
  public boolean thogitsVerify() {
    try (Password password = Hashers.password()) {
      return hashers.thogits.verify(password, hashers.hash);
    }
  }
}
