package com.thogits.auth.example;

import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthListener;
import com.thogits.auth.Ulid;
import java.lang.System.Logger.Level;
import java.nio.channels.WritableByteChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Writes events to the audit log on a thread of its own, so that no request waits for a disk. If
 * the log can't be written, or not fast enough, lines are lost; the server's log says so once, and
 * the audit log says how many as soon as it can be written again.
 */
final class AuditLog implements AuthListener, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());
  private static final int MOST_WAITING = 10_000;
  private static final long PATIENCE_MILLIS = 500;
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AuditWriter writer;
  private final SecureRandom random;
  private final Thread thread;

  private AuditLog(WritableByteChannel out, Clock clock, SecureRandom random) {
    this.writer = new AuditWriter(out, clock);
    this.random = random;
    this.thread = new Thread(this::writeUntilTheEnd, "audit-log");
    thread.setDaemon(true);
  }

  /** Takes events from here on. The channel is closed with the log. */
  static AuditLog on(WritableByteChannel out, Clock clock, SecureRandom random) {
    AuditLog log = new AuditLog(out, clock, random);
    log.thread.start();
    return log;
  }

  /** Never waits. */
  @Override
  public void heard(AuthEvent event) {
    Ulid correlationId = Ulid.create(event.at(), random);
    if (event instanceof AuthEvent.Failed failed) {
      LOG.log(Level.ERROR, "Failure " + correlationId, failed.failure());
    }
    if (!waiting.offer(AuditLine.of(event, correlationId))) {
      writer.lose();
    }
  }

  private void writeUntilTheEnd() {
    try {
      for (byte[] line = waiting.take(); line != END; line = waiting.take()) {
        writer.write(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Writes what still waits, unless that takes too long. */
  @Override
  public void close() {
    try {
      if (waiting.offer(END, PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        thread.join(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    writer.close();
  }
}
