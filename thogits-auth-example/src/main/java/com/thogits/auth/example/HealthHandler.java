package com.thogits.auth.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/** Tells whoever watches the server 200 if all is well, and otherwise 503 without a cause. */
final class HealthHandler implements HttpHandler {
  private final String well;
  private final BooleanSupplier check;

  private HealthHandler(String well, BooleanSupplier check) {
    this.well = well;
    this.check = check;
  }

  /** The process answers requests, whatever the database does: no reason to start it again. */
  static HealthHandler alive() {
    return new HealthHandler("alive", () -> true);
  }

  /** Requests can be served: a reason to send some here. */
  static HealthHandler ready(Readiness readiness) {
    return new HealthHandler("ready", readiness::isReady);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean healthy = check.getAsBoolean();
    String status = healthy ? well : "not " + well;
    JsonAnswer.send(exchange, healthy ? 200 : 503, "{\"status\":\"" + status + "\"}");
  }
}
