package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that begin a request and never go on do not keep others from being served. */
class StalledClientsTest {
  private static final int CLIENTS = 300;

  @AutoClose private final TestServer server = new TestServer();

  private final List<RawConnection> stalled = new ArrayList<>();

  @AfterEach
  void goAway() throws IOException {
    for (RawConnection connection : stalled) {
      connection.close();
    }
  }

  enum Stall {
    HALF_A_REQUEST_LINE("POST /api/au"),
    HALF_A_HEADER("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Ty"),
    HALF_A_BODY(
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{\"email\":"),
    NO_CHUNK("POST /api/auth/login HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"),
    A_BODY_THAT_NOBODY_READS(
        "POST /api/auth/nothing HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"),
    A_BODY_THAT_IS_REFUSED(
        "POST /api/auth/password HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 100\r\n\r\n{"),
    A_BODY_THAT_IS_TOO_LARGE(
        "POST /api/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 1000000\r\n\r\n{"),
    A_BODY_FOR_HEAD("HEAD /api/auth/me HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{");

    private final String sent;

    Stall(String sent) {
      this.sent = sent;
    }
  }

  @ParameterizedTest
  @EnumSource
  void othersAreServed(Stall stall) throws IOException {
    TestClient client = server.registered("user@example.com");
    for (int i = 0; i < CLIENTS; i++) {
      RawConnection connection = new RawConnection(server);
      stalled.add(connection.send(stall.sent));
    }
    for (int i = 0; i < 20; i++) {
      client.get("/me").expect(200);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"HALF_A_HEADER", "HALF_A_BODY", "A_BODY_THAT_NOBODY_READS"})
  void othersAreServedByPlatformThreadsToo(Stall stall) throws IOException {
    HttpServer other =
        HardenedHttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    other.setExecutor(RequestThreads.platform());
    other.createContext(TestServer.PREFIX, server.observed(new AuthHandler(server.auth)));
    other.start();
    try {
      int port = other.getAddress().getPort();
      for (int i = 0; i < CLIENTS; i++) {
        stalled.add(new RawConnection(port).send(stall.sent));
      }
      TestClient client = new TestClient("http://localhost:" + port + TestServer.PREFIX);
      for (int i = 0; i < 20; i++) {
        assertThat(client.get("/me").status()).isEqualTo(401);
      }
    } finally {
      other.stop(0);
    }
  }
}
