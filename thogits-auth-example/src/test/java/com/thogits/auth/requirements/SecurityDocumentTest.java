package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthAction;
import com.thogits.auth.AuthError;
import com.thogits.auth.AuthEvent;
import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.ProfileChange;
import com.thogits.auth.SessionToken;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.totp.Totp;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/security.md} to the code. */
class SecurityDocumentTest {
  private static final String DOCUMENT = Sources.text(Sources.document("security.md"));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final SecureRandom random = new SecureRandom();
  private final AuthService auth =
      AuthService.builder(
              new MemoryUserStore(),
              new MemorySessionStore(),
              new MemoryAttemptStore(),
              KeyRing.generate(random))
          .hasher(
              new Argon2id(
                  new Argon2Parameters(8, 1, 1), Argon2Parameters.STORED_HASH_LIMIT, random))
          .build();
  private int accounts;

  @Test
  void everyEventStandsInTheInventory() {
    assertThat(firsts("action", "told")).containsExactlyElementsOf(names(AuthAction.values()));
    assertThat(firsts("notice", "meaning"))
        .containsExactlyElementsOf(names(AuthEvent.Notice.values()));
    assertThat(firsts("event", "meaning"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AuthEvent.class.getPermittedSubclasses()).map(Class::getSimpleName).toList());
  }

  private static List<String> firsts(String... columns) {
    return MarkdownTable.rows(DOCUMENT, columns).stream()
        .map(row -> row.get(0).replace("`", ""))
        .toList();
  }

  private static List<String> names(Enum<?>... values) {
    return Stream.of(values).map(Enum::name).toList();
  }

  @Test
  void theValidationTableIsTrue() {
    Map<String, Predicate<String>> validators =
        Map.of(
            "e-mail", this::takesEmail,
            "password", this::takesPassword,
            "display name", this::takesDisplayName,
            "code", typed -> Totp.AUTHENTICATOR_APPS.normalize(typed).isPresent());
    List<List<String>> rows = MarkdownTable.rows(DOCUMENT, "value", "rule", "taken", "refused");
    assertThat(rows.stream().map(row -> row.get(0)))
        .containsExactlyInAnyOrderElementsOf(validators.keySet());
    for (List<String> row : rows) {
      assertThat(examples(row.get(2))).isNotEmpty().allMatch(validators.get(row.get(0)));
      assertThat(examples(row.get(3))).isNotEmpty().noneMatch(validators.get(row.get(0)));
    }
  }

  private static List<String> examples(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1).translateEscapes()).toList();
  }

  private boolean takesEmail(String email) {
    return passes(AuthError.INVALID_EMAIL, () -> auth.register(email, "correct horse", client()));
  }

  private boolean takesPassword(String password) {
    try {
      registered("user@example.com", password);
      return true;
    } catch (AuthException refused) {
      return refused.error() == AuthError.EMAIL_TAKEN;
    }
  }

  private boolean takesDisplayName(String name) {
    SessionToken token = registered("user" + accounts++ + "@example.com", "correct horse");
    return passes(
        AuthError.INVALID_REQUEST,
        () -> auth.updateProfile(token, ProfileChange.displayName(name)));
  }

  private SessionToken registered(String email, String password) {
    return auth.register(email, password, client()).token();
  }

  private static Client client() {
    return Client.at("192.0.2.1");
  }

  private static boolean passes(AuthError refusal, Runnable call) {
    try {
      call.run();
      return true;
    } catch (AuthException refused) {
      assertThat(refused.error()).isEqualTo(refusal);
      return false;
    }
  }

  @Test
  void everyClassOfDataNamesTestsThatExist() {
    assertThat(TestNames.namedIn(DOCUMENT)).isNotEmpty();
    assertThat(TestNames.ofAllModules().missingFrom(DOCUMENT)).isEmpty();
    for (List<String> row :
        MarkdownTable.rows(
            DOCUMENT, "class", "what", "at rest", "in transit and in memory", "proof")) {
      assertThat(row.get(0).equals("public") || !TestNames.namedIn(row.get(4)).isEmpty())
          .as(row.get(0))
          .isTrue();
    }
  }

  /** A promise without a test is none, and whoever promises everything has not thought about it. */
  @Test
  void everyThreatHasItsProofAndItsRest() {
    List<List<String>> threats =
        MarkdownTable.rows(DOCUMENT, "threat", "promised", "proof", "not promised");
    assertThat(threats)
        .extracting(row -> row.get(0))
        .containsExactly(
            "credential stuffing",
            "password spraying",
            "account enumeration",
            "session fixation",
            "session theft",
            "CSRF",
            "XSS on a page of the host",
            "TOTP brute force",
            "code replay",
            "stolen database",
            "stolen backup",
            "key loss",
            "timing",
            "denial of service by hashing",
            "slow clients",
            "log leaks",
            "insider who can write to the database",
            "clock tampering",
            "user agent spoofing",
            "spoofed client address",
            "supply chain");
    for (List<String> threat : threats) {
      assertThat(threat).as(threat.get(0)).hasSize(4).noneMatch(String::isBlank);
      assertThat(TestNames.namedIn(threat.get(2))).as(threat.get(0)).isNotEmpty();
      assertThat(threat.get(2).replaceAll("`[^`]+`", "")).as(threat.get(0)).matches("[, ]*");
    }
  }
}
