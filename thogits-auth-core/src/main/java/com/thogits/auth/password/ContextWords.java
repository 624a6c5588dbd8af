package com.thogits.auth.password;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Words that somebody who knows the service and the account would try first: the names of product
 * and issuer, the e-mail address (ASVS 6.1.2 and 6.2.11).
 *
 * <p>A password is refused if it is one of the words, or the word repeated, or the word with
 * nothing but digits, punctuation, symbols and blanks added, wherever they stand: for {@code acme},
 * these are {@code AcmeAcme}, {@code acme2024!} and {@code 1-acme-acme}. A password that has a
 * letter more is accepted, and so is any other that merely contains a word. Case makes no
 * difference, nor do Unicode's two ways to write an accent. A word without a letter, or with fewer
 * than {@value #SHORTEST_PADDED} characters, is refused alone and repeated only: to refuse what
 * contains it would hit passwords that have nothing to do with it.
 *
 * <p>Immutable, and safe for use by several threads at once.
 */
public final class ContextWords {
  private static final int SHORTEST_PADDED = 3;

  /** Folded. */
  private final Set<String> words;

  private ContextWords(Set<String> words) {
    this.words = words;
  }

  /**
   * Makes the words of a service.
   *
   * @param words the words, in any case; may be empty
   * @return the words
   * @throws IllegalArgumentException if one is blank
   */
  public static ContextWords of(Collection<String> words) {
    Set<String> folded = new LinkedHashSet<>();
    for (String word : Objects.requireNonNull(words, "words")) {
      add(folded, word, "words");
    }
    return new ContextWords(folded);
  }

  /**
   * Adds an account's e-mail address and its local part, the part before the last {@code @}.
   *
   * @param email the address
   * @return these words and those two; this instance stays as it is
   * @throws IllegalArgumentException if the address or its local part is blank
   */
  public ContextWords andEmail(String email) {
    Objects.requireNonNull(email, "email");
    Set<String> more = new LinkedHashSet<>(words);
    add(more, email, "email");
    int at = email.lastIndexOf('@');
    if (at >= 0) {
      add(more, email.substring(0, at), "email");
    }
    return new ContextWords(more);
  }

  /**
   * Tells whether {@code password} is made of one of the words alone.
   *
   * @param password the password, not closed
   * @return whether it is to be refused
   */
  public boolean refuse(Password password) {
    Objects.requireNonNull(password, "password");
    String folded = fold(new String(password.utf8(), StandardCharsets.UTF_8));
    return words.stream().anyMatch(word -> isMadeOf(folded, word));
  }

  private static boolean isMadeOf(String password, String word) {
    if (!password.contains(word)) {
      return false;
    }
    String rest = password.replace(word, "");
    return rest.isEmpty()
        || (isRefusedPadded(word) && rest.codePoints().allMatch(ContextWords::isPadding));
  }

  private static boolean isRefusedPadded(String word) {
    return word.codePointCount(0, word.length()) >= SHORTEST_PADDED
        && word.codePoints().anyMatch(Character::isLetter);
  }

  /** Not emoji: there are too many to be guessed like a year or an exclamation mark. */
  private static boolean isPadding(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER,
          Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION,
          Character.MATH_SYMBOL,
          Character.CURRENCY_SYMBOL,
          Character.MODIFIER_SYMBOL,
          Character.SPACE_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static void add(Set<String> folded, String word, String parameter) {
    if (word.isBlank()) {
      throw new IllegalArgumentException(parameter + " must not be blank");
    }
    folded.add(fold(word));
  }

  /** Upper case first, so that letters with several lower-case forms meet. */
  private static String fold(String text) {
    String folded =
        Normalizer.normalize(text, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT);
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Shows how many words there are, not which: one may be somebody's address. */
  @Override
  public String toString() {
    return "ContextWords[" + words.size() + "]";
  }
}
