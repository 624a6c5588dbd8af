package org.example.account;

import com.thogits.auth.http.Admission;
import com.thogits.auth.http.Admission.Refused;
import com.thogits.auth.http.SessionGuard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Lets signed-in users through, and tells controllers who calls. */
final class SessionFilter extends HttpFilter {
  /** The request attribute that holds an {@link Admission.Granted}. */
  static final String CALLER = "org.example.account.caller";

  private final transient SessionGuard guard;

  SessionFilter(SessionGuard guard) {
    this.guard = guard;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ServletExchange exchange = new ServletExchange(request, response);
    Admission admission = guard.admit(exchange.withoutBody());
    if (admission instanceof Refused refused) {
      exchange.send(refused.answer());
    } else {
      request.setAttribute(CALLER, admission);
      chain.doFilter(request, response);
    }
  }
}
