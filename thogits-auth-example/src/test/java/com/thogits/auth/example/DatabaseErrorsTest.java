package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseErrorsTest {

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
