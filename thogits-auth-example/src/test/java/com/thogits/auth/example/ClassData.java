package com.thogits.auth.example;

import java.util.List;

/** What Java can keep of the classes it has loaded, for the next start. */
enum ClassData {
  /** A class-data archive: classes as they are once parsed. */
  ARCHIVE("-XX:ArchiveClassesAtExit=", "-XX:SharedArchiveFile=", 17),

  /** An AOT cache: classes as they are once linked (JEP 483, in one step since JEP 514). */
  AOT_CACHE("-XX:AOTCacheOutput=", "-XX:AOTCache=", 25);

  private final String write;
  private final String read;
  private final int firstJdk;

  ClassData(String write, String read, int firstJdk) {
    this.write = write;
    this.read = read;
    this.firstJdk = firstJdk;
  }

  boolean isKnownTo(Runtime.Version jdk) {
    return jdk.feature() >= firstJdk;
  }

  /** Has it written when the process ends in good order. */
  List<String> written(Object file) {
    return List.of(write + file);
  }

  List<String> read(Object file) {
    return List.of(read + file);
  }
}
