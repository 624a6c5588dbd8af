package com.thogits.auth.password;

import com.sun.jna.CallbackProxy;
import com.sun.jna.CallbackReference;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import de.mkammerer.argon2.jna.Argon2Library;
import de.mkammerer.argon2.jna.Argon2_context;
import de.mkammerer.argon2.jna.Argon2_version;
import de.mkammerer.argon2.jna.JnaUint32;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The native argon2 library, loaded and seen to compute a published digest. */
final class NativeArgon2 {
  private static final Argon2Parameters KNOWN_PARAMETERS = new Argon2Parameters(256, 2, 1);

  /** From the tests of the reference implementation: "password", "somesalt", m=256, t=2, p=1. */
  private static final String KNOWN_DIGEST =
      "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe";

  // From argon2.h.
  private static final int VERSION_19 = 0x13;
  private static final int MEMORY_ALLOCATION_ERROR = -22;

  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** Argon2's question for memory, on a thread that keeps some: where to write the answer. */
  private static final CallbackProxy ALLOCATE =
      callback(
          int.class,
          arguments -> {
            HashingThread thread = (HashingThread) Thread.currentThread();
            long bytes = Pointer.nativeValue((Pointer) arguments[1]);
            ((Pointer) arguments[0]).setPointer(0, thread.memory().block(bytes));
            return 0;
          });

  private static final CallbackProxy KEEP = callback(void.class, arguments -> null);

  private final Argon2Library argon2;

  private NativeArgon2(Argon2Library argon2) {
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
      loaded = new NativeArgon2(Argon2Library.INSTANCE);
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
   * Computes an Argon2id digest, version 19. The library clears all memory that it worked in.
   *
   * @throws HashingOverloadedException if the operating system does not give the memory
   * @throws IllegalStateException if the library fails for another reason
   */
  byte[] digest(byte[] password, Argon2Parameters parameters, byte[] salt, int length) {
    int toSalt = password.length;
    int toDigest = toSalt + salt.length;
    try (Memory data = new Memory(toDigest + length)) {
      data.write(0, password, 0, password.length);
      data.write(toSalt, salt, 0, salt.length);
      Argon2_context.ByReference context = context(parameters);
      context.pwd = data;
      context.pwdlen = new JnaUint32(password.length);
      context.salt = data.share(toSalt);
      context.saltlen = new JnaUint32(salt.length);
      context.out = data.share(toDigest);
      context.outlen = new JnaUint32(length);
      try {
        check(argon2.argon2id_ctx(context));
        return data.getByteArray(toDigest, length);
      } finally {
        data.clear();
      }
    }
  }

  private static Argon2_context.ByReference context(Argon2Parameters parameters) {
    Argon2_context.ByReference context = new Argon2_context.ByReference();
    context.t_cost = new JnaUint32(parameters.iterations());
    context.m_cost = new JnaUint32(parameters.memoryKib());
    context.lanes = new JnaUint32(parameters.parallelism());
    context.threads = new JnaUint32(parameters.parallelism());
    context.version = new Argon2_version(VERSION_19);
    if (Thread.currentThread() instanceof HashingThread thread
        && thread.memory().block(parameters.memoryKib() * 1024L) != null) {
      context.allocate_cbk = CallbackReference.getFunctionPointer(ALLOCATE);
      context.free_cbk = CallbackReference.getFunctionPointer(KEEP);
    }
    return context;
  }

  private static void check(int result) {
    if (result == MEMORY_ALLOCATION_ERROR) {
      throw new HashingOverloadedException(
          "the operating system did not give the memory for a hash", RETRY_AFTER);
    }
    if (result != Argon2Library.ARGON2_OK) {
      throw new IllegalStateException("the native argon2 library failed with " + result);
    }
  }

  /** One that JNA calls without reflection, which the module does not allow it. */
  private static CallbackProxy callback(
      Class<?> result, Function<Object[], @Nullable Object> function) {
    return new CallbackProxy() {
      @Override
      public @Nullable Object callback(Object[] arguments) {
        return function.apply(arguments);
      }

      @Override
      public Class<?>[] getParameterTypes() {
        return new Class<?>[] {Pointer.class, Pointer.class};
      }

      @Override
      public Class<?> getReturnType() {
        return result;
      }
    };
  }
}
