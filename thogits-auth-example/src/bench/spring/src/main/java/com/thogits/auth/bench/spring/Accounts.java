package com.thogits.auth.bench.spring;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Repository;

/** The table of accounts. */
@Repository
class Accounts implements UserDetailsService {
  private static final int ID_BITS = 128;
  private static final int ID_RADIX = 32;
  private static final String ID_FORMAT = "%26s";

  private final JdbcClient jdbc;
  private final SecureRandom random = new SecureRandom();

  Accounts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Account insert(String email, String passwordHash) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Account account = new Account(newId(), email, null, now, false, passwordHash);
    jdbc.sql(
            "INSERT INTO account (id, email, created_at, has_totp, password_hash)"
                + " VALUES (?, ?, ?, FALSE, ?)")
        .params(account.info().userId(), email, Timestamp.from(now), passwordHash)
        .update();
    return account;
  }

  @Override
  public Account loadUserByUsername(String email) {
    Optional<Account> account =
        jdbc.sql("SELECT * FROM account WHERE email = ?")
            .param(email)
            .query((row, number) -> account(row))
            .optional();
    return account.orElseThrow(() -> new UsernameNotFoundException("no such account"));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("id"),
        row.getString("email"),
        row.getString("display_name"),
        row.getTimestamp("created_at").toInstant(),
        row.getBoolean("has_totp"),
        row.getString("password_hash"));
  }

  /** As long as a ULID. */
  private String newId() {
    String digits = new BigInteger(ID_BITS, random).toString(ID_RADIX).toUpperCase(Locale.ROOT);
    return String.format(ID_FORMAT, digits).replace(' ', '0');
  }
}
