package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.AuthError;
import com.thogits.auth.http.Route.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The description against the code, where no exchange would tell. */
class OpenApiTest {
  @AutoClose private final TestServer server = new TestServer();

  private final JsonNode document = read();

  private static JsonNode read() {
    try {
      return new ObjectMapper().readTree(OpenApi.json());
    } catch (IOException noJson) {
      throw new AssertionError(noJson);
    }
  }

  /** Every route, in the documentation's order. */
  static List<Route> routes(TestServer server) {
    Cookies cookies = new Cookies(server.settings);
    return Stream.concat(
            new DocumentedEndpoints(server.auth, cookies).routes().stream(),
            new FurtherEndpoints(server.auth, cookies).routes().stream())
        .toList();
  }

  @Test
  void everyRouteIsDescribedWithTheSessionItNeedsAndNoOther() {
    List<String> described = new ArrayList<>();
    document
        .get("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            described.add(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey()
                                    + " "
                                    + method.getValue().get("security"))));
    assertThat(described)
        .containsExactlyElementsOf(
            routes(server).stream()
                .map(route -> route.method() + " " + route.path() + " " + schemes(route.access()))
                .toList());
  }

  private static String schemes(Access access) {
    return switch (access) {
      case ANYBODY -> "[]";
      case SESSION -> "[{\"session\":[]},{\"insecureSession\":[]}]";
      case PARTIAL_SESSION -> "[{\"partialSession\":[]},{\"insecurePartialSession\":[]}]";
    };
  }

  @Test
  void everyErrorCodeIsDescribedAndNoOther() {
    List<String> described = new ArrayList<>();
    document.at("/components/schemas/ErrorCode/enum").forEach(code -> described.add(code.asText()));
    assertThat(described)
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of(AuthError.values()).map(AuthError::code),
                    Stream.of(RequestError.values()).map(RequestError::code))
                .distinct()
                .sorted()
                .toList());
  }

  /** Without the number of the patch, which would tell strangers what is not mended yet. */
  @Test
  void itsVersionIsTheLibrarysWithoutThePatch() throws IOException {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<version>" + document.at("/info/version").asText() + ".");
  }
}
