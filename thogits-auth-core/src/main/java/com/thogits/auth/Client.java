package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Who is calling, as far as the adapter can tell. Whatever a client says about itself is kept only
 * as a note on the session: control characters are replaced by blanks, and more than 256 characters
 * are cut.
 *
 * @param address the network address of the caller, from a source that the caller cannot choose:
 *     attempts are limited by it
 * @param userAgent what the caller calls itself; empty if it does not say
 * @param session the token that the caller presented; a login or a registration ends its session
 * @param device the mark of an earlier login that the caller presented
 */
public record Client(
    String address,
    String userAgent,
    Optional<SessionToken> session,
    Optional<DeviceToken> device) {
  private static final int LONGEST_NOTE = 256;

  /** Checks that nothing is null, and makes notes of the texts. */
  public Client {
    address = note(requireNonNull(address, "address"));
    userAgent = note(requireNonNull(userAgent, "userAgent"));
    requireNonNull(session, "session");
    requireNonNull(device, "device");
  }

  /** A caller that presented nothing, known by its address alone. */
  public static Client at(String address) {
    return new Client(address, "", Optional.empty(), Optional.empty());
  }

  private static String note(String text) {
    return isNote(text) ? text : cleaned(text);
  }

  /** Nearly every text is, and then every request is spared a copy. */
  private static boolean isNote(String text) {
    if (text.length() > LONGEST_NOTE) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String cleaned(String text) {
    StringBuilder note = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_NOTE)
        .map(codePoint -> isStorable(codePoint) ? codePoint : ' ')
        .forEach(note::appendCodePoint);
    return note.toString();
  }

  private static boolean isStorable(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE
        && codePoint != 0x2028
        && codePoint != 0x2029;
  }
}
