package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ServerProcess.Ended;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * One server lives through every failure of its PostgreSQL: each is answered 503 for as long as it
 * lasts, is told in the log, lets nobody in, and is over when the database is back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals")
@Timeout(120)
class DatabaseFailureIT {
  private PostgresServer postgres;
  private ServerUnderFailure server;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    postgres = PostgresServer.started(folder.resolve("postgres"));
    server = ServerUnderFailure.started(folder, postgres.options());
    server.isReady();
    server.recovers();
  }

  @AfterAll
  void stop() throws Exception {
    try {
      server.takesACode();
      server.end();
    } finally {
      server.close();
      postgres.close();
    }
  }

  private void endConnections() throws Exception {
    postgres.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'thogits'");
  }

  @Test
  void gone() throws Exception {
    postgres.kill();
    try {
      server.refusesEverybody();
      server.isNotReady();
      server.saidOf("thogits - Connection is not available", "Connection to localhost:", "refused");
    } finally {
      postgres.start();
    }
    server.recovers();
  }

  @Test
  void restarted() throws Exception {
    postgres.stop();
    postgres.start();
    server.recovers();
  }

  @Test
  void hanging() throws Exception {
    postgres.pause();
    try {
      server.refusesEverybody();
      server.isNotReady();
      server.answersACrowd(60);
      server.isAlive();
    } finally {
      postgres.resume();
    }
    server.recovers();
    server.saidOf("thogits - Connection is not available");
  }

  @Test
  void slow() throws Exception {
    try (Connection other = postgres.connect();
        Statement statement = other.createStatement()) {
      other.setAutoCommit(false);
      statement.execute("LOCK TABLE thogits_session, thogits_attempt, thogits_user");
      server.refusesEverybody();
      server.isReady();
      server.saidOf("57014", "canceling statement due to statement timeout");
      other.rollback();
    }
    server.recovers();
  }

  @Test
  void readOnly() throws Exception {
    postgres.run("ALTER ROLE thogits SET default_transaction_read_only = on");
    try {
      endConnections();
      server.awaitReady();
      server.refusesWhoeverWrites();
      server.saidOf("25006", "read-only transaction");
    } finally {
      // The sessions that are open stay read-only until they end.
      postgres.run("ALTER ROLE thogits RESET default_transaction_read_only");
    }
    server.recovers();
  }

  @Test
  void outOfConnections() throws Exception {
    postgres.run("ALTER ROLE thogits CONNECTION LIMIT 0");
    try {
      endConnections();
      server.refusesEverybody();
      server.isNotReady();
      server.saidOf("thogits - Connection is not available", "too many connections for role");
    } finally {
      postgres.run("ALTER ROLE thogits CONNECTION LIMIT -1");
    }
    server.recovers();
  }

  @Test
  void hangingAtTheStart(@TempDir Path folder) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("--port=0"));
    arguments.add("--key-file=" + folder.resolve("keys"));
    arguments.add("--audit-log=-");
    arguments.addAll(postgres.options());
    postgres.pause();
    try {
      Ended ended = ServerProcess.launch(List.of(), Map.of(), arguments).ended();
      assertThat(ended.exitCode()).isEqualTo(1);
      assertThat(ended.stderr())
          .startsWith("thogits-auth-example: cannot open the database: ")
          .hasLineCount(1);
    } finally {
      postgres.resume();
    }
    server.recovers();
  }
}
