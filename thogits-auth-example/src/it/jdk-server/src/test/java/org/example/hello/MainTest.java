package org.example.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MainTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = Main.start(0);
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void greetsWhoIsSignedIn() throws Exception {
    HttpResponse<String> registered =
        client.send(
            request("/api/auth/register")
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        "{\"email\": \"user@example.com\", \"password\": \"securepass123\"}"))
                .build(),
            BodyHandlers.ofString());
    assertEquals(200, registered.statusCode());

    HttpResponse<String> hello =
        client.send(
            request("/api/hello").header("Cookie", sessionCookie(registered)).build(),
            BodyHandlers.ofString());
    assertEquals(200, hello.statusCode());
    assertEquals("Hello, user@example.com\n", hello.body());
  }

  @Test
  void turnsEverybodyElseAway() throws Exception {
    HttpResponse<String> refused =
        client.send(request("/api/hello").build(), BodyHandlers.ofString());
    assertEquals(401, refused.statusCode());
    assertTrue(refused.body().contains("not_authenticated"), refused.body());
  }

  private HttpRequest.Builder request(String path) {
    int port = server.getAddress().getPort();
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  /** By hand, because Java's cookie store sends a Secure cookie over https alone. */
  private static String sessionCookie(HttpResponse<?> response) {
    return response.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
  }
}
