package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.HttpCookie;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** The line that sets or clears a cookie, or the empty text. */
  String cookieLine(String name) {
    List<String> lines =
        headers.allValues("Set-Cookie").stream()
            .filter(line -> line.startsWith(name + "="))
            .toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(1);
    return lines.isEmpty() ? "" : lines.get(0);
  }

  List<HttpCookie> cookies() {
    return headers.allValues("Set-Cookie").stream()
        .map(line -> HttpCookie.parse(line).get(0))
        .toList();
  }

  /** Everything of the answer but the time of day. */
  Map<String, List<String>> headersWithoutDate() {
    Map<String, List<String>> others = new TreeMap<>(headers.map());
    others.remove("date");
    return others;
  }
}
