package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.thogits.auth.http.HardenedHttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A site of somebody else, with one page that means no good. */
final class OtherSite implements AutoCloseable {
  private final HttpServer http;
  private volatile String html = "";

  private OtherSite(HttpServer http) {
    this.http = http;
  }

  static OtherSite start() throws IOException {
    OtherSite site =
        new OtherSite(
            HardenedHttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    site.http.createContext("/", site::answer);
    site.http.start();
    return site;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] page = ("<!doctype html><title>Other</title>" + html).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page);
    }
  }

  /** Puts something into its page. */
  void show(String body) {
    html = body;
  }

  /** Where it is, by one of the names of this machine. */
  String url(String host) {
    return "http://" + host + ":" + http.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    http.stop(0);
  }
}
