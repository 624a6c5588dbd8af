package com.thogits.auth;

import com.thogits.auth.AttemptLimit.GrowingWaits;
import com.thogits.auth.AttemptLimit.PerWindow;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts passwords before they are hashed (NIST SP 800-63B-4 section 3.2.2): on the account,
 * whether it exists or not, and on the client's address. A browser that has logged in before has a
 * budget of its own, and so has whoever holds a session of the account, so that strangers can't
 * slow its owner.
 */
final class PasswordAttempts {
  /** A count outlives the longest wait by far, so that patience buys no new free tries. */
  private static final Duration MEMORY = Duration.ofDays(30);

  private final Throttle throttle;
  private final KnownDevices devices;
  private final GrowingWaits waits;
  private final PerWindow logins;
  private final PerWindow registrations;

  PasswordAttempts(Throttle throttle, KnownDevices devices, AttemptLimits limits) {
    this.throttle = throttle;
    this.devices = devices;
    this.waits = new GrowingWaits(limits.freePasswordFailures(), limits.longestWait(), MEMORY);
    this.logins = new PerWindow(limits.loginFailuresPerAddress(), limits.loginWindow());
    this.registrations =
        new PerWindow(limits.registrationsPerAddress(), limits.registrationWindow());
  }

  void countRegistration(Client client) {
    throttle.require("register:" + ClientNetwork.of(client), registrations);
  }

  /** Counts a login, or refuses it without a look at the password. */
  Counted countLogin(String email, Optional<User> account, Client client) {
    String address = "login:" + ClientNetwork.of(client);
    throttle.require(address, logins);
    String budget =
        account
            .flatMap(user -> devices.name(user, client))
            .map(device -> "device:" + device)
            .orElseGet(() -> account(email));
    try {
      int number = throttle.require(budget, waits);
      return new Counted(throttle, budget, number, Optional.of(address));
    } catch (AuthException notChecked) {
      throttle.forgive(address);
      throw notChecked;
    }
  }

  /** Counts a password that the holder of a session gives. */
  Counted countConfirmation(User user) {
    String budget = confirmation(user);
    int number = throttle.require(budget, waits);
    return new Counted(throttle, budget, number, Optional.empty());
  }

  int failuresOf(String email) {
    return throttle.countOf(account(email));
  }

  void clear(User user) {
    throttle.clear(account(user.email().address()));
    throttle.clear(confirmation(user));
  }

  private static String confirmation(User user) {
    return "confirm:" + user.id();
  }

  /** Hashed, so that the key of any text is short and the store learns no stranger's e-mail. */
  private static String account(String email) {
    String canonical =
        Email.parse(email).map(Email::canonical).orElseGet(() -> email.toLowerCase(Locale.ROOT));
    return "account:" + TokenHash.ofText(canonical);
  }

  /** An attempt that was admitted and counted, until it is known how it ended. */
  record Counted(Throttle throttle, String budget, int number, Optional<String> address) {

    /** The right password clears the budget; on the address this attempt alone is forgiven. */
    void succeeded() {
      throttle.clear(budget);
      address.ifPresent(throttle::forgive);
    }

    /** Nothing was checked. */
    void notChecked() {
      throttle.forgive(budget, number);
      address.ifPresent(throttle::forgive);
    }
  }
}
