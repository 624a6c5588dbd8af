package com.thogits.auth.example;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A file of the page, as it is sent. */
final class PageFile {
  private static final int DIGEST_BYTES = 16;

  private final String type;
  private final byte[] content;
  private final String tag;

  private PageFile(String type, byte[] content) {
    this.type = type;
    this.content = content;
    this.tag = '"' + digest(content) + '"';
  }

  /** Reads it from the jar. */
  static PageFile read(String name) {
    try (InputStream file = PageFile.class.getResourceAsStream("page/" + name)) {
      return new PageFile(typeOf(name), requireNonNull(file, name).readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("no type for " + name);
    };
  }

  private static String digest(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  String type() {
    return type;
  }

  byte[] content() {
    return content;
  }

  /** Its entity tag: another content, another tag. */
  String tag() {
    return tag;
  }

  /** Whether a client that sends these {@code If-None-Match} fields has it (RFC 9110, 13.1.2). */
  boolean isNamedIn(@Nullable List<String> ifNoneMatch) {
    return ifNoneMatch != null
        && ifNoneMatch.stream()
            .flatMap(field -> Stream.of(field.split(",", -1)))
            .map(entry -> entry.strip().replaceFirst("^W/", ""))
            .anyMatch(entry -> entry.equals(tag) || entry.equals("*"));
  }
}
