package com.thogits.auth;

import static java.util.Objects.requireNonNull;

import com.thogits.auth.totp.TotpSecret;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An account that comes from another system.
 *
 * @param email as it was first given there
 * @param passwordHash in a form that the service's hasher can verify; it is renewed at the next
 *     login if it is not of the present form and cost
 * @param totpSecret the secret that its authenticator app holds; TOTP is on from the start
 * @param displayName the name to show
 * @param createdAt when the account was made
 * @param oauthProviders where the account can also log in
 */
public record ImportedAccount(
    String email,
    Optional<String> passwordHash,
    Optional<TotpSecret> totpSecret,
    Optional<String> displayName,
    Instant createdAt,
    List<String> oauthProviders) {

  /**
   * Checks that nothing is null.
   *
   * @throws IllegalArgumentException if the password hash or a provider has a control character or
   *     an unpaired surrogate, which not every database keeps
   */
  public ImportedAccount {
    requireNonNull(email, "email");
    requireNonNull(passwordHash, "passwordHash");
    requireNonNull(totpSecret, "totpSecret");
    requireNonNull(displayName, "displayName");
    requireNonNull(createdAt, "createdAt");
    oauthProviders = List.copyOf(oauthProviders);
    passwordHash.ifPresent(hash -> requireStorable(hash, "passwordHash"));
    oauthProviders.forEach(provider -> requireStorable(provider, "oauthProviders"));
  }

  private static void requireStorable(String text, String name) {
    if (text.codePoints().anyMatch(ImportedAccount::isUnfit)) {
      throw new IllegalArgumentException(name + " must not have control characters");
    }
  }

  private static boolean isUnfit(int codePoint) {
    return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
  }

  /** The e-mail alone: hashes and secrets are never shown. */
  @Override
  public String toString() {
    return "ImportedAccount[email=" + email + "]";
  }
}
