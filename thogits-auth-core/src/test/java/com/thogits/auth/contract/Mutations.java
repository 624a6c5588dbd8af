package com.thogits.auth.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Feeds readers with valid inputs that were damaged: bytes flipped, dropped, doubled, swapped for
 * what grammars care about, or grafted from another input. The same seed gives the same inputs.
 */
public final class Mutations {
  private static final long SEED = 6238;
  private static final int DEFAULT_INPUTS = 5_000;
  private static final int LONGEST_INPUT = 5_000;
  private static final List<String> TOKENS =
      List.of(
          "",
          " ",
          "\t",
          "\r\n",
          "\u0000",
          "\"",
          "\\",
          "'",
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          ";",
          "=",
          "$",
          "@",
          "-",
          "+",
          "/",
          "_",
          ".",
          "%",
          "%00",
          "#",
          "|",
          "&",
          "A",
          "a",
          "0",
          "9",
          "=====",
          "é",
          "e\u0301",
          "\u2028",
          "\uFEFF",
          "İ",
          "ß",
          "Ａ",
          "１",
          "\uD83D\uDE00",
          "\\u0000",
          "\\ud800",
          "null",
          "true",
          "1e999",
          "-1",
          "2147483648",
          "9223372036854775808",
          "NaN",
          "for=",
          "127.0.0.1",
          "[::1]",
          "fe80::1%25lo",
          "::ffff:1.2.3.4",
          "unknown",
          "_hidden");

  private final List<byte[]> seeds;
  private final Random random = new Random(SEED);

  private Mutations(List<byte[]> seeds) {
    this.seeds = seeds;
  }

  /** Starts from these valid inputs. */
  public static Mutations of(String... seeds) {
    List<byte[]> bytes = new ArrayList<>();
    for (String seed : seeds) {
      bytes.add(seed.getBytes(StandardCharsets.UTF_8));
    }
    return new Mutations(bytes);
  }

  /**
   * Feeds the reader so many inputs as the system property {@code thogits.fuzz} says, or 5,000.
   *
   * @throws AssertionError if the reader throws; its message holds the input
   */
  public void feed(Consumer<byte[]> reader) {
    int inputs = Integer.getInteger("thogits.fuzz", DEFAULT_INPUTS);
    for (int i = 0; i < inputs; i++) {
      byte[] input = next();
      try {
        reader.accept(input);
      } catch (Throwable broken) {
        throw new AssertionError(
            "input " + i + ", in hexadecimal: " + HexFormat.of().formatHex(input), broken);
      }
    }
  }

  /** The same for a reader of text; what is no UTF-8 arrives with replacement characters. */
  public void feedText(Consumer<String> reader) {
    feed(input -> reader.accept(new String(input, StandardCharsets.UTF_8)));
  }

  private byte[] next() {
    byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
    for (int changes = random.nextInt(6); changes >= 0; changes--) {
      input = mutated(input);
    }
    return input.length > LONGEST_INPUT ? copy(input, 0, LONGEST_INPUT) : input;
  }

  private byte[] mutated(byte[] input) {
    int at = random.nextInt(input.length + 1);
    int to = Math.min(input.length, at + 1 + random.nextInt(8));
    byte[] before = copy(input, 0, at);
    byte[] after = copy(input, to, input.length);
    return switch (random.nextInt(7)) {
      case 0 -> flipped(input);
      case 1 -> joined(before, after);
      case 2 -> joined(before, token(), copy(input, at, input.length));
      case 3 -> joined(before, token(), after);
      case 4 -> joined(before, repeated(copy(input, at, to)), copy(input, at, input.length));
      case 5 -> before;
      default -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        yield joined(before, copy(other, random.nextInt(other.length + 1), other.length));
      }
    };
  }

  private byte[] flipped(byte[] input) {
    byte[] flipped = input.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private byte[] token() {
    return TOKENS.get(random.nextInt(TOKENS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] repeated(byte[] piece) {
    int times = 1 << random.nextInt(10);
    byte[][] pieces = new byte[times][];
    for (int i = 0; i < times; i++) {
      pieces[i] = piece;
    }
    return joined(pieces);
  }

  private static byte[] copy(byte[] bytes, int from, int to) {
    return Arrays.copyOfRange(bytes, from, Math.max(from, to));
  }

  private static byte[] joined(byte[]... pieces) {
    int length = 0;
    for (byte[] piece : pieces) {
      length += piece.length;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (byte[] piece : pieces) {
      System.arraycopy(piece, 0, joined, at, piece.length);
      at += piece.length;
    }
    return joined;
  }
}
