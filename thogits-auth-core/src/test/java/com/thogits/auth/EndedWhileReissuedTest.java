package com.thogits.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A session that gets another token while it is ended is ended all the same. */
class EndedWhileReissuedTest {
  private final SettableClock clock = new SettableClock(Instant.parse("2025-01-15T10:00:00Z"));
  private final MemoryUserStore users = new MemoryUserStore();
  private final MemorySessionStore sessions = new MemorySessionStore();
  private final KeyRing keys = KeyRing.generate(new SecureRandom());
  private final AuthService otherNode = on(sessions);
  private final AuthService node = on(beforeFirstDeletion(this::reissue));
  private SignedIn signedIn =
      otherNode.register("user@example.com", TestService.PASSWORD, TestService.LAPTOP);

  private AuthService on(SessionStore store) {
    return AuthService.builder(users, store, new MemoryAttemptStore(), keys)
        .clock(clock)
        .hasher(TestService.quick(1))
        .build();
  }

  private void reissue() {
    signedIn = otherNode.endOtherSessions(signedIn.token());
  }

  private SessionStore beforeFirstDeletion(Runnable meanwhile) {
    boolean[] done = new boolean[1];
    return (SessionStore)
        Proxy.newProxyInstance(
            SessionStore.class.getClassLoader(),
            new Class<?>[] {SessionStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("delete") && !done[0]) {
                done[0] = true;
                meanwhile.run();
              }
              try {
                return method.invoke(sessions, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  @Test
  void byLogout() {
    node.logout(signedIn.token());

    assertThat(otherNode.isSignedIn(signedIn.token())).isFalse();
  }

  @Test
  void byItsUserFromTheListOfSessions() {
    SessionToken asking = signedIn.token();
    Ulid session = otherNode.session(asking).id();
    node.endSession(asking, session);

    assertThat(otherNode.isSignedIn(signedIn.token())).isFalse();
  }
}
