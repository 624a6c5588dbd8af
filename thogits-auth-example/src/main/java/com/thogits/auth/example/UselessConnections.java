package com.thogits.auth.example;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.util.Set;

/**
 * Has the pool throw a connection away that is open and of no use any more, so that new ones find
 * the database when it is well again.
 */
final class UselessConnections implements SQLExceptionOverride {
  /**
   * Sessions of PostgreSQL can stay read-only after the database takes writes again, and after a
   * failover the name may lead to another server. H2 closes a database whose file it could not
   * write, for every connection there is, and opens it again for a new one.
   */
  private static final Set<String> STATES = Set.of("25006", "90098");

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return STATES.contains(String.valueOf(failure.getSQLState()))
        ? Override.MUST_EVICT
        : Override.CONTINUE_EVICT;
  }
}
