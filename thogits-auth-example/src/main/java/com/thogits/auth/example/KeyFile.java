package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.thogits.auth.crypto.KeyRing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A file with the keys that TOTP secrets are sealed with, for its owner's eyes only. */
final class KeyFile {
  private static final int LARGEST = 64 * 1024;

  private final Path file;
  private final SecureRandom random;

  /** A file that may not be there yet; its path is absolute and not a root. */
  KeyFile(Path file, SecureRandom random) {
    this.file = file;
    this.random = random;
  }

  /** The keys; empty if there is no such file. */
  Optional<KeyRing> read() throws StartException {
    try {
      if (OwnerOnly.isOpenToOthers(file)) {
        throw cannotStart(
            "the key file " + file + " is open to others than its owner; chmod 600 closes it");
      }
      if (Files.size(file) > LARGEST) {
        throw cannotStart("the key file " + file + " is no key file: it is too large");
      }
      return Optional.of(KeyRing.parse(Files.readString(file), random));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw cannotStart("the key file " + file + " is no key file: it is not text");
    } catch (IOException e) {
      throw cannotStart("cannot read the key file " + file + FileErrors.reason(e));
    } catch (IllegalArgumentException e) {
      throw cannotStart("the key file " + file + " is no key file: " + e.getMessage());
    }
  }

  /**
   * Makes the file with these keys unless it is there by now. It appears whole or not at all, and
   * of several that make it at once one wins.
   *
   * @return what the file then holds: of the winner if another was faster
   */
  KeyRing createOrRead(KeyRing keys) throws StartException {
    try {
      Path folder = Objects.requireNonNull(file.getParent());
      OwnerOnly.createFolders(folder);
      Path whole = folder.resolve(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
      try {
        write(whole, keys.format());
        publish(whole);
      } finally {
        Files.deleteIfExists(whole);
      }
      force(folder);
    } catch (FileAlreadyExistsException another) {
      // Read below.
    } catch (IOException e) {
      throw cannotStart("cannot write the key file " + file + FileErrors.reason(e));
    }
    return read().orElseThrow(() -> cannotStart("the key file " + file + " is gone again"));
  }

  private void write(Path whole, String text) throws IOException {
    Set<OpenOption> options = Set.of(CREATE_NEW, WRITE);
    try (FileChannel channel = FileChannel.open(whole, options, OwnerOnly.newFile(whole))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** A link is refused where a file is, which a renaming would replace. */
  private void publish(Path whole) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException another) {
      throw another;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      Files.move(whole, file);
    }
  }

  /** So that the file's name outlives a power failure too, where a folder can be forced. */
  private static void force(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      // Windows opens no folders; its file systems keep names in their journal.
    }
  }
}
