package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthEvent.Failed;
import com.thogits.auth.AuthEvent.Noticed;
import com.thogits.auth.AuthEvent.Refused;
import com.thogits.auth.AuthEvent.RequestRefused;
import com.thogits.auth.Ulid;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Events as lines of JSON, with stable names of fields. */
final class AuditLine {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private AuditLine() {}

  /**
   * What happened.
   *
   * @param correlationId of a failure, to find its cause in the server's log; otherwise not shown
   */
  static byte[] of(AuthEvent event, Ulid correlationId) {
    ObjectNode line = JsonLine.create();
    line.put("time", TIME.format(event.at()));
    line.put("event", event instanceof Noticed ? "notice" : "action");
    line.put("action", name(event.action()));
    line.put("outcome", outcome(event));
    line.put("user_id", event.userId().map(Ulid::toString).orElse(null));
    line.put("address", event.address());
    if (event instanceof Refused refused) {
      line.put("error", refused.error().code());
    } else if (event instanceof RequestRefused refused) {
      line.put("error", refused.code());
    } else if (event instanceof Noticed noticed) {
      line.put("notice", name(noticed.notice()));
    } else if (event instanceof Failed failed) {
      line.put("correlation_id", correlationId.toString());
      line.put("exception", failed.failure().getClass().getName());
    }
    return bytes(line);
  }

  /** That lines before this one could not be written. */
  static byte[] lost(Instant at, long count) {
    ObjectNode line = JsonLine.create();
    line.put("time", TIME.format(at));
    line.put("event", "lines_lost");
    line.put("count", count);
    return bytes(line);
  }

  private static String outcome(AuthEvent event) {
    if (event instanceof Refused || event instanceof RequestRefused) {
      return "refused";
    }
    return event instanceof Failed ? "failed" : "succeeded";
  }

  private static String name(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static byte[] bytes(ObjectNode line) {
    return (JsonLine.text(line) + "\n").getBytes(US_ASCII);
  }
}
