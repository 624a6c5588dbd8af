package com.thogits.auth.example;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.crypto.SecretCipher;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcSessionStore;
import com.thogits.auth.jdbc.JdbcUserStore;
import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;

/** The database of the accounts and the log of what happens to them, both open. */
final class Accounts implements AutoCloseable {
  private final Database database;
  private final AuditLog auditLog;

  private Accounts(Database database, AuditLog auditLog) {
    this.database = database;
    this.auditLog = auditLog;
  }

  static Accounts open(Storage storage) throws StartException {
    Database database = Database.open(storage.database());
    try {
      return new Accounts(
          database,
          AuditLog.on(AuditFile.open(storage.auditLog()), Clock.systemUTC(), new SecureRandom()));
    } catch (StartException e) {
      database.close();
      throw e;
    }
  }

  DataSource database() {
    return database.connections();
  }

  /** What serves them, or administers them, with these keys. */
  AuthServiceBuilder serving(SecretCipher keys) {
    return AuthService.builder(
            new JdbcUserStore(database()),
            new JdbcSessionStore(database()),
            new JdbcAttemptStore(database()),
            keys)
        .listener(auditLog);
  }

  /** Writes what is still to be written to the log, and ends every connection. */
  @Override
  public void close() {
    auditLog.close();
    database.close();
  }
}
