package com.thogits.auth.simulation;

/** The process that ran the operation is gone: nothing of it runs any more. */
final class NodeLost extends Error {
  private static final long serialVersionUID = 1L;

  NodeLost() {
    super("the node is lost", null, false, false);
  }
}
