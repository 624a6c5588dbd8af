package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;

import com.thogits.auth.StoreException;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import com.thogits.auth.jdbc.JdbcKeyCheck;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/** The keys of a database, from their file; the file is made at the first start. */
final class SealingKeys {
  private SealingKeys() {}

  /**
   * Reads the file, or makes it if the database knows no key yet.
   *
   * @throws StartException if the file can't be used, or lacks a key that the database knows; a
   *     lost file is not replaced, so that it can still be brought back
   */
  static KeyRing open(Path file, DataSource database, SecureRandom random) throws StartException {
    KeyFile keyFile = new KeyFile(file, random);
    try {
      Optional<KeyRing> found = keyFile.read();
      KeyRing keys =
          found.isPresent()
              ? found.get()
              : make(keyFile, file, JdbcKeyCheck.keyIds(database), random);
      JdbcKeyCheck.verify(database, keys);
      return keys;
    } catch (UnopenableSecretException e) {
      throw cannotStart("the key file " + file + " is not the database's: " + e.getMessage());
    } catch (StoreException e) {
      throw cannotStart("cannot check the database's keys: " + e.getMessage());
    }
  }

  private static KeyRing make(KeyFile keyFile, Path file, Set<Integer> known, SecureRandom random)
      throws StartException {
    if (known.isEmpty()) {
      return keyFile.createOrRead(KeyRing.generate(random));
    }
    throw cannotStart("the key file " + file + " is missing; the database needs key " + ids(known));
  }

  private static String ids(Set<Integer> known) {
    return known.toString().replaceAll("[\\[\\]]", "");
  }
}
