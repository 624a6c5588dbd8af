package com.thogits.auth.bench.spring;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Checks a password and begins a session, as Spring Security's documentation has it. */
@Component
class SignIn {
  private final AuthenticationManager authentication;
  private final SecurityContextRepository contexts;

  SignIn(AuthenticationManager authentication, SecurityContextRepository contexts) {
    this.authentication = authentication;
    this.contexts = contexts;
  }

  UserInfo withPassword(
      Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
    Authentication signedIn =
        authentication.authenticate(
            UsernamePasswordAuthenticationToken.unauthenticated(
                credentials.email(), credentials.password()));
    return begin(signedIn, request, response);
  }

  UserInfo registered(Account account, HttpServletRequest request, HttpServletResponse response) {
    account.eraseCredentials();
    Authentication signedIn =
        UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
    return begin(signedIn, request, response);
  }

  private UserInfo begin(
      Authentication signedIn, HttpServletRequest request, HttpServletResponse response) {
    // A session that an attacker planted must not become this user's.
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(signedIn);
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    return ((Account) signedIn.getPrincipal()).info();
  }
}
