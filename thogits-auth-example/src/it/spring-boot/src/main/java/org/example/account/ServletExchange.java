package org.example.account;

import com.thogits.auth.http.AuthRequest;
import com.thogits.auth.http.AuthResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A request and its response, between the Servlet API and the library's plain values. */
record ServletExchange(HttpServletRequest request, HttpServletResponse response) {

  /** For the endpoints, which read the body. */
  AuthRequest withBody() throws IOException {
    return authRequest(request.getInputStream());
  }

  /** For the guard. Whoever asks for the body here takes it from the controller. */
  AuthRequest withoutBody() {
    return authRequest(InputStream.nullInputStream());
  }

  private AuthRequest authRequest(InputStream body) {
    Map<String, List<String>> headers = new TreeMap<>();
    Collections.list(request.getHeaderNames())
        .forEach(name -> headers.put(name, Collections.list(request.getHeaders(name))));
    return new AuthRequest(
        request.getMethod(), pathBelowServlet(), headers, body, request.getRemoteAddr());
  }

  /** As it was sent: {@code getPathInfo} has it decoded. */
  private String pathBelowServlet() {
    String prefix = request.getContextPath() + request.getServletPath();
    String path = request.getRequestURI();
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  void send(AuthResponse answer) throws IOException {
    response.setStatus(answer.status());
    answer
        .headers()
        .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    byte[] body = answer.body();
    response.setContentLength(body.length);
    if (!request.getMethod().equals("HEAD")) {
      response.getOutputStream().write(body);
    }
  }
}
