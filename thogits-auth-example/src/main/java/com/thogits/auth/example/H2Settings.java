package com.thogits.auth.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What H2 is told by its URL. */
final class H2Settings {
  /** H2 acknowledges a commit before it writes it unless told otherwise. */
  static final String DURABLE = "WRITE_DELAY=0";

  /**
   * A commit may be acknowledged a second before it is written, so that many are written at once.
   */
  static final String WRITTEN_TOGETHER = "WRITE_DELAY=1000";

  /**
   * Unless told otherwise, H2 closes itself while requests are still answered, writes failed
   * statements with their values to a trace file, and keeps each statement's last result in case
   * the same is asked next on the same connection: it finds out every time whether that still
   * holds, and requests of many users hardly ever repeat.
   */
  private static final List<String> ALWAYS =
      List.of("DB_CLOSE_ON_EXIT=FALSE", "TRACE_LEVEL_FILE=0", "OPTIMIZE_REUSE_RESULTS=0");

  /** Half of the heap, of which H2 by itself takes a sixteenth; the server needs little else. */
  private static final int CACHE_SHARE = 2;

  private static final int BYTES_PER_KIB = 1024;

  private H2Settings() {}

  /** Adds what a URL of H2 does not settle itself; any other URL stays as it is. */
  static String add(String url, String writeDelay, long heapBytes) {
    if (!url.startsWith("jdbc:h2:")) {
      return url;
    }
    List<String> settings = new ArrayList<>();
    settings.add(writeDelay);
    settings.addAll(ALWAYS);
    if (!url.matches("jdbc:h2:(mem|tcp|ssl):.*")) {
      settings.add("CACHE_SIZE=" + heapBytes / CACHE_SHARE / BYTES_PER_KIB);
    }
    StringBuilder complete = new StringBuilder(url);
    for (String setting : settings) {
      String name = setting.substring(0, setting.indexOf('='));
      if (!url.toUpperCase(Locale.ROOT).contains(";" + name + "=")) {
        complete.append(';').append(setting);
      }
    }
    return complete.toString();
  }
}
