package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Where the audit log goes. */
final class AuditFile {
  private static final Set<OpenOption> AT_ITS_END = Set.of(CREATE, WRITE, APPEND);

  private AuditFile() {}

  /**
   * Opens the file at its end, or makes it for its owner alone.
   *
   * @param file absolute and not a root; empty for standard output
   */
  static WritableByteChannel open(Optional<Path> file) throws StartException {
    if (file.isEmpty()) {
      return new FileOutputStream(FileDescriptor.out).getChannel();
    }
    Path path = file.get();
    try {
      OwnerOnly.createFolders(Objects.requireNonNull(path.getParent()));
      return FileChannel.open(path, AT_ITS_END, OwnerOnly.newFile(path));
    } catch (IOException e) {
      throw cannotStart("cannot write the audit log " + path + FileErrors.reason(e));
    }
  }
}
