package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static java.nio.charset.StandardCharsets.US_ASCII;

import com.thogits.auth.SessionToken;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** A new file of session tokens, one a line, for its owner's eyes only. */
final class TokenFile implements AutoCloseable {
  private final BufferedWriter out;

  private TokenFile(BufferedWriter out) {
    this.out = out;
  }

  static TokenFile create(Path file) throws StartException {
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              OwnerOnly.newFile(file));
      return new TokenFile(new BufferedWriter(Channels.newWriter(channel, US_ASCII)));
    } catch (FileAlreadyExistsException e) {
      throw cannotStart("the file " + file + " is there already");
    } catch (IOException e) {
      throw cannotStart("cannot write " + file + FileErrors.reason(e));
    }
  }

  void add(SessionToken token) {
    try {
      out.write(token.reveal());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
