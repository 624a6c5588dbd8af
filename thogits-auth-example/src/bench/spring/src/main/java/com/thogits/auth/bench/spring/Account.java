package com.thogits.auth.bench.spring;

import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** Who is signed in. The session keeps it, so that no request has to look it up. */
final class Account implements UserDetails, CredentialsContainer, Serializable {
  private static final long serialVersionUID = 1L;

  private final String id;
  private final String email;
  private final String displayName;
  private final Instant createdAt;
  private final boolean hasTotp;
  private String passwordHash;

  Account(
      String id,
      String email,
      String displayName,
      Instant createdAt,
      boolean hasTotp,
      String passwordHash) {
    this.id = id;
    this.email = email;
    this.displayName = displayName;
    this.createdAt = createdAt;
    this.hasTotp = hasTotp;
    this.passwordHash = passwordHash;
  }

  UserInfo info() {
    return new UserInfo(id, email, displayName, createdAt, List.of(), true, hasTotp);
  }

  @Override
  public String getUsername() {
    return email;
  }

  @Override
  public String getPassword() {
    return passwordHash;
  }

  @Override
  public Collection<? extends GrantedAuthority> getAuthorities() {
    return List.of(new SimpleGrantedAuthority("ROLE_USER"));
  }

  /** Spring Security calls it after a login: sessions keep no hash. */
  @Override
  public void eraseCredentials() {
    passwordHash = null;
  }
}
