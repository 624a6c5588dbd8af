package com.thogits.auth.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.thogits.auth.UserInfo;
import com.thogits.auth.http.SessionAuthenticator;
import java.io.IOException;

/** Greets the signed-in user; a host's own endpoint, behind a {@link SessionAuthenticator}. */
final class HelloHandler implements HttpHandler {

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    UserInfo user = SessionAuthenticator.user(exchange);
    String name = user.displayName().orElse(user.email());
    JsonAnswer.send(
        exchange, 200, JsonLine.text(JsonLine.create().put("message", "Hello, " + name)));
  }
}
