package com.thogits.auth.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The passwords that people choose most, as far as they have 8 characters or more: those that an
 * attacker tries first (ASVS 6.2.4, NIST SP 800-63B-4 section 3.1.1.2).
 *
 * <p>A password is compared as a whole: one that merely contains a listed one is not listed. The
 * list has printable ASCII only, in lower case, and the letters A to Z of a password count as a to
 * z. Where the list comes from is told by {@code common-passwords.notice.txt} in this package's
 * folder of the jar.
 *
 * <p>Immutable, and safe for use by several threads at once. The list takes about 300 KB of heap.
 */
public final class CommonPasswords {
  private static final String RESOURCE = "common-passwords.txt";

  /** The entries one after another, sorted. */
  private final byte[] entries;

  /** Entry i goes from starts[i] to starts[i + 1]. */
  private final int[] starts;

  private CommonPasswords(List<String> sorted) {
    this.entries = String.join("", sorted).getBytes(StandardCharsets.US_ASCII);
    this.starts = new int[sorted.size() + 1];
    for (int i = 0; i < sorted.size(); i++) {
      starts[i + 1] = starts[i] + sorted.get(i).length();
    }
  }

  /**
   * The list that comes with the library. The first call reads it, which takes some milliseconds;
   * later ones return the same instance.
   *
   * @return the list
   */
  public static CommonPasswords bundled() {
    return Bundled.LIST;
  }

  /**
   * Tells whether {@code password} is listed, in whichever case.
   *
   * @param password the password, not closed
   * @return whether it is listed
   */
  public boolean contains(Password password) {
    byte[] candidate = lowerCase(Objects.requireNonNull(password, "password").utf8());
    try {
      return search(candidate);
    } finally {
      Arrays.fill(candidate, (byte) 0);
    }
  }

  /** {@return the number of entries} */
  public int size() {
    return starts.length - 1;
  }

  private boolean search(byte[] candidate) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order =
          Arrays.compareUnsigned(
              entries, starts[middle], starts[middle + 1], candidate, 0, candidate.length);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return false;
  }

  /** Byte by byte: in UTF-8, bytes of A to Z are never part of another character. */
  private static byte[] lowerCase(byte[] utf8) {
    byte[] folded = utf8.clone();
    for (int i = 0; i < folded.length; i++) {
      if (folded[i] >= 'A' && folded[i] <= 'Z') {
        folded[i] = (byte) (folded[i] + 'a' - 'A');
      }
    }
    return folded;
  }

  @Override
  public String toString() {
    return "CommonPasswords[" + size() + " entries]";
  }

  private static final class Bundled {
    static final CommonPasswords LIST = read();

    private static CommonPasswords read() {
      try (@Nullable InputStream resource = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
        if (resource == null) {
          throw new IllegalStateException(RESOURCE + " is missing from the jar");
        }
        String text = new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        return new CommonPasswords(text.lines().sorted().toList());
      } catch (IOException e) {
        throw new UncheckedIOException(RESOURCE + " cannot be read", e);
      }
    }
  }
}
