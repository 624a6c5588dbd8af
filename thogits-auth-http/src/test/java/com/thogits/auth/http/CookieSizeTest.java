package com.thogits.auth.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Browsers drop cookies over 4,096 bytes (ASVS 3.3.5). */
class CookieSizeTest {
  @AutoClose private final TestServer server = new TestServer();

  @Test
  void everyCookieIsShort() {
    String longest = "a".repeat(64) + "@" + "b".repeat(63) + "." + "c".repeat(63) + ".example";
    TestReply registered =
        server.client().post("/register", TestServer.credentials(longest, "securepass123"));
    assertThat(registered.expect(200).headers().allValues("Set-Cookie"))
        .isNotEmpty()
        .allMatch(line -> line.length() < 1000);
  }
}
