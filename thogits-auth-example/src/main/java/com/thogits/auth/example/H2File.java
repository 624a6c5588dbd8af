package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of an H2 database in a folder, both for the owner's eyes only where the system can. */
final class H2File {
  private static final String NAME = "thogits";
  private static final String SUFFIX = ".mv.db";

  private H2File() {}

  /** Whether a folder has such a file. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(NAME + SUFFIX));
  }

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
    Path file = folder.resolve(NAME + SUFFIX);
    try {
      OwnerOnly.createFolders(folder);
      createIfMissing(file);
      OwnerOnly.protect(file);
    } catch (IOException e) {
      throw cannotStart("cannot write in the data folder " + folder + FileErrors.reason(e));
    }
    if (!Files.isWritable(folder) || !Files.isWritable(file)) {
      throw cannotStart("cannot write in the data folder " + folder);
    }
    return "jdbc:h2:file:" + folder.resolve(NAME);
  }

  private static void createIfMissing(Path file) throws IOException {
    try {
      Files.createFile(file, OwnerOnly.newFile(file));
    } catch (FileAlreadyExistsException kept) {
      // H2 finds its data in it.
    }
  }
}
