package com.thogits.auth.password;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import de.mkammerer.argon2.Argon2Factory.Argon2Types;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;

/** The native argon2 library, loaded and seen to compute a published digest. */
final class NativeArgon2 {
  private static final Argon2Parameters KNOWN_PARAMETERS = new Argon2Parameters(256, 2, 1);

  /** From the tests of the reference implementation: "password", "somesalt", m=256, t=2, p=1. */
  private static final String KNOWN_DIGEST =
      "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";

  /** The end of the wrapper's message: ARGON2_MEMORY_ALLOCATION_ERROR of argon2.h. */
  private static final String MEMORY_ALLOCATION_ERROR = "(-22)";

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Argon2Advanced argon2;

  private NativeArgon2(Argon2Advanced argon2) {
    this.argon2 = argon2;
  }

  /**
   * Loads the library.
   *
   * @throws IllegalStateException if it cannot be loaded, or computes something else than Argon2id
   */
  static NativeArgon2 load() {
    byte[] digest;
    NativeArgon2 loaded;
    try {
      loaded = new NativeArgon2(Argon2Factory.createAdvanced(Argon2Types.ARGON2id));
      digest =
          loaded.digest(
              "password".getBytes(StandardCharsets.US_ASCII),
              KNOWN_PARAMETERS,
              "somesalt".getBytes(StandardCharsets.US_ASCII),
              KNOWN_DIGEST.length() / 2);
    } catch (VirtualMachineError e) {
      throw e;
    } catch (Error e) {
      throw new IllegalStateException(
          "the native argon2 library could not be loaded. It is unpacked from the jar at start:"
              + " make the user's cache folder or the temporary folder writable and executable,"
              + " or set the system property jna.tmpdir to a folder that is",
          e);
    }
    if (!Arrays.equals(digest, HexFormat.of().parseHex(KNOWN_DIGEST))) {
      throw new IllegalStateException(
          "the native argon2 library computes wrong digests. An installed libargon2 comes before"
              + " the jar's: update or remove it");
    }
    return loaded;
  }

  /**
   * Computes an Argon2id digest, version 19.
   *
   * @throws HashingOverloadedException if the operating system does not give the memory
   * @throws IllegalStateException if the library fails for another reason
   */
  byte[] digest(byte[] password, Argon2Parameters parameters, byte[] salt, int length) {
    try {
      return argon2.pbkdf(
          parameters.iterations(),
          parameters.memoryKib(),
          parameters.parallelism(),
          password,
          salt,
          length);
    } catch (IllegalStateException e) {
      if (String.valueOf(e.getMessage()).endsWith(MEMORY_ALLOCATION_ERROR)) {
        throw new HashingOverloadedException(
            "the operating system did not give the memory for a hash", RETRY_AFTER);
      }
      throw e;
    }
  }
}
