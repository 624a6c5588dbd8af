package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes requests and closes their connections unanswered, as a node does that dies over them. */
final class MuteServer implements AutoCloseable {
  private final ServerSocket listening;
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private MuteServer(ServerSocket listening) {
    this.listening = listening;
  }

  static MuteServer start() throws IOException {
    MuteServer server = new MuteServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(server::serve, "mute-server");
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  private void serve() {
    while (!listening.isClosed()) {
      try (Socket connection = listening.accept()) {
        BufferedReader head =
            new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        String line = head.readLine();
        if (line != null) {
          requests.add(line);
        }
      } catch (IOException closed) {
        // Nobody is to be told.
      }
    }
  }

  int port() {
    return listening.getLocalPort();
  }

  /** The first line of each. */
  List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
