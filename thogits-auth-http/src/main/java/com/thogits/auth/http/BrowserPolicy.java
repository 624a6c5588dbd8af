package com.thogits.auth.http;

import java.net.URI;
import java.util.Optional;

/** What a host has browsers do beyond what every answer asks of them. */
final class BrowserPolicy {
  private final boolean strictTransportSecurity;
  private final Optional<URI> violationReports;

  BrowserPolicy(HttpSettings settings) {
    this.strictTransportSecurity = settings.strictTransportSecurity();
    this.violationReports = settings.violationReports();
  }

  AuthResponse on(AuthResponse answer) {
    AuthResponse reported =
        violationReports.map(uri -> reportingTo(uri.toASCIIString(), answer)).orElse(answer);
    return strictTransportSecurity
        ? reported.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        : reported;
  }

  /** Browsers know the older directive or the newer one (CSP level 3 section 6.5). */
  private static AuthResponse reportingTo(String uri, AuthResponse answer) {
    return answer
        .extended("Content-Security-Policy", "; report-uri " + uri + "; report-to thogits-auth")
        .with("Reporting-Endpoints", "thogits-auth=\"" + uri + "\"");
  }
}
