package com.thogits.auth.contract;

import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Supplier;

/** Runs code as if the JVM had been started elsewhere. */
final class JvmDefaults {
  private JvmDefaults() {}

  static <T> T inZone(String zone, Supplier<T> code) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return code.get();
    } finally {
      TimeZone.setDefault(before);
    }
  }

  static <T> T inLocale(String languageTag, Supplier<T> code) {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag(languageTag));
    try {
      return code.get();
    } finally {
      Locale.setDefault(before);
    }
  }
}
