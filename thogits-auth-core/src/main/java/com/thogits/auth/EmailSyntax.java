package com.thogits.auth;

import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The syntax of RFC 5321 mailboxes with the Unicode of RFC 6531; linear in the text's length. */
final class EmailSyntax {
  private static final int LONGEST_ADDRESS = 254;
  private static final int LONGEST_LOCAL_PART = 64;
  private static final int LONGEST_LABEL = 63;
  private static final String ATOM_PUNCTUATION = "!#$%&'*+-/=?^_`{|}~";

  private EmailSyntax() {}

  static boolean accepts(String text) {
    if (text.length() > LONGEST_ADDRESS) {
      return false;
    }
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return false;
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1);
    return fits(text, LONGEST_ADDRESS)
        && fits(local, LONGEST_LOCAL_PART)
        && (isDotAtom(local) || isQuotedString(local))
        && isDomain(domain);
  }

  private static boolean fits(String text, int bytes) {
    try {
      return StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text)).remaining() <= bytes;
    } catch (CharacterCodingException unpairedSurrogate) {
      return false;
    }
  }

  private static boolean isDotAtom(String local) {
    for (String atom : local.split("\\.", -1)) {
      if (atom.isEmpty() || !atom.codePoints().allMatch(EmailSyntax::isAtomText)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAtomText(int codePoint) {
    return isAsciiLetterOrDigit(codePoint)
        || ATOM_PUNCTUATION.indexOf(codePoint) >= 0
        || isVisibleBeyondAscii(codePoint);
  }

  private static boolean isQuotedString(String local) {
    int end = local.length() - 1;
    if (end < 1 || local.charAt(0) != '"' || local.charAt(end) != '"') {
      return false;
    }
    boolean escaped = false;
    for (char character : local.substring(1, end).toCharArray()) {
      if (character < ' ' || character > '~' || (character == '"' && !escaped)) {
        return false;
      }
      escaped = character == '\\' && !escaped;
    }
    return !escaped;
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    if (labels.length < 2) {
      return false;
    }
    for (String label : labels) {
      if (!isLabel(label)) {
        return false;
      }
    }
    return !labels[labels.length - 1].chars().allMatch(Character::isDigit);
  }

  private static boolean isLabel(String label) {
    return !label.isEmpty()
        && fits(label, LONGEST_LABEL)
        && label.charAt(0) != '-'
        && label.charAt(label.length() - 1) != '-'
        && label.codePoints().allMatch(EmailSyntax::isLabelText);
  }

  private static boolean isLabelText(int codePoint) {
    return isAsciiLetterOrDigit(codePoint) || codePoint == '-' || isWordBeyondAscii(codePoint);
  }

  private static boolean isAsciiLetterOrDigit(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z')
        || (codePoint >= 'A' && codePoint <= 'Z')
        || (codePoint >= '0' && codePoint <= '9');
  }

  private static boolean isVisibleBeyondAscii(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> codePoint > '~';
    };
  }

  private static boolean isWordBeyondAscii(int codePoint) {
    return codePoint > '~'
        && (Character.isLetterOrDigit(codePoint)
            || Character.getType(codePoint) == Character.NON_SPACING_MARK
            || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK);
  }
}
