package com.thogits.auth.simulation;

import com.thogits.auth.AuthError;
import com.thogits.auth.Ulid;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One use of one door of the service, from the call to the answer. */
final class Operation {
  static final long NOT_YET = Long.MAX_VALUE;

  /** How it ended. */
  enum Outcome {
    RUNNING,
    DONE,
    REFUSED,
    IN_DOUBT
  }

  final Node node;

  /** The canonical e-mail of the account that it is about, if there is one. */
  final String email;

  final long start;
  final Instant began;
  long end = NOT_YET;
  Outcome outcome = Outcome.RUNNING;
  @Nullable AuthError refusal;

  /** A store call of it failed as the seed wanted. */
  boolean disturbed;

  /** What its passwords are counted on. */
  String passwordBudget = "";

  /** Whose it turned out to be, if that was told: an e-mail can be of one account after another. */
  @Nullable Ulid account;

  /** It makes a session of a login that waits for a code. */
  boolean completesLogin;

  private boolean wroteAccount;

  Operation(Node node, String email, long start, Instant began) {
    this.node = node;
    this.email = email;
    this.start = start;
    this.began = began;
  }

  /**
   * A code is spent before the session is there, so that no crash leaves a session and the code.
   */
  void wrote(String call) {
    wroteAccount |= call.equals("UserStore.replace");
    if (completesLogin && !wroteAccount && call.equals("SessionStore.replace")) {
      throw new Violation(
          Invariant.CODE_ACCEPTED_ONCE, "a login is complete whose code can be used again");
    }
  }

  boolean isDone() {
    return outcome == Outcome.DONE;
  }

  boolean wasRefused(AuthError error) {
    return refusal == error;
  }

  /**
   * Whether it can have changed anything. A refusal changed nothing, unless the session that it
   * came with ended on the way.
   */
  boolean mayHaveWritten() {
    return outcome != Outcome.REFUSED
        || refusal == AuthError.NOT_AUTHENTICATED
        || refusal == AuthError.NO_PARTIAL_SESSION;
  }

  /** Whether it was answered before the other began. */
  boolean isBefore(Operation other) {
    return end < other.start;
  }
}
