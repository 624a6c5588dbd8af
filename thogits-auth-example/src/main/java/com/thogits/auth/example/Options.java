package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.wrongUsage;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.http.AddressRange;
import com.thogits.auth.http.HttpSettings;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What whoever starts the server chooses.
 *
 * @param port 0 picks a free one
 */
record Options(String host, int port, Storage storage, HttpSettings http, AttemptLimits limits) {
  private static final int LAST_PORT = 65535;
  private static final int MOST_ATTEMPTS = 1_000_000;

  static Options parse(CommandLine line, Map<String, String> environment) throws StartException {
    return new Options(
        line.value("--host").orElse("localhost"),
        number(line, "--port", 0, LAST_PORT).orElse(8080),
        Storage.parse(line, environment),
        http(line),
        limits(line));
  }

  private static HttpSettings http(CommandLine line) throws StartException {
    HttpSettings settings =
        HttpSettings.DEFAULTS
            .withInsecureCookies(line.has("--insecure-cookies"))
            .withTrustedProxies(proxies(line));
    try {
      return settings.withAllowedOrigins(new HashSet<>(line.all("--allowed-origin")));
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--allowed-origin must be an origin like https://app.example.com");
    }
  }

  private static Set<AddressRange> proxies(CommandLine line) throws StartException {
    try {
      return line.all("--trusted-proxy").stream()
          .map(AddressRange::parse)
          .collect(Collectors.toSet());
    } catch (IllegalArgumentException e) {
      throw wrongUsage("--trusted-proxy must be an address or a range like 10.0.0.0/8");
    }
  }

  private static AttemptLimits limits(CommandLine line) throws StartException {
    AttemptLimits limits = AttemptLimits.DEFAULTS;
    return limits
        .withLoginFailuresPerAddress(
            number(line, "--login-failures-per-address", 1, MOST_ATTEMPTS)
                .orElse(limits.loginFailuresPerAddress()))
        .withRegistrationsPerAddress(
            number(line, "--registrations-per-address", 1, MOST_ATTEMPTS)
                .orElse(limits.registrationsPerAddress()));
  }

  private static Optional<Integer> number(CommandLine line, String option, int least, int most)
      throws StartException {
    Optional<String> text = line.value(option);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("[0-9]{1,7}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    throw wrongUsage(option + " must be a number from " + least + " to " + most);
  }
}
