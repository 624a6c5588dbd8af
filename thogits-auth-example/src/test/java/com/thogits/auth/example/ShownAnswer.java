package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** An answer, compared with the one that a document shows. */
final class ShownAnswer {
  /** What differs from time to time, and what it looks like. */
  private static final List<Varying> VARYING =
      List.of(
          new Varying("user_id", "[0-7][0-9A-HJKMNP-TV-Z]{25}"),
          new Varying("created_at", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"),
          new Varying("secret", "[A-Z2-7]{32}"),
          new Varying("qr_code", "data:image/png;base64,[A-Za-z0-9+/]{7,}[.=]*"));

  private ShownAnswer() {}

  static void assertSame(String command, JsonNode answer, JsonNode shown) {
    assertThat(masked(answer)).as(command).isEqualTo(masked(shown));
  }

  private static JsonNode masked(JsonNode answer) {
    ObjectNode masked = answer.deepCopy();
    for (Varying field : VARYING) {
      if (masked.path(field.name()).asText().matches(field.pattern())) {
        masked.put(field.name(), field.pattern());
      }
    }
    return masked;
  }

  private record Varying(String name, String pattern) {}
}
