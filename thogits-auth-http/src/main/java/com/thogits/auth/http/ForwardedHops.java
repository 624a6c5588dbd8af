package com.thogits.auth.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Elements of pairs with commas between them (RFC 7239 section 4). The last element is the shortest
 * end of the text that is one: begun inside of a quoted text, it would have one quote too many.
 */
final class ForwardedHops implements Hops {
  private static final int LONGEST_ELEMENT = 512;

  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";

  /** Some proxies leave out the quotes that an address with a port needs. */
  private static final String BARE_VALUE = "[!#$%&'*+.^_`|~0-9A-Za-z:\\[\\]-]++";

  private static final String QUOTED_VALUE = "\"(?:[^\"\\\\]|\\\\.)*+\"";
  private static final String PAIR = TOKEN + "=(?:" + BARE_VALUE + "|" + QUOTED_VALUE + ")";
  private static final Pattern ELEMENT =
      Pattern.compile(PAIR + "(?:[ \\t]*+;[ \\t]*+" + PAIR + ")*+");
  private static final Pattern FOR =
      Pattern.compile(
          "(?:^|;)[ \\t]*+(?:(for)|"
              + TOKEN
              + ")=("
              + BARE_VALUE
              + "|"
              + QUOTED_VALUE
              + ")[ \\t]*+",
          Pattern.CASE_INSENSITIVE);

  private final String text;

  /** Where what was not read yet ends; -1 if nothing is left. */
  private int end;

  ForwardedHops(String text) {
    this.text = text;
    this.end = text.length();
  }

  @Override
  public Optional<InetAddress> previous() {
    return lastElement().flatMap(ForwardedHops::forwardedFor);
  }

  private Optional<String> lastElement() {
    int comma = end;
    while (comma >= 0) {
      comma = text.lastIndexOf(',', comma - 1);
      if (end - comma - 1 > LONGEST_ELEMENT) {
        return Optional.empty();
      }
      String element = text.substring(comma + 1, end).strip();
      if (ELEMENT.matcher(element).matches()) {
        end = comma;
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static Optional<InetAddress> forwardedFor(String element) {
    List<String> nodes =
        FOR.matcher(element)
            .results()
            .filter(pair -> pair.group(1) != null)
            .map(pair -> unquoted(pair.group(2)))
            .toList();
    return nodes.size() == 1 ? Hops.address(nodes.get(0)) : Optional.empty();
  }

  private static String unquoted(String value) {
    return value.startsWith("\"")
        ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1")
        : value;
  }
}
