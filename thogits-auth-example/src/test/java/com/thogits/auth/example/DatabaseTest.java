package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseTest {

  @Test
  void h2WritesBeforeItAcknowledgesUnlessTheUrlSaysOtherwise() {
    assertThat(withH2Settings("jdbc:h2:mem:x"))
        .isEqualTo("jdbc:h2:mem:x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0");
    assertThat(withH2Settings("jdbc:h2:mem:x;write_delay=500;TRACE_LEVEL_FILE=1"))
        .isEqualTo("jdbc:h2:mem:x;write_delay=500;TRACE_LEVEL_FILE=1;DB_CLOSE_ON_EXIT=FALSE");
  }

  @Test
  void anH2FileIsCachedInHalfOfTheHeapUnlessTheUrlSaysOtherwise() {
    assertThat(withH2Settings("jdbc:h2:file:/x")).endsWith(";CACHE_SIZE=32768");
    assertThat(withH2Settings("jdbc:h2:~/x")).endsWith(";CACHE_SIZE=32768");
    assertThat(withH2Settings("jdbc:h2:/x;cache_size=9"))
        .contains("cache_size=9")
        .doesNotContain("CACHE_SIZE");
    assertThat(withH2Settings("jdbc:h2:tcp://host/x")).doesNotContain("CACHE_SIZE");
  }

  @Test
  void anotherDatabasesUrlStaysAsItIs() {
    assertThat(withH2Settings("jdbc:postgresql:x")).isEqualTo("jdbc:postgresql:x");
  }

  private static String withH2Settings(String url) {
    return Database.withH2Settings(url, 64 * 1024 * 1024);
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
