package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.Client;
import com.thogits.auth.ProfileChange;
import com.thogits.auth.SessionToken;
import com.thogits.auth.contract.SettableClock;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import com.thogits.auth.password.Argon2Parameters;
import com.thogits.auth.password.Argon2id;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A text that one database would refuse is answered the same on every store. */
class HostileTextOnStoresTest {
  private static final String PASSWORD = "correct horse battery";
  private static final List<String> TEXTS =
      List.of(
          "\0",
          "a\0b",
          "\uD800",
          "\uDC00\uD800",
          "\u2028",
          "\uFFFF",
          "\uD83D\uDE00".repeat(100),
          "\uDBFF\uDFFF",
          "a\u0301\u0327",
          "x".repeat(5000),
          "'; DROP TABLE thogits_user; --",
          "\\x00",
          "\\");

  @ParameterizedTest
  @EnumSource(Engine.class)
  void isAnsweredAsOnStoresInMemory(Engine engine) {
    AuthService inMemory =
        service(
            AuthService.builder(
                new MemoryUserStore(),
                new MemorySessionStore(),
                new MemoryAttemptStore(),
                KeyRing.generate(new SecureRandom())));
    try (TestDatabase database = engine.withSchema()) {
      DataSource source = database.unpooled();
      AuthService inDatabase =
          service(
              AuthService.builder(
                  new JdbcUserStore(source),
                  new JdbcSessionStore(source),
                  new JdbcAttemptStore(source),
                  KeyRing.generate(new SecureRandom())));
      for (String text : TEXTS) {
        assertThat(answers(inDatabase, text)).as(text).isEqualTo(answers(inMemory, text));
      }
    }
  }

  private static AuthService service(AuthServiceBuilder builder) {
    return builder
        .clock(new SettableClock(SampleRows.START))
        .hasher(
            new Argon2id(
                new Argon2Parameters(8, 1, 1),
                Argon2Parameters.STORED_HASH_LIMIT,
                new SecureRandom()))
        .build();
  }

  private static List<String> answers(AuthService auth, String text) {
    Client client = new Client(text, text, Optional.empty(), Optional.empty());
    String email = "user" + Integer.toUnsignedString(text.hashCode()) + "@example.org";
    SessionToken token = auth.register(email, PASSWORD, client).token();
    List<String> answers = new ArrayList<>();
    for (String address : List.of(text, text + "@example.org", "u@" + text + ".example.org")) {
      answers.add(answer(() -> auth.register(address, PASSWORD, client).user().email()));
      answers.add(answer(() -> auth.login(address, PASSWORD, client).getClass()));
    }
    answers.add(answer(() -> auth.login(email, text, client).getClass()));
    answers.add(answer(() -> auth.updateProfile(token, ProfileChange.displayName(text))));
    answers.add(answer(() -> auth.me(token).displayName()));
    answers.add(answer(() -> auth.confirmTotp(token, text)));
    answers.add(
        answer(
            () ->
                auth.sessions(token).stream()
                    .map(session -> session.address() + " " + session.userAgent())
                    .toList()));
    return answers;
  }

  private static String answer(Supplier<Object> call) {
    try {
      return call.get().toString().replaceAll("userId=[^,\\]]*", "");
    } catch (AuthException refused) {
      return refused.error().name();
    }
  }
}
