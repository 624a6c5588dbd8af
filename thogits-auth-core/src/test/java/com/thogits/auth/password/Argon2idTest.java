package com.thogits.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Argon2idTest {
  private static final Argon2Parameters CHEAP = new Argon2Parameters(64, 1, 1);
  private static final Argon2id ARGON2ID = hasher(CHEAP);

  @Test
  void aPasswordMatchesItsOwnHash() {
    String encoded = ARGON2ID.hash(Password.of("correct horse"));

    assertThat(ARGON2ID.verify(Password.of("correct horse"), encoded)).isTrue();
    assertThat(ARGON2ID.verify(Password.of("correct horse!"), encoded)).isFalse();
  }

  @Test
  void unlessSetTheParametersAreThoseOfOwasp() {
    Argon2id owasp = new Argon2id(new SecureRandom());
    String encoded = owasp.hash(Password.of("correct horse"));

    assertThat(encoded)
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
    assertThat(owasp.verify(Password.of("correct horse"), encoded)).isTrue();
    assertThat(owasp.needsRehash(encoded)).isFalse();
  }

  /** From the tests of the reference implementation, version 19. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "password $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
        "password $argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "password $argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        "password $argon2id$v=19$m=65536,t=1,p=1$c29tZXNhbHQ$9qWtwbpyPd3vm1rB1GThgPzZ3/ydHL92zKL+15XZypg",
        "password $argon2id$v=19$m=65536,t=4,p=1$c29tZXNhbHQ$kCXUjmjvc5XMqQedpMTsOv+zyJEf5PhtGiUghW9jFyw",
        "differentpassword $argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$C4TWUs9rDEvq7w3+J4umqA32aWKB1+DSiRuBfYxFj94",
        "password $argon2id$v=19$m=65536,t=2,p=1$ZGlmZnNhbHQ$vfMrBczELrFdWP0ZsfhWsRPaHppYdP3MVEMIVlqoFBw",
      })
  void theVectorsOfTheReferenceImplementationMatch(String password, String encoded) {
    assertThat(ARGON2ID.verify(Password.of(password), encoded)).isTrue();
    assertThat(ARGON2ID.verify(Password.of(password + "x"), encoded)).isFalse();
    assertThat(ARGON2ID.needsRehash(encoded)).isTrue();
  }

  @Test
  void onePasswordHashedTwiceGivesTwoHashes() {
    Set<String> hashes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      hashes.add(ARGON2ID.hash(Password.of("correct horse")));
    }
    assertThat(hashes).hasSize(100);
  }

  @Test
  void composedAndDecomposedLettersMatchEachOther() {
    String encoded = ARGON2ID.hash(Password.of("caf\u00e9 au lait"));

    assertThat(ARGON2ID.verify(Password.of("cafe\u0301 au lait"), encoded)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "password1, Password1",
    "password1, 'password1 '",
    "password1, password\uff11",
    "'pass\u0000word1', 'pass\u0000word2'",
    "'pass\u0000word1', pass",
    "'', ' '",
  })
  void passwordsThatDifferAnywhereDoNotMatch(String password, String other) {
    String encoded = ARGON2ID.hash(Password.of(password));

    assertThat(ARGON2ID.verify(Password.of(password), encoded)).isTrue();
    assertThat(ARGON2ID.verify(Password.of(other), encoded)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 72, 73, 255, 256, 512, 1024})
  void everyCharacterCountsUpToTheLast(int length) {
    String start = "a".repeat(length - 1);
    String encoded = ARGON2ID.hash(Password.of(start + "x"));

    assertThat(ARGON2ID.verify(Password.of(start + "x"), encoded)).isTrue();
    assertThat(ARGON2ID.verify(Password.of(start + "y"), encoded)).isFalse();
    assertThat(ARGON2ID.verify(Password.of(start), encoded)).isFalse();
  }

  @Test
  void aHashMadeWithOtherParametersStillMatchesAndNeedsRehash() {
    Argon2id raised = hasher(new Argon2Parameters(128, 2, 1));
    String encoded = ARGON2ID.hash(Password.of("correct horse"));

    assertThat(raised.verify(Password.of("correct horse"), encoded)).isTrue();
    assertThat(raised.needsRehash(encoded)).isTrue();
    assertThat(ARGON2ID.needsRehash(encoded)).isFalse();
    assertThat(raised.needsRehash(raised.hash(Password.of("correct horse")))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "63, 1, 1, 16, 32, true",
    "65, 1, 1, 16, 32, true",
    "64, 2, 1, 16, 32, true",
    "64, 1, 2, 16, 32, true",
    "64, 1, 1, 8, 32, true",
    "64, 1, 1, 16, 16, true",
    "64, 1, 1, 16, 32, false",
  })
  void anythingThatDiffersNeedsRehash(
      int memory, int iterations, int lanes, int salt, int digest, boolean needed) {
    String encoded =
        new Argon2idHash(
                new Argon2Parameters(memory, iterations, lanes), new byte[salt], new byte[digest])
            .encode();

    assertThat(ARGON2ID.needsRehash(encoded)).isEqualTo(needed);
  }

  /** Were the first to be hashed, it would want 2 TiB of memory. */
  @ParameterizedTest
  @CsvSource({
    "2147483647, 1, 1",
    "262145, 1, 1",
    "64, 1000, 1",
    "64, 17, 1",
    "2048, 1, 255",
    "136, 1, 17",
  })
  void aStoredHashThatAsksForTooMuchIsRefusedBeforeHashing(int memory, int iterations, int lanes) {
    String encoded =
        new Argon2idHash(
                new Argon2Parameters(memory, iterations, lanes), new byte[16], new byte[32])
            .encode();

    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> ARGON2ID.verify(Password.of("correct horse"), encoded))
        .withMessage("the stored hash asks for more than the limit allows");
    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> ARGON2ID.needsRehash(encoded));
  }

  @Test
  void theLimitCanBeSet() {
    Argon2Parameters limit = new Argon2Parameters(64, 3, 2);
    Argon2id strict = new Argon2id(CHEAP, limit, new SecureRandom());
    Password password = Password.of("correct horse");

    assertThat(strict.verify(password, hasher(limit).hash(password))).isTrue();
    String above = hasher(new Argon2Parameters(65, 3, 2)).hash(password);
    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> strict.verify(password, above));
  }

  @Test
  void parametersAboveTheLimitAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Argon2id(new Argon2Parameters(65, 1, 1), CHEAP, new SecureRandom()))
        .withMessageStartingWith("parameters ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "correct horse", "$argon2id$v=19$m=64,t=1,p=1$secret-salt$secret-digest"})
  void aMalformedHashIsRefusedWithoutBeingRepeated(String encoded) {
    assertThatExceptionOfType(UnusableHashException.class)
        .isThrownBy(() -> ARGON2ID.verify(Password.of("correct horse"), encoded))
        .withNoCause()
        .withMessage("the stored hash is not an Argon2id hash in PHC format");
  }

  @Test
  void noPasswordMatchesAnUnmatchableHashThatCostsTheSame() {
    String unmatchable = ARGON2ID.unmatchable();

    assertThat(Argon2idHash.decode(unmatchable).parameters()).isEqualTo(CHEAP);
    assertThat(ARGON2ID.needsRehash(unmatchable)).isFalse();
    assertThat(ARGON2ID.verify(Password.of(""), unmatchable)).isFalse();
    assertThat(ARGON2ID.verify(Password.of("correct horse"), unmatchable)).isFalse();
    assertThat(ARGON2ID.unmatchable()).isNotEqualTo(unmatchable);
  }

  @Test
  void aClosedPasswordCannotBeHashedOrVerified() {
    String encoded = ARGON2ID.hash(Password.of("correct horse"));
    Password closed = Password.of("correct horse");
    closed.close();

    assertThatIllegalStateException().isThrownBy(() -> ARGON2ID.hash(closed));
    assertThatIllegalStateException().isThrownBy(() -> ARGON2ID.verify(closed, encoded));
  }

  @Test
  void hashingLeavesThePasswordAsItWas() {
    Password password = Password.of("correct horse");
    String encoded = ARGON2ID.hash(password);

    assertThat(ARGON2ID.verify(password, encoded)).isTrue();
    assertThat(ARGON2ID.verify(password, encoded)).isTrue();
  }

  @Test
  void eightThreadsAtOnceGetTheirOwnHashes() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<Boolean>> verdicts = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        String text = "password number " + i;
        verdicts.add(
            threads.submit(
                () -> {
                  String encoded = ARGON2ID.hash(Password.of(text));
                  return ARGON2ID.verify(Password.of(text), encoded)
                      && !ARGON2ID.verify(Password.of(text + "0"), encoded);
                }));
      }
      for (Future<Boolean> verdict : verdicts) {
        assertThat(verdict.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void nullNamesTheParameter() {
    SecureRandom random = new SecureRandom();
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Argon2id(null, CHEAP, random))
        .withMessage("parameters");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Argon2id(CHEAP, null, random))
        .withMessage("storedHashLimit");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Argon2id(null))
        .withMessage("random");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> ARGON2ID.verify(Password.of("a"), null))
        .withMessage("encodedHash");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> ARGON2ID.verify(null, ARGON2ID.unmatchable()))
        .withMessage("password");
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> ARGON2ID.hash(null))
        .withMessage("password");
  }

  private static Argon2id hasher(Argon2Parameters parameters) {
    return new Argon2id(parameters, Argon2Parameters.STORED_HASH_LIMIT, new SecureRandom());
  }
}
