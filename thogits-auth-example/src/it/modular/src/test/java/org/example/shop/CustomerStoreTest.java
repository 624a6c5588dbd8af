package org.example.shop;

import com.thogits.auth.UserStore;
import com.thogits.auth.contract.UserStoreContract;
import java.security.SecureRandom;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class CustomerStoreTest extends UserStoreContract {
  private static ShopDatabase database;

  @BeforeAll
  static void open() throws SQLException {
    database = new ShopDatabase();
    CustomerTable.extend(database.pool, new SecureRandom());
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Override
  protected UserStore emptyStore() {
    database.execute("DELETE FROM customers");
    return new CustomerStore(database.pool);
  }
}
