package com.thogits.auth.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.thogits.auth.StoreException;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The table {@code thogits_key} within one transaction. */
record Canaries(Statements statements) {
  private static final int LOCK = 0;

  /** That it opens is all it says. */
  private static final byte[] NOTHING = {};

  private static final String SELECT =
      "SELECT key_id, canary FROM thogits_key WHERE key_id <> ? ORDER BY key_id";
  private static final String INSERT = "INSERT INTO thogits_key (key_id, canary) VALUES (?, ?)";
  private static final String DELETE = "DELETE FROM thogits_key WHERE key_id = ?";

  /** A write, so that a database that works on snapshots lets no one go on with an older one. */
  private static final String TAKE_LOCK = "UPDATE thogits_key SET canary = canary WHERE key_id = ?";

  private static final String COUNT_SEALED =
      """
      SELECT COUNT(*) AS accounts FROM thogits_user
      WHERE SUBSTRING(totp_confirmed FROM 1 FOR ?) = ? OR SUBSTRING(totp_pending FROM 1 FOR ?) = ?
      """;

  /** Held until the transaction ends. */
  void lock() throws SQLException {
    if (statements.update(TAKE_LOCK, LOCK) != 1) {
      throw new StoreException("The table thogits_key has lost its row 0.");
    }
  }

  /** By the ids of their keys. */
  SortedMap<Integer, byte[]> read() throws SQLException {
    SortedMap<Integer, byte[]> canaries = new TreeMap<>();
    statements.list(row -> canaries.put(row.integer(), row.bytes()), SELECT, LOCK);
    return canaries;
  }

  /**
   * Whether every key of the ring has a canary.
   *
   * @throws UnopenableSecretException if a canary does not open
   */
  boolean haveAll(KeyRing keys) throws SQLException {
    return opened(keys).containsAll(keys.keyIds());
  }

  /**
   * Adds a canary for each key of the ring that has none.
   *
   * @throws UnopenableSecretException if a canary does not open, before anything is written
   */
  int add(KeyRing keys) throws SQLException {
    Set<Integer> known = opened(keys);
    int added = 0;
    for (int keyId : keys.keyIds()) {
      if (!known.contains(keyId)) {
        added += statements.update(INSERT, keyId, keys.sealWith(keyId, NOTHING, context(keyId)));
      }
    }
    return added;
  }

  int remove(int keyId) throws SQLException {
    byte[] prefix = KeyRing.prefix(keyId);
    long accounts =
        statements
            .find(Row::number, COUNT_SEALED, prefix.length, prefix, prefix.length, prefix)
            .orElseThrow();
    if (accounts > 0) {
      throw new IllegalStateException(
          "Key " + keyId + " is in use: it seals secrets of " + accounts + " account(s).");
    }
    return statements.update(DELETE, keyId);
  }

  private Set<Integer> opened(KeyRing keys) throws SQLException {
    SortedMap<Integer, byte[]> canaries = read();
    List<String> faults = new ArrayList<>();
    canaries.forEach(
        (keyId, canary) -> {
          if (!keys.keyIds().contains(keyId)) {
            faults.add("key " + keyId + " is missing from the key ring");
          } else if (!opens(keys, keyId, canary)) {
            faults.add("key " + keyId + " is another one in the key ring");
          }
        });
    if (!faults.isEmpty()) {
      throw new UnopenableSecretException(
          String.join(", ", faults)
              + ": bring back the key ring that this database's secrets are sealed with, or forget"
              + " a key that seals nothing any more");
    }
    return canaries.keySet();
  }

  private static boolean opens(KeyRing keys, int keyId, byte[] canary) {
    try {
      keys.open(canary, context(keyId));
      return true;
    } catch (UnopenableSecretException e) {
      return false;
    }
  }

  private static byte[] context(int keyId) {
    return ("canary:" + keyId).getBytes(US_ASCII);
  }
}
