package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented matrix of routes and sessions is the true one (ASVS 8.1.1, 8.2.1, 6.3.4). */
class AccessMatrixTest {
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+) (/\\S+)` \\| (yes|no) \\| (yes|no) \\| (yes|no) \\|$");
  private static final Pattern ROUTE = Pattern.compile("new Route\\(\\s*\"(\\w+)\", \"(/[^\"]+)\"");

  @AutoClose private final TestServer server = new TestServer();

  record Row(String method, String path, boolean nobody, boolean partial, boolean session) {}

  static Stream<Row> rows() throws IOException {
    Matcher rows = ROW.matcher(Files.readString(Path.of("../docs/security.md")));
    List<Row> found = new ArrayList<>();
    while (rows.find()) {
      found.add(
          new Row(
              rows.group(1),
              rows.group(2),
              rows.group(3).equals("yes"),
              rows.group(4).equals("yes"),
              rows.group(5).equals("yes")));
    }
    return found.stream();
  }

  @Test
  void everyRouteIsInTheMatrixAndNoOther() throws IOException {
    List<String> routes = new ArrayList<>();
    for (Path source : sources()) {
      Matcher found = ROUTE.matcher(Files.readString(source));
      while (found.find()) {
        routes.add(found.group(1) + " " + found.group(2));
      }
    }
    assertThat(rows().map(row -> row.method() + " " + row.path()))
        .isNotEmpty()
        .containsExactlyElementsOf(routes);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/java/com/thogits/auth/http"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void nobodyGetsFurtherThanTheMatrixSays(Row row) {
    String path = row.path().replace("{id}", "01HQ8A1B2CDEFGHJJK3MMNQP4Q");
    TestClient session = server.registered("user@example.com");
    assertThat(getsThrough(server.client(), row.method(), path)).isEqualTo(row.nobody());
    assertThat(getsThrough(session, row.method(), path)).isEqualTo(row.session());

    server.enableTotp(server.registered("other@example.com"));
    TestClient partial = server.awaitingCode("other@example.com");
    assertThat(getsThrough(partial, row.method(), path)).isEqualTo(row.partial());
  }

  /** What is refused later than at the door is refused for another reason. */
  private static boolean getsThrough(TestClient client, String method, String path) {
    TestReply reply = client.send(method, path, method.equals("GET") ? "" : "{}");
    String error = reply.status() == 200 ? "" : reply.text("error");
    return !error.equals("not_authenticated") && !error.equals("no_partial_session");
  }
}
