package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.AuthService;
import com.thogits.auth.http.AuthHandler;
import com.thogits.auth.http.HardenedHttpServer;
import com.thogits.auth.http.HttpSettings;
import com.thogits.auth.http.SessionAuthenticator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/** The routes on their port. */
final class Server {
  private final HttpServer http;
  private final String host;
  private final RequestsInFlight requests = new RequestsInFlight();

  private Server(HttpServer http, String host) {
    this.http = http;
    this.host = host;
  }

  /** Listens and answers from here on. */
  static Server start(Options options, AuthService auth, Readiness readiness)
      throws StartException {
    Server server = new Server(listen(options.host(), options.port()), options.host());
    server.mount(auth, options.http());
    server.get("/healthz", HealthHandler.alive());
    server.get("/healthz/ready", HealthHandler.ready(readiness));
    server.http.start();
    return server;
  }

  private void mount(AuthService auth, HttpSettings settings) {
    Page page = new Page();
    // What has no context of its own comes here too, and is not found.
    get("/", page.paths(), page);
    route("/api/auth", new AuthHandler(auth, settings));
    get("/openapi.json", new OpenApiHandler());
    get("/api/hello", new HelloHandler())
        .setAuthenticator(new SessionAuthenticator(auth, settings));
  }

  private HttpContext get(String path, HttpHandler handler) {
    return get(path, Set.of(path), handler);
  }

  private HttpContext get(String prefix, Set<String> paths, HttpHandler handler) {
    HttpContext context = route(prefix, handler);
    context.getFilters().add(new RouteFilter(paths));
    return context;
  }

  private HttpContext route(String path, HttpHandler handler) {
    HttpContext context = http.createContext(path, handler);
    context.getFilters().add(requests);
    return context;
  }

  private static HttpServer listen(String host, int port) throws StartException {
    try {
      return HardenedHttpServer.create(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw cannotStart("there is no host " + host);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw cannotStart(
          reason.startsWith("Address already in use")
              ? "port " + port + " on " + host + " is taken"
              : "cannot listen on " + host + " port " + port + ": " + reason);
    }
  }

  /** Where a browser finds it. */
  String url() {
    String name = host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    return "http://" + name + ":" + http.getAddress().getPort() + "/";
  }

  /**
   * Takes no more requests, and comes back when those in flight are answered or the patience is
   * over.
   */
  void stop(Duration patience) throws InterruptedException {
    requests.refuseNew();
    // HttpServer.stop frees the port at once, and then waits to its end even with nothing to do.
    Thread closing = new Thread(() -> http.stop((int) patience.toSeconds()), "closing-port");
    closing.setDaemon(true);
    closing.start();
    requests.awaitNone(patience);
  }
}
