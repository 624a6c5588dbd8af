package com.thogits.auth.http;

import com.thogits.auth.SessionInfo;
import com.thogits.auth.UserInfo;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The bodies of the answers, in UTF-8. */
final class JsonWriter {
  private JsonWriter() {}

  /** An object of one text field. */
  static byte[] text(String name, String value) {
    return new JsonObject().with(name, value).bytes();
  }

  /** An object of two text fields. */
  static byte[] texts(String name, String value, String secondName, String secondValue) {
    return new JsonObject().with(name, value).with(secondName, secondValue).bytes();
  }

  /** An object of one boolean field that is true. */
  static byte[] yes(String name) {
    return new JsonObject().with(name, true).bytes();
  }

  /** An object of one array of texts. */
  static byte[] list(String name, List<String> values) {
    return new JsonObject().withTexts(name, values).bytes();
  }

  /** The sessions of a user. */
  static byte[] sessions(List<SessionInfo> sessions) {
    return new JsonObject()
        .withObjects("sessions", sessions.stream().map(JsonWriter::session).toList())
        .bytes();
  }

  private static JsonObject session(SessionInfo session) {
    return new JsonObject()
        .with("id", session.id().toString())
        .with("created_at", toTheSecond(session.createdAt()))
        .with("last_seen_at", toTheSecond(session.lastSeenAt()))
        .with("ip", session.address())
        .with("user_agent", session.userAgent())
        .with("current", session.current());
  }

  /** The documentation's UserInfo: these seven fields in this order, the time to the second. */
  static byte[] user(UserInfo user) {
    return new JsonObject()
        .with("user_id", user.userId().toString())
        .with("email", user.email())
        .with("display_name", user.displayName().orElse(null))
        .with("created_at", toTheSecond(user.createdAt()))
        .withTexts("oauth_providers", user.oauthProviders())
        .with("has_password", user.hasPassword())
        .with("has_totp", user.hasTotp())
        .bytes();
  }

  private static String toTheSecond(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }
}
