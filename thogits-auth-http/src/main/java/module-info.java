/** The authentication endpoints on the JDK's own HTTP server. */
module com.thogits.auth.http {
  requires transitive com.thogits.auth;
  requires transitive jdk.httpserver;
  requires com.fasterxml.jackson.core;
  requires static org.jspecify;

  exports com.thogits.auth.http;
}
