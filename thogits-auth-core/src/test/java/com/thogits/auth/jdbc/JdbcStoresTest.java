package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SignedIn;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.crypto.UnopenableSecretException;
import java.security.SecureRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class JdbcStoresTest {
  private final KeyRing keys = KeyRing.generate(new SecureRandom());
  @AutoClose private final TestDatabase database;

  JdbcStoresTest(Engine engine) {
    this.database = engine.empty();
  }

  @Test
  void aServiceOnAnEmptyDatabaseWorksAtOnceAndANextOneGoesOn() {
    SignedIn signedIn =
        JdbcStores.authService(database.pool(), keys)
            .build()
            .register("user@example.com", "securepass123", Client.at("192.0.2.1"));

    AuthService next = JdbcStores.authService(database.pool(), keys).build();

    assertThat(next.me(signedIn.token()).email()).isEqualTo("user@example.com");
  }

  @Test
  void refusesKeysThatDoNotOpenWhatTheDatabaseHolds() {
    JdbcStores.authService(database.pool(), keys);

    assertThatThrownBy(
            () -> JdbcStores.authService(database.pool(), KeyRing.generate(new SecureRandom())))
        .isInstanceOf(UnopenableSecretException.class);
  }
}
