package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class H2SettingsTest {

  @Test
  void h2WritesBeforeItAcknowledgesUnlessTheUrlSaysOtherwise() {
    assertThat(withH2Settings("jdbc:h2:mem:x"))
        .isEqualTo(
            "jdbc:h2:mem:x;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;OPTIMIZE_REUSE_RESULTS=0");
    assertThat(withH2Settings("jdbc:h2:mem:x;write_delay=500;TRACE_LEVEL_FILE=1"))
        .isEqualTo(
            "jdbc:h2:mem:x;write_delay=500;TRACE_LEVEL_FILE=1;DB_CLOSE_ON_EXIT=FALSE;OPTIMIZE_REUSE_RESULTS=0");
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
    return H2Settings.add(url, H2Settings.DURABLE, 64 * 1024 * 1024);
  }
}
