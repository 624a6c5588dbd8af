package com.thogits.auth.http;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.ActiveSession;
import com.thogits.auth.SessionToken;

/** The two ways in which a {@link SessionGuard} decides. */
public sealed interface Admission {

  /**
   * A signed-in user calls.
   *
   * @param token what the session is known by to the service's methods
   * @param session whose session it is, and how it began
   */
  record Granted(SessionToken token, ActiveSession session) implements Admission {

    /** Checks that nothing is null. */
    public Granted {
      requireNonNull(token, "token");
      requireNonNull(session, "session");
    }
  }

  /**
   * The request must go no further.
   *
   * @param answer what to answer instead
   */
  record Refused(AuthResponse answer) implements Admission {

    /** Checks that there is an answer. */
    public Refused {
      requireNonNull(answer, "answer");
    }
  }
}
