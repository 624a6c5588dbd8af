package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Makes the JDK's HTTP server fit for the open network.
 *
 * <p>As it comes, that server answers 40 ms late on connections that are kept alive (JDK 17), and a
 * few clients that send half a request, or never read their answer, hold its threads for good. Here
 * each request has a thread of its own while it is in work, and no request or answer may take
 * longer than its limit.
 *
 * <p>The limits are system properties of the whole JVM, read once when its first server is made:
 * create the first server here. A property that is set already is left as it is.
 *
 * <table>
 * <caption>The properties</caption>
 * <tr><th>property</th><th>value</th><th>what it limits</th></tr>
 * <tr><td>{@code sun.net.httpserver.nodelay}</td><td>true</td><td>nothing waits for an
 *     acknowledgement</td></tr>
 * <tr><td>{@code sun.net.httpserver.maxReqTime}</td><td>20</td><td>seconds from a request's first
 *     byte to its last; raise it for large uploads</td></tr>
 * <tr><td>{@code sun.net.httpserver.maxRspTime}</td><td>60</td><td>seconds from there to the
 *     answer's last byte, the work included; raise it for large downloads</td></tr>
 * <tr><td>{@code sun.net.httpserver.maxIdleConnections}</td><td>2000</td><td>connections kept
 *     between requests; one more is closed after its answer</td></tr>
 * </table>
 *
 * <p>{@code sun.net.httpserver.drainAmount} is best left at the JDK's value: with 0 the server
 * closes the connection after every request whose body the handler did not read to its end, GET
 * included.
 *
 * <p>What stays with the host: a handler that throws gives its client a closed connection, and one
 * that throws an {@code Error} gives it nothing until the limit on answers closes the connection.
 */
public final class HardenedHttpServer {
  private static final Map<String, String> LIMITS =
      Map.of(
          "sun.net.httpserver.nodelay", "true",
          "sun.net.httpserver.maxReqTime", "20",
          "sun.net.httpserver.maxRspTime", "60",
          "sun.net.httpserver.maxIdleConnections", "2000");

  /** The system's own default is 50: a burst of clients would wait seconds to be let in. */
  private static final int CONNECTIONS_WAITING = 1024;

  private HardenedHttpServer() {}

  /**
   * Makes a server that is bound, has its threads and is not started. Its threads are daemons and
   * end by themselves when they have nothing more to do.
   *
   * @param address where to listen; port 0 picks a free one
   * @throws IOException if the address cannot be bound
   */
  public static HttpServer create(InetSocketAddress address) throws IOException {
    requireNonNull(address, "address");
    LIMITS.forEach(HardenedHttpServer::setUnlessSet);
    HttpServer server = HttpServer.create(address, CONNECTIONS_WAITING);
    server.setExecutor(RequestThreads.create());
    return server;
  }

  private static void setUnlessSet(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
