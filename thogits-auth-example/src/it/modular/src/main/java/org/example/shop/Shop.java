package org.example.shop;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcKeyCheck;
import com.thogits.auth.jdbc.JdbcSchema;
import com.thogits.auth.jdbc.JdbcSessionStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A shop that lets its customers sign in. */
public final class Shop {
  private Shop() {}

  /** Accounts are the shop's customers; sessions and counts are in the library's own tables. */
  public static AuthService signIn(DataSource dataSource, KeyRing keys) throws SQLException {
    CustomerTable.extend(dataSource, new SecureRandom());
    JdbcSchema.apply(dataSource);
    JdbcKeyCheck.verify(dataSource, keys);
    return AuthService.builder(
            new CustomerStore(dataSource),
            new JdbcSessionStore(dataSource),
            new JdbcAttemptStore(dataSource),
            keys)
        .settings(AuthSettings.DEFAULTS.withIssuer("Shop"))
        .build();
  }
}
