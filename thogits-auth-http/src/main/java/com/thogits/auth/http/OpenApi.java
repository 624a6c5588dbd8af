package com.thogits.auth.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The description of the endpoints in OpenAPI 3.1: every request, status, error code, header and
 * cookie. What the endpoints answer and what it says do not differ.
 */
public final class OpenApi {
  private OpenApi() {}

  /**
   * The document, in JSON. It names {@code /api/auth} as its server, which is the one thing to
   * change for a host that mounts the endpoints elsewhere. It holds nothing that anybody might not
   * read.
   */
  public static String json() {
    try (InputStream document = OpenApi.class.getResourceAsStream("openapi.json")) {
      return new String(Objects.requireNonNull(document).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException brokenJar) {
      throw new UncheckedIOException(brokenJar);
    }
  }
}
