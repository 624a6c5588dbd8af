package org.example.account;

import com.thogits.auth.AuthException;
import com.thogits.auth.StoreException;
import com.thogits.auth.http.SessionGuard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the service refuses to a controller as the sign-in endpoints answer it. */
@RestControllerAdvice
class RefusalAdvice {
  private final SessionGuard guard;

  RefusalAdvice(SessionGuard guard) {
    this.guard = guard;
  }

  @ExceptionHandler({AuthException.class, StoreException.class})
  void refuse(RuntimeException refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    new ServletExchange(request, response).send(guard.refusal(refusal));
  }
}
