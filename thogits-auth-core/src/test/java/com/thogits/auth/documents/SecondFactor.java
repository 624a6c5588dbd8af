package com.thogits.auth.documents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.totp.OtpauthUri;
import com.thogits.auth.totp.QrCode;
import com.thogits.auth.totp.Totp;
import com.thogits.auth.totp.TotpSecret;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** The second factor of an application with accounts of its own; docs/totp.md is cut from here. */
final class SecondFactor {
  static final String TABLES =
      """
      CREATE TABLE second_factor (
        account       VARCHAR(64) PRIMARY KEY,
        sealed_secret VARBINARY(1024) NOT NULL,
        confirmed     BOOLEAN DEFAULT FALSE NOT NULL,
        newest_step   BIGINT DEFAULT -1 NOT NULL
      );
      CREATE TABLE recovery_code (
        account VARCHAR(64) NOT NULL,
        digest  CHAR(64) NOT NULL,
        PRIMARY KEY (account, digest)
      );
      """;

  private static final Totp TOTP = Totp.AUTHENTICATOR_APPS;
  private static final int ALLOWED_DRIFT = 1;

  private final DataSource database;
  private final KeyRing keys;
  private final SecureRandom random;
  private final Clock clock;

  SecondFactor(DataSource database, KeyRing keys, SecureRandom random, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /** What a page shows: the secret to type in, and its QR code as the source of an image. */
  record SetUp(String secret, String qrCode) {}

  SetUp setUp(String account) throws SQLException {
    TotpSecret secret = TotpSecret.random(random);
    String uri = new OtpauthUri("Acme", account, secret, TOTP).toUriString();
    insert(account, sealed(secret, account));
    return new SetUp(secret.toBase32(), QrCode.dataUri(QrCode.png(uri)));
  }

  private byte[] sealed(TotpSecret secret, String account) {
    byte[] bytes = secret.toBytes();
    try {
      return keys.seal(bytes, account.getBytes(UTF_8));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private TotpSecret opened(byte[] sealed, String account) {
    byte[] bytes = keys.open(sealed, account.getBytes(UTF_8));
    try {
      return TotpSecret.ofBytes(bytes);
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }

  private void insert(String account, byte[] sealed) throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "INSERT INTO second_factor (account, sealed_secret) VALUES (?, ?)")) {
      statement.setString(1, account);
      statement.setBytes(2, sealed);
      statement.executeUpdate();
    }
  }

  /** Whether the code is right and nobody has used it: then it is spent, and the factor is on. */
  boolean accepts(String account, String typed) throws SQLException {
    try (Connection connection = database.getConnection()) {
      try (PreparedStatement read =
          connection.prepareStatement(
              "SELECT sealed_secret, newest_step FROM second_factor WHERE account = ?")) {
        read.setString(1, account);
        ResultSet row = read.executeQuery();
        if (!row.next()) {
          return false;
        }
        TotpSecret secret = opened(row.getBytes(1), account);
        OptionalLong step =
            TOTP.match(secret, typed, clock.instant(), ALLOWED_DRIFT, row.getLong(2));
        return step.isPresent() && spend(connection, account, step.getAsLong());
      }
    }
  }

  /** Of two requests with one code, the database lets one win. */
  private static boolean spend(Connection connection, String account, long step)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "UPDATE second_factor SET newest_step = ?, confirmed = TRUE"
                + " WHERE account = ? AND newest_step < ?")) {
      statement.setLong(1, step);
      statement.setString(2, account);
      statement.setLong(3, step);
      return statement.executeUpdate() == 1;
    }
  }

  /** Ten codes of 120 bits; shown once, kept as digests. */
  List<String> recoveryCodes(String account) throws SQLException {
    List<String> codes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("INSERT INTO recovery_code VALUES (?, ?)")) {
      for (int i = 0; i < 10; i++) {
        String code = "%030x".formatted(new BigInteger(120, random));
        codes.add(code);
        statement.setString(1, account);
        statement.setString(2, digest(code));
        statement.executeUpdate();
      }
    }
    return codes;
  }

  /** Whether it is one of them; it is gone then. */
  boolean acceptsRecoveryCode(String account, String typed) throws SQLException {
    String code = typed.strip().toLowerCase(Locale.ROOT);
    try (Connection connection = database.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "DELETE FROM recovery_code WHERE account = ? AND digest = ?")) {
      statement.setString(1, account);
      statement.setString(2, digest(code));
      return statement.executeUpdate() == 1;
    }
  }

  private static String digest(String code) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(code.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
