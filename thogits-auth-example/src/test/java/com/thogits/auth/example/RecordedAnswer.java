package com.thogits.auth.example;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An answer as a server sent it.
 *
 * @param headers without those that the JDK's server writes by itself
 */
record RecordedAnswer(Map<String, String> headers, String body) {
  private static final Set<String> OF_THE_SERVER = Set.of("date", "content-length");

  static RecordedAnswer of(HttpResponse<String> response) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, lines) -> headers.put(name, lines.get(0)));
    headers.keySet().removeIf(name -> OF_THE_SERVER.contains(name.toLowerCase(ROOT)));
    return new RecordedAnswer(headers, response.body());
  }

  /** Headers a line each, an empty line, the body. */
  Path writeTo(Path file) throws IOException {
    StringBuilder text = new StringBuilder();
    headers.forEach((name, value) -> text.append(name).append(": ").append(value).append('\n'));
    return Files.writeString(file, text.append('\n').append(body));
  }

  static RecordedAnswer read(Path file) throws IOException {
    String text = Files.readString(file);
    int end = text.indexOf("\n\n");
    Map<String, String> headers = new LinkedHashMap<>();
    text.substring(0, end)
        .lines()
        .map(line -> line.split(": ", 2))
        .forEach(header -> headers.put(header[0], header[1]));
    return new RecordedAnswer(headers, text.substring(end + 2));
  }
}
