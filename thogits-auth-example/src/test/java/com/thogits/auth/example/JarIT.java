package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class JarIT {

  /** A start would unpack nine hundred of them. */
  @Test
  void nothingInItIsCompressed() throws Exception {
    try (ZipFile jar = new ZipFile(System.getProperty("example.jar"))) {
      assertThat(jar.stream())
          .hasSizeGreaterThan(1000)
          .allMatch(entry -> entry.getMethod() == ZipEntry.STORED);
    }
  }
}
