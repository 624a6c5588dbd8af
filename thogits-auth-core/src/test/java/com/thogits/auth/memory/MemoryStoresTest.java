package com.thogits.auth.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthService;
import com.thogits.auth.Client;
import com.thogits.auth.SignedIn;
import org.junit.jupiter.api.Test;

class MemoryStoresTest {
  @Test
  void everyServiceHasStoresOfItsOwn() {
    AuthService one = MemoryStores.authService().build();
    AuthService other = MemoryStores.authService().build();
    SignedIn signedIn = one.register("user@example.com", "securepass123", Client.at("192.0.2.1"));

    assertThat(one.me(signedIn.token()).email()).isEqualTo("user@example.com");
    assertThat(one.setupTotp(signedIn.token()).secret()).hasSize(32);
    assertThat(other.isSignedIn(signedIn.token())).isFalse();
  }
}
