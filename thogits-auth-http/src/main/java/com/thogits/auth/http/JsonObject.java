package com.thogits.auth.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that is written field by field, in the order of the calls. Jackson's generator is
 * made for more than the few short fields of an answer, and costs more than they do.
 */
final class JsonObject {
  private static final JsonStringEncoder ESCAPES = JsonStringEncoder.getInstance();

  private final StringBuilder json = new StringBuilder(256).append('{');

  JsonObject with(String name, @Nullable String text) {
    name(name);
    if (text == null) {
      json.append("null");
    } else {
      text(text);
    }
    return this;
  }

  JsonObject with(String name, boolean value) {
    name(name);
    json.append(value);
    return this;
  }

  JsonObject withTexts(String name, List<String> texts) {
    name(name);
    json.append('[');
    for (String text : texts) {
      separate('[');
      text(text);
    }
    json.append(']');
    return this;
  }

  JsonObject withObjects(String name, List<JsonObject> objects) {
    name(name);
    json.append('[');
    for (JsonObject object : objects) {
      separate('[');
      json.append(object.json).append('}');
    }
    json.append(']');
    return this;
  }

  /** All of it, in UTF-8. */
  byte[] bytes() {
    return json.append('}').toString().getBytes(UTF_8);
  }

  /** Names are this package's own, and nothing in them needs an escape. */
  private void name(String name) {
    separate('{');
    json.append('"').append(name).append("\":");
  }

  private void separate(char opening) {
    if (json.charAt(json.length() - 1) != opening) {
      json.append(',');
    }
  }

  private void text(String text) {
    json.append('"');
    ESCAPES.quoteAsString(text, json);
    json.append('"');
  }
}
