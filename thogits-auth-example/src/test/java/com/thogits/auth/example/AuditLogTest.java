package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.thogits.auth.AuthAction;
import com.thogits.auth.AuthError;
import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthEvent.Failed;
import com.thogits.auth.AuthEvent.Notice;
import com.thogits.auth.AuthEvent.Noticed;
import com.thogits.auth.AuthEvent.Refused;
import com.thogits.auth.AuthEvent.RequestRefused;
import com.thogits.auth.AuthEvent.Succeeded;
import com.thogits.auth.Ulid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class AuditLogTest {
  private static final Instant AT = Instant.parse("2025-01-15T10:00:00Z");
  private static final Clock CLOCK = Clock.fixed(AT, ZoneOffset.UTC);
  private static final Ulid USER = Ulid.parse("01HQ8A1B2CDEFGHJJK3MMNQP4Q");
  private static final int MORE_THAN_WAIT = 20_000;

  private final Logger logger = Logger.getLogger(AuditLog.class.getName());
  private final RecordedLog serverLog = new RecordedLog();
  private final Disk disk = new Disk();

  @BeforeEach
  void listen() {
    logger.setUseParentHandlers(false);
    logger.addHandler(serverLog);
  }

  @AfterEach
  void stopListening() {
    logger.removeHandler(serverLog);
    logger.setUseParentHandlers(true);
  }

  @Test
  void everyKindOfEventHasItsLine() {
    hear(
        new Succeeded(AT, AuthAction.LOGIN, Optional.of(USER), "192.0.2.1"),
        new Refused(AT, AuthAction.LOGIN, Optional.empty(), "::1", AuthError.INVALID_CREDENTIALS),
        new Noticed(AT, AuthAction.LOGIN, Optional.of(USER), "::1", Notice.LOGIN_AFTER_FAILURES),
        new RequestRefused(AT, "192.0.2.1", "cross_site"));
    assertThat(disk.text())
        .isEqualTo(
            """
            {"time":"2025-01-15T10:00:00.000Z","event":"action","action":"login",\
            "outcome":"succeeded","user_id":"01HQ8A1B2CDEFGHJJK3MMNQP4Q","address":"192.0.2.1"}
            {"time":"2025-01-15T10:00:00.000Z","event":"action","action":"login",\
            "outcome":"refused","user_id":null,"address":"::1","error":"invalid_credentials"}
            {"time":"2025-01-15T10:00:00.000Z","event":"notice","action":"login",\
            "outcome":"succeeded","user_id":"01HQ8A1B2CDEFGHJJK3MMNQP4Q","address":"::1",\
            "notice":"login_after_failures"}
            {"time":"2025-01-15T10:00:00.000Z","event":"action","action":"send_request",\
            "outcome":"refused","user_id":null,"address":"192.0.2.1","error":"cross_site"}
            """);
  }

  @Test
  void aFailureShowsItsClassAndAnIdToFindItInTheServersLog() throws Exception {
    IllegalStateException failure = new IllegalStateException("with data in it");
    hear(new Failed(AT, AuthAction.LOGIN, Optional.of(USER), "::1", failure));
    JsonNode line = disk.lines().get(0);
    assertThat(line.path("outcome").asText()).isEqualTo("failed");
    assertThat(line.path("exception").asText()).isEqualTo("java.lang.IllegalStateException");
    assertThat(disk.text()).doesNotContain("data");
    assertThat(serverLog.records)
        .singleElement()
        .satisfies(
            logged -> {
              assertThat(logged.getMessage()).contains(line.path("correlation_id").asText());
              assertThat(logged.getThrown()).isSameAs(failure);
            });
  }

  @Test
  void nothingInATextBreaksALine() throws Exception {
    String forged = "1\"}\n{\"event\":\"\\u000a\r\u0085\u2028\u2029\u001b[2J\u202e\\";
    hear(new Succeeded(AT, AuthAction.LOGIN, Optional.of(USER), forged));
    assertThat(disk.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.path("address").asText()).isEqualTo(forged));
    assertThat(disk.text()).matches("[ -~]*\n");
  }

  @Test
  void aFullDiskLosesLinesAndSaysSoOnceAndHowMany() {
    AuditWriter writer = new AuditWriter(disk, CLOCK);
    disk.room.set(200);
    for (int i = 0; i < 10; i++) {
      writer.write(AuditLine.of(login(), USER));
    }
    assertThat(serverLog.records).hasSize(1);
    disk.room.set(Integer.MAX_VALUE);
    writer.write(AuditLine.of(login(), USER));
    List<String> lines = disk.text().lines().toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).startsWith("{").endsWith("}");
    assertThat(lines.get(1)).as("cut").startsWith("{").doesNotContain("}");
    assertThat(lines.get(2)).endsWith("\"event\":\"lines_lost\",\"count\":9}");
    assertThat(lines.get(3)).isEqualTo(lines.get(0));
  }

  @Test
  @Timeout(60)
  void whoeverIsHeardNeverWaitsForTheDisk() throws Exception {
    disk.stuck = new CountDownLatch(1);
    AuditLog log = AuditLog.on(disk, CLOCK, new SecureRandom());
    for (int i = 0; i < MORE_THAN_WAIT; i++) {
      log.heard(login());
    }
    assertThat(serverLog.records).hasSize(1);
    disk.stuck.countDown();
    while (writtenOrToldLost() < MORE_THAN_WAIT) {
      Thread.onSpinWait();
    }
    log.close();
    assertThat(writtenOrToldLost()).isEqualTo(MORE_THAN_WAIT);
  }

  private long writtenOrToldLost() throws IOException {
    long lines = 0;
    for (JsonNode line : disk.lines()) {
      lines += line.has("count") ? line.path("count").asLong() : 1;
    }
    return lines;
  }

  private void hear(AuthEvent... events) {
    try (AuditLog log = AuditLog.on(disk, CLOCK, new SecureRandom())) {
      for (AuthEvent event : events) {
        log.heard(event);
      }
    }
  }

  private static AuthEvent login() {
    return new Succeeded(AT, AuthAction.LOGIN, Optional.of(USER), "::1");
  }

  /** Takes what there is room for, as a disk does. */
  private static final class Disk implements WritableByteChannel {
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final AtomicInteger room = new AtomicInteger(Integer.MAX_VALUE);
    private volatile CountDownLatch stuck = new CountDownLatch(0);

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      try {
        stuck.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      int taken = Math.min(room.get(), bytes.remaining());
      if (taken == 0) {
        throw new IOException("No space left on device");
      }
      byte[] part = new byte[taken];
      bytes.get(part);
      content.write(part);
      room.addAndGet(-taken);
      return taken;
    }

    String text() {
      return content.toString(UTF_8);
    }

    List<JsonNode> lines() throws IOException {
      List<JsonNode> lines = new ArrayList<>();
      String text = text();
      String whole = text.substring(0, text.lastIndexOf('\n') + 1);
      for (String line : whole.lines().toList()) {
        lines.add(new ObjectMapper().readTree(line));
      }
      return lines;
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }

  private static final class RecordedLog extends Handler {
    private final List<LogRecord> records = new ArrayList<>();

    @Override
    public synchronized void publish(LogRecord logged) {
      records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
