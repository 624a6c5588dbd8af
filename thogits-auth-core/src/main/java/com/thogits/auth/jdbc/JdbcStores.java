package com.thogits.auth.jdbc;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.crypto.KeyRing;
import javax.sql.DataSource;

/** The three stores on one database, together. */
public final class JdbcStores {
  private JdbcStores() {}

  /**
   * Begins a service on one database. Its tables are brought up to date by {@link
   * JdbcSchema#apply}, and the keys are checked by {@link JdbcKeyCheck#verify}, before this
   * returns.
   *
   * @param keys opens what the database holds; nodes that share the database share it
   * @throws com.thogits.auth.crypto.UnopenableSecretException if the ring lacks a key that the
   *     database knows; no account was touched
   * @throws com.thogits.auth.StoreException if the database can't do its work, or its schema is
   *     newer than this library
   */
  public static AuthServiceBuilder authService(DataSource dataSource, KeyRing keys) {
    JdbcSchema.apply(dataSource);
    JdbcKeyCheck.verify(dataSource, keys);
    return AuthService.builder(
        new JdbcUserStore(dataSource),
        new JdbcSessionStore(dataSource),
        new JdbcAttemptStore(dataSource),
        keys);
  }
}
