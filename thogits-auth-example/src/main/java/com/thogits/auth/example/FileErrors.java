package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says why a file can't be used, to be put behind a sentence that names the file. */
final class FileErrors {
  private FileErrors() {}

  /** Empty, or a colon, a blank and the reason. */
  static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException) {
      return ": it is a file";
    }
    if (e instanceof NoSuchFileException) {
      return ": there is no such file";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : null;
    if (reason == null) {
      return e instanceof AccessDeniedException ? ": permission denied" : "";
    }
    return ": " + reason;
  }
}
