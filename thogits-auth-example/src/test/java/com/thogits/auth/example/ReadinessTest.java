package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class ReadinessTest {
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final AtomicInteger asked = new AtomicInteger();

  /** Hands out a connection. */
  @FunctionalInterface
  private interface Opening {
    Connection open() throws Exception;
  }

  private DataSource database(Opening opening) {
    return (DataSource)
        Proxy.newProxyInstance(
            DataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> {
              asked.incrementAndGet();
              return opening.open();
            });
  }

  private static Connection h2() throws SQLException {
    JdbcDataSource database = new JdbcDataSource();
    database.setURL("jdbc:h2:mem:");
    return database.getConnection();
  }

  @Test
  void aDatabaseThatAnswersIsReady() {
    assertThat(new Readiness(database(ReadinessTest::h2), LONG).isReady()).isTrue();
  }

  @Test
  void aDatabaseThatRefusesOrBreaksIsNotAndIsAskedAnew() {
    for (Exception failure :
        new Exception[] {new SQLException("gone"), new IllegalStateException("broken")}) {
      Readiness readiness =
          new Readiness(
              database(
                  () -> {
                    if (asked.get() % 2 == 1) {
                      throw failure;
                    }
                    return h2();
                  }),
              LONG);
      assertThat(readiness.isReady()).isFalse();
      assertThat(readiness.isReady()).isTrue();
    }
  }

  @Test
  void aConnectionThatIsDeadIsNot() {
    DataSource dead =
        database(
            () -> {
              Connection connection = h2();
              connection.close();
              return connection;
            });
    assertThat(new Readiness(dead, LONG).isReady()).isFalse();
  }

  @Test
  void aDatabaseThatHangsIsAskedOnceHoweverManyWantToKnow() throws Exception {
    CountDownLatch hangs = new CountDownLatch(1);
    Readiness readiness =
        new Readiness(
            database(
                () -> {
                  hangs.await();
                  return h2();
                }),
            SHORT);
    for (int i = 0; i < 20; i++) {
      assertThat(readiness.isReady()).isFalse();
    }
    assertThat(asked).hasValue(1);

    hangs.countDown();
    while (!readiness.isReady()) {
      Thread.onSpinWait();
    }
  }
}
