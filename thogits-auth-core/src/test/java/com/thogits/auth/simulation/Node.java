package com.thogits.auth.simulation;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.AuthOperator;
import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import org.jspecify.annotations.Nullable;

/** One process with the library in it; it does one thing at a time. */
final class Node {
  private final String name;
  private final World world;
  private int incarnation;
  private AuthService auth;
  private AuthOperator operator;
  private @Nullable Operation current;

  Node(String name, World world) {
    this.name = name;
    this.world = world;
    start();
  }

  private void start() {
    Parts parts = world.parts();
    AuthServiceBuilder builder =
        AuthService.builder(
                StoreFace.of(UserStore.class, parts.users(), this),
                StoreFace.of(SessionStore.class, parts.sessions(), this),
                StoreFace.of(AttemptStore.class, parts.attempts(), this),
                new WatchedCipher(world.keys(), this))
            .settings(World.SETTINGS)
            .clock(world.clock())
            .random(world.random())
            .hasher(world.hasherOf(this));
    auth = builder.build();
    operator = builder.buildOperator();
  }

  /** Another process takes its place and knows nothing of it. */
  void restart() {
    incarnation++;
    start();
  }

  void begin(Operation operation) {
    current = operation;
  }

  void end() {
    current = null;
  }

  boolean isFree() {
    return current == null;
  }

  Operation current() {
    if (current == null) {
      throw new AssertionError("the node does nothing");
    }
    return current;
  }

  World world() {
    return world;
  }

  int incarnation() {
    return incarnation;
  }

  AuthService auth() {
    return auth;
  }

  AuthOperator operator() {
    return operator;
  }

  @Override
  public String toString() {
    return name;
  }
}
