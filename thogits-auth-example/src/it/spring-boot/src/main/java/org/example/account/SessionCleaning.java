package org.example.account;

import com.thogits.auth.AuthService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The library does nothing of its own accord: the application removes what has expired. */
@Component
class SessionCleaning {
  private final AuthService auth;

  SessionCleaning(AuthService auth) {
    this.auth = auth;
  }

  @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
  void clean() {
    auth.deleteExpired();
  }
}
