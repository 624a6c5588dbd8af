package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;

/** An account, and what the server has acknowledged about it. */
final class TrackedAccount {
  private static final int RENAMES = 10;
  private static final String PASSWORD = "securepass123";

  private final String email;
  private final List<String> cookies = new ArrayList<>();
  private String attemptedName = "";
  private String acknowledgedName = "";

  TrackedAccount(String email) {
    this.email = email;
  }

  /**
   * Registers, edits the profile and logs in once more.
   *
   * @param acknowledged is told of each success
   * @throws IOException once the server is gone
   */
  void use(HttpClient http, String baseUrl, Runnable acknowledged)
      throws IOException, InterruptedException {
    ApiClient first = new ApiClient(http, baseUrl);
    requireSuccess(first.register(email, PASSWORD));
    cookies.add(first.cookie());
    acknowledged.run();
    for (int i = 1; i <= RENAMES; i++) {
      attemptedName = "Name " + i;
      requireSuccess(first.rename(attemptedName));
      acknowledgedName = attemptedName;
      acknowledged.run();
    }
    ApiClient second = new ApiClient(http, baseUrl);
    requireSuccess(second.login(email, PASSWORD));
    cookies.add(second.cookie());
    acknowledged.run();
  }

  /** Asks for everything that was acknowledged; what was on its way may have happened or not. */
  void addLossesTo(List<String> lost, HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    for (int i = 0; i < cookies.size(); i++) {
      Answer answer = new ApiClient(http, baseUrl, cookies.get(i)).get("/api/auth/me");
      if (answer.status() != 200) {
        lost.add("session " + (i + 1) + " of " + email + ": " + answer.status());
        continue;
      }
      JsonNode user = answer.json();
      assertThat(user.path("email").asText()).isEqualTo(email);
      String name = user.path("display_name").asText("");
      if (!name.equals(acknowledgedName) && !name.equals(attemptedName)) {
        lost.add("display name of " + email + ": " + name + ", not " + acknowledgedName);
      }
    }
  }

  private static void requireSuccess(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
  }
}
