package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a request comes from: the connection tells, or a proxy that the operator named. */
class TrustedProxyIT {
  private static final String PASSWORD = "horse-battery-9";
  private static final String ONE_A_PLACE = "--registrations-per-address=1";
  private static final List<String> HERE = List.of("127.0.0.1", "0:0:0:0:0:0:0:1");

  private final HttpClient http = ApiClient.connections();

  @TempDir Path folder;

  @Test
  void aTrustedProxyIsBelievedAboutWhoeverIsBehindIt() throws Exception {
    try (ServerProcess server =
        ServerProcess.listening(
            folder, ONE_A_PLACE, "--trusted-proxy=127.0.0.0/8", "--trusted-proxy=::1")) {
      // What stands before the address that the proxy adds is the client's own text.
      ApiClient one = from(server, "203.0.113.9, 198.51.100.4");
      assertThat(one.register("one@example.com", PASSWORD).status()).isEqualTo(200);
      assertThat(addressesOfSessions(one)).containsExactly("198.51.100.4");
      ApiClient two = from(server, "2001:db8::5");
      assertThat(two.register("two@example.com", PASSWORD).status()).isEqualTo(200);
      assertThat(addressesOfSessions(two)).containsExactly("2001:db8:0:0:0:0:0:5");
      ApiClient again = from(server, "203.0.113.10, 198.51.100.4");
      assertThat(again.register("more@example.com", PASSWORD).status()).isEqualTo(429);
      server.stop();
    }
    assertThat(addressesOfRegistrations())
        .containsExactly("198.51.100.4", "2001:db8:0:0:0:0:0:5", "198.51.100.4");
  }

  @Test
  void nobodyElseIsBelieved() throws Exception {
    try (ServerProcess server =
        ServerProcess.listening(folder, ONE_A_PLACE, "--trusted-proxy=10.0.0.0/8")) {
      ApiClient one = from(server, "198.51.100.4");
      assertThat(one.register("one@example.com", PASSWORD).status()).isEqualTo(200);
      assertThat(addressesOfSessions(one)).isSubsetOf(HERE).hasSize(1);
      ApiClient two = from(server, "198.51.100.5");
      assertThat(two.register("two@example.com", PASSWORD).status()).isEqualTo(429);
      server.stop();
    }
    assertThat(addressesOfRegistrations()).isSubsetOf(HERE).hasSize(2);
  }

  private ApiClient from(ServerProcess server, String forwardedFor) {
    return new ApiClient(http, server.baseUrl()).with("X-Forwarded-For", forwardedFor);
  }

  private static List<String> addressesOfSessions(ApiClient client) throws Exception {
    return client.get("/api/auth/sessions").json().path("sessions").findValuesAsText("ip");
  }

  private List<String> addressesOfRegistrations() throws IOException {
    List<String> addresses = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("audit.log"))) {
      JsonNode event = new ObjectMapper().readTree(line);
      if (event.path("action").asText().equals("register")) {
        addresses.add(event.path("address").asText());
      }
    }
    return addresses;
  }
}
