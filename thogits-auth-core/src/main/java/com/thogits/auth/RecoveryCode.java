package com.thogits.auth;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A recovery code: 120 random bits as 4 groups of 6 base32 characters. That is more than the 112
 * bits from which on a plain hash suffices to keep it (ASVS 6.5.2).
 */
final class RecoveryCode {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int LENGTH = 24;
  private static final int LONGEST_TYPED = 200;
  private static final Pattern CHARACTERS = Pattern.compile("[A-Z2-7]{24}");
  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}-]");
  private static final Pattern GROUPS = Pattern.compile("(?<=\\G.{6})(?=.)");

  private final String characters;

  private RecoveryCode(String characters) {
    this.characters = characters;
  }

  static RecoveryCode create(SecureRandom random) {
    byte[] drawn = new byte[LENGTH];
    random.nextBytes(drawn);
    StringBuilder characters = new StringBuilder(LENGTH);
    for (byte one : drawn) {
      characters.append(ALPHABET.charAt(one & 31));
    }
    return new RecoveryCode(characters.toString());
  }

  /** Reads what somebody typed; blanks, hyphens and case do not matter. */
  static Optional<RecoveryCode> parse(String typed) {
    if (typed.length() > LONGEST_TYPED) {
      return Optional.empty();
    }
    String characters = SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
    return CHARACTERS.matcher(characters).matches()
        ? Optional.of(new RecoveryCode(characters))
        : Optional.empty();
  }

  /** Four groups, for its owner's eyes. */
  String reveal() {
    return String.join("-", GROUPS.split(characters));
  }

  TokenHash hash() {
    return TokenHash.ofText(characters);
  }

  @Override
  public String toString() {
    return "RecoveryCode[redacted]";
  }
}
