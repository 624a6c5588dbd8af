package org.example.shop;

import com.thogits.auth.contract.AuthServiceContract;
import com.thogits.auth.jdbc.JdbcAttemptStore;
import com.thogits.auth.jdbc.JdbcSchema;
import com.thogits.auth.jdbc.JdbcSessionStore;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ShopServiceTest extends AuthServiceContract {
  private static ShopDatabase database;

  @BeforeAll
  static void open() throws SQLException {
    database = new ShopDatabase();
    CustomerTable.extend(database.pool, new SecureRandom());
    JdbcSchema.apply(database.pool);
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  protected Stores emptyStores() {
    for (String table : new String[] {"customers", "thogits_session", "thogits_attempt"}) {
      database.execute("DELETE FROM " + table);
    }
    return new Stores(
        new CustomerStore(database.pool),
        new JdbcSessionStore(database.pool),
        new JdbcAttemptStore(database.pool));
  }
}
