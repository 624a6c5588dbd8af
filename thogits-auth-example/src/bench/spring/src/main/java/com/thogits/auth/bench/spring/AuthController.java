package com.thogits.auth.bench.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The example's routes that the benchmarks ask. */
@RestController
class AuthController {
  private final Accounts accounts;
  private final PasswordEncoder passwords;
  private final SignIn signIn;

  AuthController(Accounts accounts, PasswordEncoder passwords, SignIn signIn) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.signIn = signIn;
  }

  @PostMapping("/api/auth/register")
  UserInfo register(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    String hash = passwords.encode(credentials.password());
    return signIn.registered(accounts.insert(credentials.email(), hash), request, response);
  }

  @PostMapping("/api/auth/login")
  UserInfo login(
      @RequestBody Credentials credentials,
      HttpServletRequest request,
      HttpServletResponse response) {
    return signIn.withPassword(credentials, request, response);
  }

  @GetMapping("/api/auth/me")
  UserInfo me(@AuthenticationPrincipal Account account) {
    return account.info();
  }

  @GetMapping("/healthz")
  Map<String, String> alive() {
    return Map.of("status", "alive");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.UNAUTHORIZED)
  Map<String, String> refused(AuthenticationException refused) {
    return error("invalid_credentials", "Invalid email or password.");
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  Map<String, String> taken(DuplicateKeyException taken) {
    return error("email_taken", "Email already registered.");
  }

  private static Map<String, String> error(String code, String message) {
    return Map.of("error", code, "message", message);
  }
}
