package com.thogits.auth.http.openapi;

import java.util.Locale;

/** The type of a Content-Type header, by which bodies are described. */
final class MediaType {
  private MediaType() {}

  static String of(String contentType) {
    return contentType.split(";", -1)[0].strip().toLowerCase(Locale.ROOT);
  }
}
