package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.HttpCookie;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/** An answer as a client sees it. */
record TestReply(int status, HttpHeaders headers, String body) {
  static TestReply of(HttpResponse<String> response) {
    return new TestReply(response.statusCode(), response.headers(), response.body());
  }

  TestReply expect(int expected) {
    assertThat(status).as(body).isEqualTo(expected);
    return this;
  }

  /** Checks for a refusal of the documented shape. */
  TestReply refused(int expected, String error) {
    expect(expected);
    assertThat(json().propertyStream().map(field -> field.getKey()))
        .containsExactly("error", "message");
    assertThat(text("error")).isEqualTo(error);
    assertThat(text("message")).endsWith(".");
    return this;
  }

  TestReply says(String message) {
    expect(200);
    assertThat(body).isEqualTo("{\"message\":\"" + message + "\"}");
    return this;
  }

  JsonNode json() {
    try {
      return new ObjectMapper().readTree(body);
    } catch (JsonProcessingException noJson) {
      throw new AssertionError(body, noJson);
    }
  }

  String text(String field) {
    return json().path(field).asText();
  }

  /** The one line of a header, or the empty text. */
  String header(String name) {
    assertThat(headers.allValues(name)).hasSizeLessThanOrEqualTo(1);
    return headers.firstValue(name).orElse("");
  }

  Optional<HttpCookie> cookie() {
    return headers.firstValue("Set-Cookie").map(line -> HttpCookie.parse(line).get(0));
  }
}
