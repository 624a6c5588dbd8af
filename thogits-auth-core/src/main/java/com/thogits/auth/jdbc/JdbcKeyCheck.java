package com.thogits.auth.jdbc;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Tells at the start, and not at somebody's login, that a {@link KeyRing} does not open what the
 * database holds. The table {@code thogits_key} has a canary for each key, sealed with that key.
 * {@link JdbcSchema#apply} makes the table.
 */
public final class JdbcKeyCheck {
  private JdbcKeyCheck() {}

  /**
   * Checks that the ring has every key that the database knows, and makes those of the ring that
   * are new known to it. Call it at each start, before the first account is served. Safe when
   * several processes start at once: of two with different rings on a new database, one is refused.
   *
   * <p>Unless a key is new, the database is only read.
   *
   * @throws UnopenableSecretException if the ring lacks a key, or has another one of the same id;
   *     nothing is written, and the message names the ids
   * @throws com.thogits.auth.StoreException if the database can't do its work
   */
  public static void verify(DataSource dataSource, KeyRing keys) {
    requireNonNull(keys, "keys");
    Jdbc jdbc = new Jdbc(dataSource);
    if (jdbc.inTransaction(statements -> new Canaries(statements).haveAll(keys))) {
      return;
    }
    jdbc.inTransaction(
        statements -> {
          Canaries canaries = new Canaries(statements);
          canaries.lock();
          return canaries.add(keys);
        });
  }

  /**
   * The ids of the keys that the database knows; empty before the first {@link #verify}. Lets a
   * host that misses its key ring see whether it may make a new one, or has lost one.
   *
   * @throws com.thogits.auth.StoreException if the database can't do its work
   */
  public static Set<Integer> keyIds(DataSource dataSource) {
    return new Jdbc(dataSource)
        .inTransaction(statements -> Set.copyOf(new Canaries(statements).read().keySet()));
  }

  /**
   * Retires a key: {@link #verify} no longer asks for it. Call it when no process seals with the
   * key any more, and take the key out of the ring before the next start, which would make it known
   * again. Does nothing if the database does not know the key. Reads all accounts of {@link
   * JdbcUserStore}, and no others: who keeps accounts elsewhere looks there first.
   *
   * @throws IllegalStateException if an account has a secret sealed with the key, confirmed or
   *     pending; nothing is changed
   * @throws IllegalArgumentException if {@code keyId} is less than 1
   * @throws com.thogits.auth.StoreException if the database can't do its work
   */
  public static void forget(DataSource dataSource, int keyId) {
    if (keyId < 1) {
      throw new IllegalArgumentException("keyId must be 1 or more");
    }
    new Jdbc(dataSource)
        .inTransaction(
            statements -> {
              Canaries canaries = new Canaries(statements);
              canaries.lock();
              return canaries.remove(keyId);
            });
  }
}
