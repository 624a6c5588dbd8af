package com.thogits.auth.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a body, read strictly (RFC 8259, and RFC 7493 where that leaves a choice): UTF-8
 * without a byte order mark, one object, no name twice, nothing after it, at most 32 levels, no
 * half of a surrogate pair. Fields that nobody asks for are ignored; numbers are never converted.
 */
final class JsonFields {
  private static final int DEEPEST_NESTING = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST_NESTING)
                  .maxNumberLength(RequestBody.MOST_BYTES)
                  .build())
          .build();

  private final Map<String, JsonToken> kinds = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  private JsonFields() {}

  /** Reads a body; an empty one has no fields. */
  static JsonFields parse(byte[] body) {
    JsonFields fields = new JsonFields();
    if (body.length > 0) {
      try (JsonParser json = JSON.createParser(decode(body))) {
        fields.read(json);
      } catch (IOException malformed) {
        throw new RequestException(RequestError.INVALID_JSON);
      }
    }
    return fields;
  }

  private static String decode(byte[] body) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
  }

  private void read(JsonParser json) throws IOException {
    JsonToken root = json.nextToken();
    if (root == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        readField(json);
      }
    } else {
      pass(json);
    }
    if (root == null || json.nextToken() != null) {
      throw new RequestException(RequestError.INVALID_JSON);
    }
    if (root != JsonToken.START_OBJECT) {
      throw new RequestException(RequestError.INVALID_REQUEST, "The body must be a JSON object.");
    }
  }

  private void readField(JsonParser json) throws IOException {
    String name = requireUnicode(json.getText());
    JsonToken kind = json.nextToken();
    kinds.put(name, kind);
    if (kind == JsonToken.VALUE_STRING) {
      texts.put(name, requireUnicode(json.getText()));
    } else {
      pass(json);
    }
  }

  /** Goes to the end of a value that nobody asks for: it must be well-formed all the same. */
  private static void pass(JsonParser json) throws IOException {
    int depth = 0;
    JsonToken token = json.currentToken();
    while (token != null) {
      if (token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING) {
        requireUnicode(json.getText());
      }
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      token = depth == 0 ? null : json.nextToken();
    }
  }

  private static String requireUnicode(String text) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new RequestException(RequestError.INVALID_JSON);
    }
    return text;
  }

  boolean has(String name) {
    return kinds.containsKey(name);
  }

  /** The text of a field that must be there. */
  String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new RequestException(
          RequestError.INVALID_REQUEST, name + " is required and must be a text.");
    }
    return text;
  }

  /** The text of a field, or null if it is not there or null. */
  @Nullable String optionalText(String name) {
    return !has(name) || kinds.get(name) == JsonToken.VALUE_NULL ? null : text(name);
  }
}
