package com.thogits.auth;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An e-mail address as it was first given, and the form in which addresses are compared: NFC, in
 * lower case. The address is never trimmed or rewritten.
 *
 * @param address as it was given
 * @param canonical what makes it unique among accounts
 */
public record Email(String address, String canonical) {

  /**
   * Reads an address that somebody typed.
   *
   * <p>Accepted are the mailboxes of RFC 5321 section 4.1.2, also in Unicode (RFC 6531): a dot-atom
   * or quoted local part of at most 64 bytes, and a domain of at least two labels; 254 bytes of
   * UTF-8 in all. Not accepted are address literals, comments and blanks around it.
   *
   * @return empty if {@code text} is not an e-mail address
   */
  public static Optional<Email> parse(String text) {
    return EmailSyntax.accepts(text)
        ? Optional.of(new Email(text, canonical(text)))
        : Optional.empty();
  }

  private static String canonical(String address) {
    return Normalizer.normalize(address.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
  }

  @Override
  public String toString() {
    return address;
  }
}
