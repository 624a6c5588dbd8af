package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.thogits.auth.StoreException;
import com.thogits.auth.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class SqlStateTest {
  @AutoClose private final TestDatabase database;

  SqlStateTest(Engine engine) {
    this.database = engine.empty();
    database.execute("CREATE TABLE customer (mail VARCHAR(20) NOT NULL PRIMARY KEY)");
    database.execute("INSERT INTO customer VALUES ('ann@example.org')");
  }

  private SQLException failureOf(String sql) {
    return catchThrowableOfType(
        SQLException.class,
        () -> {
          try (Connection connection = database.unpooled().getConnection();
              Statement statement = connection.createStatement()) {
            statement.execute(sql);
          }
        });
  }

  @Test
  void knowsAUniqueIndexFromEveryOtherRefusal() {
    assertThat(
            SqlState.isUniqueViolation(
                failureOf("INSERT INTO customer VALUES ('ann@example.org')")))
        .isTrue();
    assertThat(SqlState.isUniqueViolation(failureOf("INSERT INTO customer VALUES (NULL)")))
        .isFalse();
    assertThat(SqlState.isUniqueViolation(failureOf("SELECT * FROM nothing"))).isFalse();
    assertThat(SqlState.isUniqueViolation(new SQLException("no state"))).isFalse();
  }

  @Test
  void aRefusedValueIsRepeatedNowhere() {
    for (String sql :
        new String[] {
          "INSERT INTO customer VALUES ('ann@example.org')",
          "INSERT INTO customer VALUES ('ann@example.org, and far more than fits')"
        }) {
      StoreException refused = SqlState.toStoreException(failureOf(sql));

      assertThat(refused).isNotInstanceOf(StoreUnavailableException.class).hasNoCause();
      assertThat(refused.getMessage()).doesNotContain("ann@");
    }
  }

  @Test
  void whatIsNoValuesFaultMayPass() {
    SQLException missing = failureOf("SELECT * FROM nothing");

    assertThat(SqlState.toStoreException(missing))
        .isInstanceOf(StoreUnavailableException.class)
        .hasCause(missing);
    assertThat(SqlState.toStoreException(new SQLException("no state")))
        .isInstanceOf(StoreUnavailableException.class);
  }
}
