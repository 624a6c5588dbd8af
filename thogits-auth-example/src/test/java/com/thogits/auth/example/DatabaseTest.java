package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void h2WritesBeforeItAcknowledgesUnlessTheUrlSaysOtherwise() {
    assertThat(Database.withH2Settings("jdbc:h2:file:/x"))
        .isEqualTo("jdbc:h2:file:/x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    assertThat(Database.withH2Settings("jdbc:h2:file:/x;write_delay=500;TRACE_LEVEL_FILE=1"))
        .isEqualTo("jdbc:h2:file:/x;write_delay=500;TRACE_LEVEL_FILE=1;DB_CLOSE_ON_EXIT=FALSE");
  }

  @Test
  void anotherDatabasesUrlStaysAsItIs() {
    assertThat(Database.withH2Settings("jdbc:postgresql:x")).isEqualTo("jdbc:postgresql:x");
  }

  @Test
  void anErrorShowsNeitherUrlNorPassword() {
    JdbcUrl jdbc = new JdbcUrl("jdbc:h2:x;PASSWORD=hidden", "user", "geheim");
    assertThat(
            DatabaseErrors.explain(
                new SQLException("bad jdbc:h2:x;PASSWORD=hidden near password=other or geheim\nat"),
                jdbc))
        .isEqualTo("cannot open the database: bad (URL) near password=(hidden) or (password)");
  }
}
