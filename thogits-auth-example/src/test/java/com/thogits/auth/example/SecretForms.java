package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What secrets look like to whoever reads a file: text, raw bytes, hex, base64. */
final class SecretForms {
  private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();
  private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

  /** A byte is a character: ISO 8859-1 keeps all of them. */
  private final Map<String, String> forms = new LinkedHashMap<>();

  /** A secret whose text is the secret itself. */
  void addText(String name, String text) {
    addBytes(name, text.getBytes(UTF_8));
    add(name + " in UTF-16 (BE)", text.getBytes(UTF_16BE));
    add(name + " in UTF-16 (LE)", text.getBytes(UTF_16LE));
    add(name + " in lower case", text.toLowerCase(Locale.ROOT).getBytes(UTF_8));
  }

  /** A secret that is written as text, which stands for these bytes. */
  void addEncoded(String name, String text, byte[] bytes) {
    addText(name + ", written", text);
    addBytes(name, bytes);
  }

  private void addBytes(String name, byte[] bytes) {
    add(name, bytes);
    add(name + " in hex", HexFormat.of().formatHex(bytes).getBytes(UTF_8));
    add(name + " in HEX", HexFormat.of().withUpperCase().formatHex(bytes).getBytes(UTF_8));
    add(name + " in base64", BASE64.encode(bytes));
    add(name + " in base64url", BASE64_URL.encode(bytes));
  }

  private void add(String form, byte[] bytes) {
    forms.put(form, new String(bytes, ISO_8859_1));
  }

  /** The names of the forms that are somewhere in these bytes. */
  Stream<String> foundIn(byte[] content) {
    String characters = new String(content, ISO_8859_1);
    return forms.entrySet().stream()
        .filter(form -> characters.contains(form.getValue()))
        .map(Map.Entry::getKey);
  }
}
