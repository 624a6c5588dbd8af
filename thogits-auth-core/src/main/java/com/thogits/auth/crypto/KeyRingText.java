package com.thogits.auth.crypto;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text form of a {@link KeyRing}. */
final class KeyRingText {
  private static final Pattern KEY_LINE = Pattern.compile("([1-9][0-9]{0,9})[ \\t]+(\\S+)");

  private KeyRingText() {}

  static String format(Map<Integer, AesKey> keys) {
    StringBuilder text =
        new StringBuilder(
            """
            # Secret keys, one a line: id, and 32 bytes in base64.
            # The last one seals, all of them open. A lost key loses what it sealed.
            """);
    keys.forEach((id, key) -> text.append(id).append(' ').append(key.toBase64()).append('\n'));
    return text.toString();
  }

  /** In the order of the lines. */
  static Map<Integer, AesKey> parse(String text) {
    Map<Integer, AesKey> keys = new LinkedHashMap<>();
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        try {
          addKey(keys, line);
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage());
        }
      }
    }
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("text must have at least one key");
    }
    return keys;
  }

  private static void addKey(Map<Integer, AesKey> keys, String line) {
    Matcher parts = KEY_LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalArgumentException("a line must be a key id, a blank and a key in base64");
    }
    long id = Long.parseLong(parts.group(1));
    if (id > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a key id must be 1 to " + Integer.MAX_VALUE);
    }
    AesKey key = AesKey.ofBase64(parts.group(2));
    keys.forEach(
        (otherId, other) -> {
          if (otherId == id) {
            throw new IllegalArgumentException("key id " + id + " comes twice");
          }
          if (key.isSameAs(other)) {
            throw new IllegalArgumentException("key " + id + " is the same as key " + otherId);
          }
        });
    keys.put((int) id, key);
  }
}
