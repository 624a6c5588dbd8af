package com.thogits.auth.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.thogits.auth.SessionInfo;
import com.thogits.auth.UserInfo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The bodies of the answers, in UTF-8. */
final class JsonWriter {
  /** Without the pool, every virtual thread makes buffers of its own for its one answer. */
  private static final JsonFactory JSON =
      JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedBoundedPool()).build();

  private JsonWriter() {}

  /** An object of one text field. */
  static byte[] text(String name, String value) {
    return object(json -> json.writeStringField(name, value));
  }

  /** An object of two text fields. */
  static byte[] texts(String name, String value, String secondName, String secondValue) {
    return object(
        json -> {
          json.writeStringField(name, value);
          json.writeStringField(secondName, secondValue);
        });
  }

  /** An object of one boolean field that is true. */
  static byte[] yes(String name) {
    return object(json -> json.writeBooleanField(name, true));
  }

  /** An object of one array of texts. */
  static byte[] list(String name, List<String> values) {
    return object(
        json -> {
          json.writeArrayFieldStart(name);
          for (String value : values) {
            json.writeString(value);
          }
          json.writeEndArray();
        });
  }

  /** The sessions of a user. */
  static byte[] sessions(List<SessionInfo> sessions) {
    return object(
        json -> {
          json.writeArrayFieldStart("sessions");
          for (SessionInfo session : sessions) {
            json.writeStartObject();
            json.writeStringField("id", session.id().toString());
            json.writeStringField("created_at", toTheSecond(session.createdAt()));
            json.writeStringField("last_seen_at", toTheSecond(session.lastSeenAt()));
            json.writeStringField("ip", session.address());
            json.writeStringField("user_agent", session.userAgent());
            json.writeBooleanField("current", session.current());
            json.writeEndObject();
          }
          json.writeEndArray();
        });
  }

  /** The documentation's UserInfo: these seven fields in this order, the time to the second. */
  static byte[] user(UserInfo user) {
    return object(
        json -> {
          json.writeStringField("user_id", user.userId().toString());
          json.writeStringField("email", user.email());
          json.writeStringField("display_name", user.displayName().orElse(null));
          json.writeStringField("created_at", toTheSecond(user.createdAt()));
          json.writeArrayFieldStart("oauth_providers");
          for (String provider : user.oauthProviders()) {
            json.writeString(provider);
          }
          json.writeEndArray();
          json.writeBooleanField("has_password", user.hasPassword());
          json.writeBooleanField("has_totp", user.hasTotp());
        });
  }

  private static String toTheSecond(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time.truncatedTo(ChronoUnit.SECONDS));
  }

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }
}
