package org.example.account;

import com.thogits.auth.http.AuthEndpoints;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sign-in endpoints below whatever path the servlet is mapped to. */
final class AuthServlet extends HttpServlet {
  private final transient AuthEndpoints endpoints;

  AuthServlet(AuthEndpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ServletExchange exchange = new ServletExchange(request, response);
    exchange.send(endpoints.handle(exchange.withBody()));
  }
}
