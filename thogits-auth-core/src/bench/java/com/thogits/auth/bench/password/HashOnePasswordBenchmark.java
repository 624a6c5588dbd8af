package com.thogits.auth.bench.password;

import com.thogits.auth.password.Password;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One hash after the other. */
@State(Scope.Benchmark)
public class HashOnePasswordBenchmark {
  private final Hashers hashers = new Hashers();

  @Benchmark
  public String thogits() {
    try (Password password = Hashers.password()) {
      return hashers.thogits.hash(password);
    }
  }

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

  @Benchmark
  public byte[] nativeCall() {
    return hashers.nativeCall();
  }

  @Benchmark
  public byte[] bouncyCastle() {
    return hashers.bouncyCastle();
  }

  @Benchmark
  public byte[] password4j() {
    return hashers.password4j();
  }
}
