package com.thogits.auth.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.thogits.auth.http.openapi.Exchange;
import com.thogits.auth.http.openapi.ExchangeLog;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Looks on while a handler works, whatever client called, and changes nothing. */
final class ObservedHandler implements HttpHandler {
  /** More than any request has that is accepted. */
  private static final int MOST_BYTES_KEPT = 64 * 1024;

  private final HttpHandler handler;
  private final ExchangesInFlight inFlight;
  private final ExchangeLog log;

  ObservedHandler(HttpHandler handler, ExchangesInFlight inFlight, ExchangeLog log) {
    this.handler = handler;
    this.inFlight = inFlight;
    this.log = log;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    // Afterwards the connection may already be about its next request.
    AuthRequest request = new JdkExchange(exchange).request();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    exchange.setStreams(
        new Copying(exchange.getRequestBody(), read),
        new Copied(exchange.getResponseBody(), written));
    inFlight.begin();
    try {
      handler.handle(exchange);
      add(exchange, request.path(), read, written);
    } catch (IOException gone) {
      if (isWhole(exchange, written)) {
        add(exchange, request.path(), read, written);
      }
      throw gone;
    } finally {
      inFlight.end();
    }
  }

  /** The client went away, or broke its request off, after it was answered. */
  private static boolean isWhole(HttpExchange exchange, ByteArrayOutputStream written) {
    String length = exchange.getResponseHeaders().getFirst("Content-Length");
    return Integer.toString(written.size()).equals(length);
  }

  private void add(
      HttpExchange exchange,
      String path,
      ByteArrayOutputStream read,
      ByteArrayOutputStream written) {
    log.add(
        new Exchange(
            exchange.getRequestMethod(),
            path,
            exchange.getRequestHeaders(),
            read.toString(StandardCharsets.UTF_8),
            exchange.getResponseCode(),
            exchange.getResponseHeaders(),
            written.toString(StandardCharsets.UTF_8)));
  }

  /** Keeps what is read. */
  private static final class Copying extends FilterInputStream {
    private final ByteArrayOutputStream copy;

    Copying(InputStream in, ByteArrayOutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      if (one >= 0 && copy.size() < MOST_BYTES_KEPT) {
        copy.write(one);
      }
      return one;
    }

    @Override
    public int read(byte[] bytes, int start, int length) throws IOException {
      int count = super.read(bytes, start, length);
      if (count > 0 && copy.size() < MOST_BYTES_KEPT) {
        copy.write(bytes, start, count);
      }
      return count;
    }
  }

  /** Keeps what is written. */
  private static final class Copied extends FilterOutputStream {
    private final ByteArrayOutputStream copy;

    Copied(OutputStream out, ByteArrayOutputStream copy) {
      super(out);
      this.copy = copy;
    }

    @Override
    public void write(int one) throws IOException {
      copy.write(one);
      out.write(one);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      copy.write(bytes, start, length);
      out.write(bytes, start, length);
    }
  }
}
