package com.thogits.auth.example;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Writes whole lines, each at once; what can't be written is lost and counted. */
final class AuditWriter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AuditLog.class.getName());

  private final WritableByteChannel out;
  private final Clock clock;
  private final AtomicLong lost = new AtomicLong();
  private boolean insideALine;

  AuditWriter(WritableByteChannel out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** By one thread at a time. */
  void write(byte[] line) {
    long lostBefore = lost.get();
    if (lostBefore > 0 && append(AuditLine.lost(clock.instant(), lostBefore))) {
      lost.addAndGet(-lostBefore);
    }
    if (!append(line)) {
      lose();
    }
  }

  /** One more line is lost. The first of several in a row is warned of. */
  void lose() {
    if (lost.getAndIncrement() == 0) {
      LOG.log(Level.WARNING, "The audit log can't be written; lines are lost until it can.");
    }
  }

  private boolean append(byte[] line) {
    ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
    if (insideALine) {
      bytes.put((byte) '\n');
    }
    bytes.put(line).flip();
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      insideALine = false;
      return true;
    } catch (IOException e) {
      // A full disk can take the first part of a line: the next one must not go on from there.
      insideALine |= bytes.position() > 0;
      return false;
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      LOG.log(Level.WARNING, "The audit log can't be closed.", e);
    }
  }
}
