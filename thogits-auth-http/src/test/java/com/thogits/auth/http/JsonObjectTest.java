package com.thogits.auth.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

  @Test
  void fieldsStandInTheOrderOfTheCalls() {
    JsonObject first = new JsonObject().with("n", "x1");
    JsonObject object =
        new JsonObject()
            .with("text", "a")
            .with("none", null)
            .with("yes", true)
            .withTexts("no texts", List.of())
            .withTexts("texts", List.of("[", "{"))
            .withObjects("no objects", List.of())
            .withObjects("objects", List.of(first, new JsonObject()));
    assertThat(new String(object.bytes(), UTF_8))
        .isEqualTo(
            "{\"text\":\"a\",\"none\":null,\"yes\":true,\"no texts\":[],\"texts\":[\"[\",\"{\"],"
                + "\"no objects\":[],\"objects\":[{\"n\":\"x1\"},{}]}");
    assertThat(new String(new JsonObject().bytes(), UTF_8)).isEqualTo("{}");
  }

  @Test
  void everyCharacterIsReadAsItWasWritten() throws IOException {
    String all =
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
            .filter(character -> character < 0xD800 || character > 0xDFFF)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    assertThat(new ObjectMapper().readTree(new JsonObject().with("all", all).bytes()))
        .hasSize(1)
        .first()
        .satisfies(read -> assertThat(read.textValue()).isEqualTo(all));
  }

  @Test
  void halfACharacterIsAnsweredWithAQuestionMark() {
    assertThat(new String(new JsonObject().with("half", "a\uD83D").bytes(), UTF_8))
        .isEqualTo("{\"half\":\"a?\"}");
  }
}
