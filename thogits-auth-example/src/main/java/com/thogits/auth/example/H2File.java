package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The file of an H2 database in a folder, both for the owner's eyes only where the system can. */
final class H2File {
  private static final String NAME = "thogits";
  private static final String SUFFIX = ".mv.db";

  private H2File() {}

  /**
   * Makes what is missing. A folder that is there keeps its permissions; the file never has any but
   * the owner's.
   *
   * @return the file's JDBC URL
   */
  static String prepare(Path folder) throws StartException {
    if (folder.toString().indexOf(';') >= 0) {
      throw cannotStart("the data folder's path must not contain a semicolon");
    }
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    Path file = folder.resolve(NAME + SUFFIX);
    try {
      Files.createDirectories(folder, ownerOnly(posix, "rwx------"));
      createIfMissing(file, ownerOnly(posix, "rw-------"));
      if (posix) {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      }
    } catch (IOException e) {
      throw cannotStart("cannot write in the data folder " + folder + reason(e));
    }
    if (!Files.isWritable(folder) || !Files.isWritable(file)) {
      throw cannotStart("cannot write in the data folder " + folder);
    }
    return "jdbc:h2:file:" + folder.resolve(NAME);
  }

  private static void createIfMissing(Path file, FileAttribute<?>... attributes)
      throws IOException {
    try {
      Files.createFile(file, attributes);
    } catch (FileAlreadyExistsException kept) {
      // H2 finds its data in it.
    }
  }

  private static FileAttribute<?>[] ownerOnly(boolean posix, String permissions) {
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return ": it is a file";
    }
    String reason = e instanceof FileSystemException failure ? failure.getReason() : null;
    return reason == null ? "" : ": " + reason;
  }
}
