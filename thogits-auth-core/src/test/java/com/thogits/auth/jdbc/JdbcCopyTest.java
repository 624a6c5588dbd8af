package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.thogits.auth.Attempts;
import com.thogits.auth.StoreException;
import com.thogits.auth.jdbc.CopiedTable.Column;
import com.thogits.auth.jdbc.CopyProgress.Step;
import com.thogits.auth.jdbc.CopyReport.Table;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcCopyTest {
  private static final int PAGE = TableRows.PAGE;

  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (int i = open.size() - 1; i >= 0; i--) {
      open.get(i).close();
    }
  }

  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2", "H2,H2", "POSTGRESQL,POSTGRESQL"})
  void bringsEveryRowOfEveryTable(Engine from, Engine to) throws Exception {
    DataSource source = pool(from.empty());
    DataSource target = pool(to.empty());
    CopiedData data = new CopiedData(2 * PAGE + 1, 2 * PAGE, PAGE / 10).writeTo(source);

    CopyReport report = JdbcCopy.copy(source, target);

    data.assertIsIn(target);
    assertThat(report.tables())
        .extracting(Table::name, Table::rows, Table::written)
        .containsExactly(
            tuple("thogits_key", 2L, 1L),
            tuple("thogits_user", 2L * PAGE + 1, 2L * PAGE + 1),
            tuple("thogits_session", 2L * PAGE, 2L * PAGE),
            tuple("thogits_attempt", PAGE / 10L, PAGE / 10L));
    assertThat(report.tables()).extracting(Table::digest).doesNotHaveDuplicates();
  }

  @Test
  void digestsAreTheSameOnAnyDatabase() throws Exception {
    DataSource first = pool(Engine.H2.empty());
    DataSource second = pool(Engine.POSTGRESQL.empty());
    DataSource third = pool(Engine.H2.empty());
    new CopiedData(50, 50, 50).writeTo(first);

    CopyReport there = JdbcCopy.copy(first, second);
    CopyReport back = JdbcCopy.copy(second, third);

    assertThat(back).isEqualTo(there);
  }

  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2"})
  void aSecondRunWritesNothing(Engine from, Engine to) throws Exception {
    DataSource source = pool(from.empty());
    DataSource target = pool(to.empty());
    new CopiedData(PAGE + 1, 10, 10).writeTo(source);
    CopyReport first = JdbcCopy.copy(source, target);

    CopyReport second = JdbcCopy.copy(source, target);

    assertThat(second.tables()).extracting(Table::written).containsOnly(0L);
    assertThat(second.tables())
        .extracting(Table::digest)
        .isEqualTo(first.tables().stream().map(Table::digest).toList());
  }

  /** Broken off at each statement and each commit on the target, then run again. */
  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2"})
  void goesOnWhereverItWasInterrupted(Engine from, Engine to) throws Exception {
    DataSource source = pool(from.empty());
    CopiedData data = new CopiedData(5, 5, 5).writeTo(source);
    int interruptions = 0;
    boolean interrupted;
    do {
      TestDatabase database = to.withSchema();
      DataSource target = pool(database);
      FailingOnce failing = new FailingOnce(target, ++interruptions);
      interrupted = false;
      try {
        JdbcCopy.copy(source, failing.connections());
      } catch (StoreException e) {
        interrupted = true;
      }

      CopyReport report = JdbcCopy.copy(source, target);

      data.assertIsIn(target);
      assertThat(report.tables()).extracting(Table::rows).containsExactly(2L, 5L, 5L, 5L);
      closeAll(database);
    } while (interrupted);
    assertThat(interruptions).isGreaterThan(3 * CopiedTable.ALL.size());
  }

  @ParameterizedTest
  @CsvSource({"H2,POSTGRESQL", "POSTGRESQL,H2"})
  void eachRunAddsABatchIfEachIsInterruptedAfterOne(Engine from, Engine to) throws Exception {
    DataSource source = pool(from.empty());
    DataSource target = pool(to.empty());
    CopiedData data = new CopiedData(2 * PAGE + 1, PAGE + 1, 3).writeTo(source);
    int runs = 0;
    long before = 0;
    for (boolean interrupted = true; interrupted; runs++) {
      long rows = before;
      try {
        JdbcCopy.copy(
            source,
            target,
            (step, table, done, of) -> {
              if (step == Step.COPYING && rows(target) > rows) {
                throw new CancelledException();
              }
            });
        interrupted = false;
      } catch (CancelledException e) {
        before = rows(target);
      }
    }
    assertThat(runs).isEqualTo(1 + 3 + 2 + 1 + 1);
    data.assertIsIn(target);
  }

  @ParameterizedTest
  @EnumSource
  void refusesATargetThatHoldsSomethingElse(Engine engine) throws Exception {
    DataSource source = pool(engine.empty());
    new CopiedData(3, 3, 3).writeTo(source);
    DataSource target = pool(engine.withSchema());
    new JdbcAttemptStore(target).insert("other", new Attempts(1, Instant.EPOCH, Instant.EPOCH));
    long before = rows(target);

    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcCopy.copy(source, target))
        .withMessageContaining("thogits_attempt")
        .withMessageContaining("empty");

    assertThat(rows(target)).isEqualTo(before);
  }

  /** As the check before and the comparison after read a row alike, each column is tried once. */
  @Test
  void everyColumnCounts() throws Exception {
    TestDatabase from = keep(Engine.H2.empty());
    TestDatabase to = keep(Engine.H2.empty());
    DataSource source = from.unpooled();
    DataSource target = to.unpooled();
    new CopiedData(2, 2, 2).writeTo(source);
    JdbcCopy.copy(source, target);
    for (CopiedTable table : CopiedTable.ALL) {
      for (Column column : table.columns()) {
        String name = column.name();
        to.execute("CREATE TABLE kept AS SELECT * FROM " + table.name());
        to.execute(
            "UPDATE %s SET %s = %s WHERE %s = (SELECT MAX(%s) FROM %s)"
                .formatted(
                    table.name(),
                    name,
                    altered(column),
                    table.columns().get(0).name(),
                    table.columns().get(0).name(),
                    table.name()));

        assertThatIllegalStateException()
            .as(table.name() + "." + name)
            .isThrownBy(() -> JdbcCopy.copy(source, target))
            .withMessageContaining(table.name());

        to.execute("DELETE FROM " + table.name());
        to.execute("INSERT INTO " + table.name() + " SELECT * FROM kept");
        to.execute("DROP TABLE kept");
        JdbcCopy.copy(source, target);
      }
    }
  }

  private static String altered(Column column) {
    return switch (column.type()) {
      case TEXT -> "LEFT(COALESCE(" + column.name() + ", 'x'), 10) || 'y'";
      case BYTES -> "X'00' || COALESCE(" + column.name() + ", X'')";
      case NUMBER -> column.name() + " + 1";
      case FLAG -> "NOT " + column.name();
      case TIME -> "COALESCE(DATEADD(MILLISECOND, 1, " + column.name() + "), CURRENT_TIMESTAMP)";
      case TEXTS -> column.name() + " || ARRAY['']";
    };
  }

  @Test
  void takesAlongEveryColumnOfEveryTable() throws Exception {
    for (Engine engine : Engine.values()) {
      List<String> found =
          new Jdbc(pool(engine.withSchema()))
              .list(
                  row -> row.text().toLowerCase(Locale.ROOT),
                  """
                  SELECT table_name || '.' || column_name AS place
                  FROM information_schema.columns
                  WHERE LOWER(table_name) LIKE 'thogits%' AND LOWER(table_name) <> 'thogits_schema'
                  """);
      assertThat(
              CopiedTable.ALL.stream()
                  .flatMap(
                      table ->
                          table.columns().stream()
                              .map(column -> table.name() + "." + column.name())))
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE thogits_user SET display_name = 'x'",
        "DELETE FROM thogits_user",
        "INSERT INTO thogits_key SELECT 99 + key_id, canary FROM thogits_key"
      })
  void tellsIfSomebodyElseWritesToTheTarget(String write) throws Exception {
    DataSource source = pool(Engine.H2.empty());
    TestDatabase database = keep(Engine.POSTGRESQL.empty());
    DataSource target = pool(database);
    new CopiedData(3, 3, 3).writeTo(source);
    AtomicBoolean written = new AtomicBoolean();

    assertThatThrownBy(
            () ->
                JdbcCopy.copy(
                    source,
                    target,
                    (step, table, done, of) -> {
                      if (step == Step.COPYING
                          && write.contains(table)
                          && !written.getAndSet(true)) {
                        database.execute(write);
                      }
                    }))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("not equal");
  }

  @ParameterizedTest
  @EnumSource
  void copiesTheSourceAsItWasAtOneMoment(Engine engine) throws Exception {
    TestDatabase database = keep(engine.empty());
    DataSource source = pool(database);
    DataSource target = pool(Engine.H2.empty());
    CopiedData data = new CopiedData(PAGE + 5, 5, 5).writeTo(source);

    CopyReport report =
        JdbcCopy.copy(
            source,
            target,
            (step, table, done, of) -> {
              if (step == Step.COPYING && table.equals("thogits_key")) {
                database.execute("UPDATE thogits_user SET display_name = 'later'");
                database.execute("DELETE FROM thogits_session");
              }
            });

    assertThat(report.tables()).extracting(Table::rows).containsExactly(2L, PAGE + 5L, 5L, 5L);
    data.assertIsIn(target);
  }

  @Test
  void refusesASourceWithoutTheseTablesAndLeavesTheTargetAlone() throws Exception {
    TestDatabase source = keep(Engine.H2.empty());
    TestDatabase target = keep(Engine.POSTGRESQL.empty());

    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcCopy.copy(source.unpooled(), target.unpooled()))
        .withMessageContaining("no tables");
    JdbcSchema.apply(source.unpooled());
    source.execute("DELETE FROM thogits_schema WHERE number = 4");
    assertThatIllegalStateException()
        .isThrownBy(() -> JdbcCopy.copy(source.unpooled(), target.unpooled()))
        .withMessageContaining("older version");

    assertThat(new SchemaTable(new Jdbc(target.unpooled())).newest()).isZero();
  }

  @Test
  void handsTheSourcesConnectionBackAsItCame() throws Exception {
    TestDatabase source = keep(Engine.H2.empty());
    JdbcSchema.apply(source.unpooled());
    try (Connection connection = source.unpooled().getConnection()) {
      JdbcCopy.copy(
          HandingOut.connections(source.unpooled(), other -> HandingOut.kept(connection)),
          pool(Engine.H2.empty()));
      assertThat(connection.getAutoCommit()).isTrue();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    }
  }

  @Test
  void tellsHowFarItIs() throws Exception {
    DataSource source = pool(Engine.H2.empty());
    DataSource target = pool(Engine.H2.empty());
    new CopiedData(PAGE + 1, 1, 0).writeTo(source);
    List<String> told = new ArrayList<>();

    JdbcCopy.copy(
        source,
        target,
        (step, table, done, of) -> told.add(step + " " + table + " " + done + "/" + of));

    String users = " thogits_user ";
    assertThat(told)
        .filteredOn(line -> line.contains(users))
        .containsExactly(
            "COPYING" + users + PAGE + "/" + (PAGE + 1),
            "COPYING" + users + (PAGE + 1) + "/" + (PAGE + 1),
            "COMPARING" + users + PAGE + "/" + (PAGE + 1),
            "COMPARING" + users + (PAGE + 1) + "/" + (PAGE + 1),
            "COMPARING" + users + PAGE + "/" + (PAGE + 1),
            "COMPARING" + users + (PAGE + 1) + "/" + (PAGE + 1));
  }

  private static long rows(DataSource database) {
    TableRows.Side side = new Jdbc(database)::inTransaction;
    return CopiedTable.ALL.stream().mapToLong(table -> new TableRows(table, side).count()).sum();
  }

  private TestDatabase keep(TestDatabase database) {
    open.add(database);
    return database;
  }

  private DataSource pool(TestDatabase database) {
    keep(database);
    JdbcConnectionPool pool = database.pool();
    open.add(pool::dispose);
    return pool;
  }

  private void closeAll(TestDatabase database) throws Exception {
    AutoCloseable pool = open.remove(open.size() - 1);
    pool.close();
    open.remove(database);
    database.close();
  }

  private static final class CancelledException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
