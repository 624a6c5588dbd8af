package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.example.ApiClient.Answer;
import com.thogits.auth.requirements.CodeBlocks;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of docs/nginx.conf, with the real nginx in front of two servers. */
@EnabledOnOs(OS.LINUX)
class NginxIT {
  private static final String EMAIL = "user@example.com";
  private static final String PASSWORD = "horse-battery-9";

  /** Linux answers to all of 127.0.0.0/8: a client whose address is not the proxy's. */
  private static final byte[] CLIENT_ADDRESS = {127, 0, 0, 2};

  private static final Pattern NODE_OPTION = Pattern.compile("--[\\w-]+=\\S+");

  private static final String SPOOFED_ADDRESS = "203.0.113.7";

  private PostgresServer postgres;
  private Nodes nodes;
  private TlsCertificate certificate;
  private NginxProcess nginx;
  private HttpClient http;

  @TempDir Path folder;

  @BeforeEach
  void startAll() throws Exception {
    Tool.NGINX.require();
    certificate = TlsCertificate.selfSigned(folder);
    http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(certificate.trusting())
            .build();
    postgres = PostgresServer.started(folder.resolve("postgres"));
    nodes =
        Nodes.start(
            2,
            folder,
            new DatabaseReader(postgres.jdbcUrl(), postgres.user()),
            documented("--host"),
            documented("--trusted-proxy"));
  }

  /** An option as docs/operating.md gives it to both nodes. */
  private static String documented(String option) {
    List<String> given =
        NODE_OPTION
            .matcher(CodeBlocks.runBy("example/NginxIT").get(0).text())
            .results()
            .map(MatchResult::group)
            .filter(word -> word.startsWith(option + "="))
            .toList();
    assertThat(given).as(option).hasSize(2);
    assertThat(given.get(0)).isEqualTo(given.get(1));
    return given.get(0);
  }

  /** The others are where the database, the keys and the log are, which differ here. */
  @Test
  void theDocumentedCommandsHaveNoFurtherOptions() {
    String commands = CodeBlocks.runBy("example/NginxIT").get(0).text();
    assertThat(NODE_OPTION.matcher(commands).results().map(word -> word.group().split("=", 2)[0]))
        .containsOnly(
            "--host",
            "--trusted-proxy",
            "--port",
            "--jdbc-url",
            "--jdbc-user",
            "--key-file",
            "--audit-log");
  }

  @AfterEach
  void stopAll() throws Exception {
    if (nginx != null) {
      nginx.close();
    }
    if (nodes != null) {
      nodes.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  @Test
  void usersAreServedOverHttpsByTwoNodesAndByOne() throws Exception {
    nginx = NginxProcess.start(folder, certificate, nodes.get(0).port(), nodes.get(1).port());
    ApiClient client = new ApiClient(http, nginx.baseUrl());
    Answer registered = client.register(EMAIL, PASSWORD);
    assertThat(registered.status()).isEqualTo(200);
    assertThat(registered.response().headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie).startsWith("__Host-thogits_session=").contains("; Secure"));
    assertThat(registered.response().headers().firstValue("Strict-Transport-Security")).isPresent();
    assertThat(client.login(EMAIL, PASSWORD).status()).isEqualTo(200);
    assertServed(client, 10);
    assertThat(addresses(client)).containsExactly("127.0.0.1");
    assertThat(client.get("/healthz").status()).isEqualTo(404);
    assertThat(client.get("/healthz/ready").status()).isEqualTo(404);
    assertThat(client.rename("x".repeat(20_000)).json().path("error").asText())
        .isEqualTo("body_too_large");
    assertThat(client.rename("x".repeat(100_000)).status()).isEqualTo(413);

    for (int node = 0; node < nodes.count(); node++) {
      nodes.get(node).stop();
      assertServed(client, 10);
      assertThat(new ApiClient(http, nginx.baseUrl()).login(EMAIL, PASSWORD).status())
          .isEqualTo(200);
      nodes.startAgain(node);
      awaitLoginsOn(node);
    }
  }

  /** Having failed, a node gets no requests for a while. */
  private void awaitLoginsOn(int node) throws Exception {
    int before = nodes.audit(node).size();
    while (nodes.audit(node).size() == before) {
      assertThat(new ApiClient(http, nginx.baseUrl()).login(EMAIL, PASSWORD).status())
          .isEqualTo(200);
    }
  }

  @Test
  void whatAClientSaysOfItsAddressIsNotBelieved() throws Exception {
    nginx = NginxProcess.start(folder, certificate, nodes.get(0).port(), nodes.get(1).port());
    ApiClient client = new ApiClient(http, nginx.baseUrl());
    assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
    String body = "{\"email\": \"" + EMAIL + "\", \"password\": \"" + PASSWORD + "\"}";
    String answer =
        fromAnotherAddress(
            "POST /api/auth/login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + ("X-Forwarded-For: " + SPOOFED_ADDRESS + "\r\n")
                + ("Forwarded: for=" + SPOOFED_ADDRESS + "\r\n")
                + "Content-Type: application/json\r\n"
                + ("Content-Length: " + body.length() + "\r\n\r\n" + body));
    assertThat(answer).startsWith("HTTP/1.1 200 ");
    assertThat(addresses(client)).containsExactlyInAnyOrder("127.0.0.1", "127.0.0.2");
  }

  @Test
  void aGetIsRepeatedAtTheOtherNodeAndAPostNever() throws Exception {
    ApiClient client = new ApiClient(http, nodes.baseUrl(1));
    assertThat(client.register(EMAIL, PASSWORD).status()).isEqualTo(200);
    try (MuteServer mute = MuteServer.start()) {
      nginx = NginxProcess.start(folder, certificate, mute.port(), nodes.get(1).port());
      ApiClient behind = client.at(nginx.baseUrl());
      while (mute.requests().isEmpty()) {
        assertThat(behind.get("/api/auth/me").status()).isEqualTo(200);
      }
      nginx.close();
    }
    try (MuteServer mute = MuteServer.start()) {
      nginx = NginxProcess.start(folder, certificate, mute.port(), nodes.get(1).port());
      List<Integer> statuses = new ArrayList<>();
      while (mute.requests().isEmpty()) {
        statuses.add(
            new ApiClient(http, nginx.baseUrl()).login(EMAIL, "wrong-" + PASSWORD).status());
      }
      assertThat(statuses.remove(statuses.size() - 1)).isEqualTo(502);
      assertThat(statuses).allMatch(status -> status == 401).hasSizeLessThan(2);
      assertThat(mute.requests()).hasSize(1).allMatch(line -> line.startsWith("POST "));
    }
  }

  private static void assertServed(ApiClient client, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      assertThat(client.get("/api/auth/me").status()).isEqualTo(200);
    }
    assertThat(client.send("PUT", "/api/auth/profile", Map.of("display_name", "Alice")).status())
        .isEqualTo(200);
  }

  private static List<String> addresses(ApiClient client) throws Exception {
    List<String> addresses = new ArrayList<>();
    for (JsonNode session : client.get("/api/auth/sessions").json().path("sessions")) {
      addresses.add(session.path("ip").asText());
    }
    return addresses;
  }

  private String fromAnotherAddress(String request) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            certificate
                .trusting()
                .getSocketFactory()
                .createSocket(
                    InetAddress.getLoopbackAddress(),
                    nginx.port(),
                    InetAddress.getByAddress(CLIENT_ADDRESS),
                    0)) {
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
