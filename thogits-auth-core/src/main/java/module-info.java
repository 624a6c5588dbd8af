/** E-mail and password accounts, sessions and TOTP, without HTTP, JSON or a logging framework. */
module com.thogits.auth {
  requires transitive java.sql;
  requires jdk.management;
  requires com.google.zxing;
  requires de.mkammerer.argon2;
  requires de.mkammerer.argon2.nolibs;
  requires org.apache.commons.codec;
  requires static org.jspecify;

  exports com.thogits.auth;
  exports com.thogits.auth.crypto;
  exports com.thogits.auth.jdbc;
  exports com.thogits.auth.memory;
  exports com.thogits.auth.password;
  exports com.thogits.auth.totp;
}
