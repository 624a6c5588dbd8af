package com.thogits.auth.example;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.thogits.auth.ImportedAccount;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.password.UnusableHashException;
import com.thogits.auth.totp.TotpSecret;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One account of an import as JSON. No message repeats a value: it may be a secret. */
final class ImportLine {
  private static final Set<String> FIELDS =
      Set.of("email", "password_hash", "totp_secret", "display_name", "created_at");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final PasswordHasher hasher;
  private final Clock clock;

  /**
   * @param hasher says which password hashes can be used
   * @param clock dates accounts that bring no date
   */
  ImportLine(PasswordHasher hasher, Clock clock) {
    this.hasher = hasher;
    this.clock = clock;
  }

  /**
   * @throws IllegalArgumentException if the line is wrong; the message says why
   */
  ImportedAccount parse(String line) {
    JsonNode fields = object(line);
    return new ImportedAccount(
        text(fields, "email").orElseThrow(() -> new IllegalArgumentException("email is missing")),
        text(fields, "password_hash").map(this::usable),
        text(fields, "totp_secret").map(ImportLine::secret),
        text(fields, "display_name"),
        text(fields, "created_at").map(this::time).orElseGet(clock::instant),
        List.of());
  }

  private static JsonNode object(String line) {
    JsonNode node;
    try {
      node = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      // Not kept as the cause: its message quotes the line.
      throw new IllegalArgumentException("this is not JSON, or a field comes twice");
    }
    if (!node.isObject()) {
      throw new IllegalArgumentException("this is not a JSON object");
    }
    for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
      if (!FIELDS.contains(names.next())) {
        throw new IllegalArgumentException("there is a field that is not known");
      }
    }
    return node;
  }

  private static Optional<String> text(JsonNode fields, String name) {
    JsonNode value = fields.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " must be a text");
    }
    return Optional.of(value.textValue());
  }

  private String usable(String hash) {
    try {
      hasher.needsRehash(hash);
      return hash;
    } catch (UnusableHashException e) {
      throw new IllegalArgumentException("password_hash can't be used: " + e.getMessage());
    }
  }

  /** Apps and exports group, pad and lower-case what is one and the same secret. */
  private static TotpSecret secret(String text) {
    try {
      return TotpSecret.ofBase32(text.replaceAll("[ =-]", "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("totp_secret must be 16 to 128 bytes in base32");
    }
  }

  private Instant time(String text) {
    try {
      Instant time = Instant.parse(text);
      if (!time.isBefore(Instant.EPOCH) && !time.isAfter(clock.instant())) {
        return time;
      }
    } catch (DateTimeException notATime) {
      // Refused below.
    }
    throw new IllegalArgumentException("created_at must be a past time like 2025-01-15T10:00:00Z");
  }
}
