package org.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.AuthException;
import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SignedIn;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.password.Argon2id;
import com.thogits.auth.password.Password;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ShopTest {
  private static final Client CLIENT = Client.at("192.0.2.1");

  private final SecureRandom random = new SecureRandom();
  private final KeyRing keys = KeyRing.generate(random);
  private final ShopDatabase database = new ShopDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void isAModule() {
    assertThat(Shop.class.getModule().getName()).isEqualTo("org.example.shop");
    assertThat(AuthService.class.getModule().getName()).isEqualTo("com.thogits.auth");
  }

  @Test
  void whoWasACustomerBeforeSignsInWithTheOldPassword() throws Exception {
    String hash = new Argon2id(random).hash(Password.of("an old password"));
    database.execute(
        "INSERT INTO customers (mail, full_name, password, since, newsletter) VALUES ("
            + "'Ann@example.com', 'Ann', '"
            + hash
            + "', TIMESTAMP '2019-05-01 10:00:00', TRUE)");

    AuthService auth = Shop.signIn(database.pool, keys);

    SignedIn ann = (SignedIn) auth.login("ann@example.com", "an old password", CLIENT);
    assertThat(ann.user().displayName()).contains("Ann");
    assertThat(ann.user().email()).isEqualTo("Ann@example.com");
    assertThatThrownBy(() -> auth.register("ANN@example.com", "another password", CLIENT))
        .isInstanceOf(AuthException.class);
  }

  @Test
  void aSecondStartFindsEverythingInItsPlace() throws Exception {
    SignedIn bob =
        Shop.signIn(database.pool, keys).register("bob@example.com", "securepass123", CLIENT);

    AuthService next = Shop.signIn(database.pool, keys);

    assertThat(next.me(bob.token()).userId()).isEqualTo(bob.user().userId());
  }
}
