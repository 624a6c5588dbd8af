package com.thogits.auth.bench.password;

import com.thogits.auth.password.Password;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * One password, hashed by the library and by everybody else. How many call at once is to be said.
 */
@State(Scope.Benchmark)
public abstract class PasswordHash {
  final Hashers hashers = new Hashers();

  @Benchmark
  public String thogits() {
    try (Password password = Hashers.password()) {
      return hashers.thogits.hash(password);
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
