package com.thogits.auth.example;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Permissions for the owner alone, where the file system knows any: POSIX does. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OF_A_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OF_A_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OF_THE_OWNER = OF_A_FOLDER;

  private OwnerOnly() {}

  /** Makes a folder and those above it, as far as they are missing. */
  static void createFolders(Path folder) throws IOException {
    Files.createDirectories(folder, attributes(folder, OF_A_FOLDER));
  }

  /** What a new file is made with, so that it is never open to others, not even for a moment. */
  static FileAttribute<?>[] newFile(Path file) {
    return attributes(file, OF_A_FILE);
  }

  /** Takes every permission of others on a file away. */
  static void protect(Path file) throws IOException {
    if (hasPermissions(file)) {
      Files.setPosixFilePermissions(file, OF_A_FILE);
    }
  }

  /** Whether others than its owner may do anything with a file. */
  static boolean isOpenToOthers(Path file) throws IOException {
    if (!hasPermissions(file)) {
      return false;
    }
    Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
    others.addAll(Files.getPosixFilePermissions(file));
    others.removeAll(OF_THE_OWNER);
    return !others.isEmpty();
  }

  private static boolean hasPermissions(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
    return hasPermissions(path)
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
