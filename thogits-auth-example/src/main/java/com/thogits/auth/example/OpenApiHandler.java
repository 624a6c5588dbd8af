package com.thogits.auth.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.thogits.auth.http.OpenApi;
import java.io.IOException;

/** Shows anybody how the endpoints are called. */
final class OpenApiHandler implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    JsonAnswer.send(exchange, 200, OpenApi.json());
  }
}
