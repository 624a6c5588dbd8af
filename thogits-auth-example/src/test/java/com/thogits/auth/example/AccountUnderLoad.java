package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * An account that is used over all nodes until one of them or the database is gone. Whatever can
 * have only one winner is tried on all nodes at once.
 */
final class AccountUnderLoad {
  private static final String PASSWORD = "horse-battery-9";
  private static final String REPLACEMENT = "new-horse-battery-9";
  private static final int RENAMES = 3;

  private final HttpClient http;
  private final List<String> baseUrls;
  private final AccountRecord known;
  private final Runnable acknowledged;
  private int turn;

  /**
   * Nothing is done yet.
   *
   * @param known where all that is acknowledged is kept
   * @param acknowledged is told of each success
   */
  AccountUnderLoad(
      HttpClient http, List<String> baseUrls, AccountRecord known, Runnable acknowledged) {
    this.http = http;
    this.baseUrls = baseUrls;
    this.known = known;
    this.acknowledged = acknowledged;
  }

  /** Registers, edits the profile, changes the password, sets TOTP up and logs in with a code. */
  void use() throws NotAcknowledgedException, InterruptedException {
    ApiClient owner = register();
    for (int i = 1; i <= RENAMES; i++) {
      rename(owner, "Name " + i);
    }
    changePassword(owner);
    AuthenticatorApp app = confirmTotp(owner);
    logInWithCode(app);
    rename(owner, "Name after all");
  }

  private ApiClient register() throws NotAcknowledgedException, InterruptedException {
    List<ApiClient> rivals = everywhere();
    ApiClient winner =
        onlyWinner(rivals, rival -> rival.register(known.email(), PASSWORD), "email_taken");
    known.registered(PASSWORD);
    known.sessionBegun(winner.cookie());
    acknowledged.run();
    return winner;
  }

  private void rename(ApiClient owner, String name)
      throws NotAcknowledgedException, InterruptedException {
    known.displayName().attempt(name);
    require(owner, api -> api.rename(name));
    known.displayName().acknowledge();
    acknowledged.run();
  }

  private void changePassword(ApiClient owner)
      throws NotAcknowledgedException, InterruptedException {
    known.password().attempt(REPLACEMENT);
    known.credentialsChanging();
    require(
        owner,
        api ->
            api.send(
                "POST",
                "/api/auth/password",
                Map.of("current_password", PASSWORD, "new_password", REPLACEMENT)));
    known.password().acknowledge();
    known.credentialsChanged(owner.cookie());
    acknowledged.run();
  }

  private AuthenticatorApp confirmTotp(ApiClient owner)
      throws NotAcknowledgedException, InterruptedException {
    AuthenticatorApp app =
        new AuthenticatorApp(
            require(owner, api -> api.send("POST", "/api/auth/2fa/totp/setup"), "secret"),
            Clock.systemUTC());
    known.totpAttempted(app);
    known.credentialsChanging();
    require(owner, api -> api.withCode("/api/auth/2fa/totp/confirm", app));
    known.totpConfirmed();
    known.codeAccepted(app.newestShownStep());
    known.credentialsChanged(owner.cookie());
    acknowledged.run();
    return app;
  }

  private void logInWithCode(AuthenticatorApp app)
      throws NotAcknowledgedException, InterruptedException {
    List<ApiClient> rivals = everywhere();
    for (ApiClient rival : rivals) {
      require(rival, api -> api.login(known.email(), known.password().acknowledged()));
    }
    String code = app.lastingCode();
    ApiClient winner =
        onlyWinner(
            rivals,
            rival -> rival.send("POST", "/api/auth/2fa/totp/verify", Map.of("code", code)),
            "invalid_code");
    known.codeAccepted(app.newestShownStep());
    known.sessionBegun(winner.cookie());
    acknowledged.run();
  }

  private List<ApiClient> everywhere() {
    return baseUrls.stream().map(baseUrl -> new ApiClient(http, baseUrl)).toList();
  }

  /** Lets all try at once; fails if two succeed, or if one is refused for another reason. */
  private static ApiClient onlyWinner(List<ApiClient> rivals, Request request, String refusal)
      throws NotAcknowledgedException, InterruptedException {
    List<Callable<Answer>> tries = new ArrayList<>();
    rivals.forEach(rival -> tries.add(() -> request.by(rival)));
    List<ApiClient> winners = new ArrayList<>();
    List<NotAcknowledgedException> unknown = new ArrayList<>();
    List<Future<Answer>> started = AtOnce.start(tries);
    for (int i = 0; i < rivals.size(); i++) {
      try {
        Answer answer = answer(started.get(i));
        if (answer.status() == 200) {
          winners.add(rivals.get(i));
        } else {
          assertThat(answer.response().body()).contains("\"" + refusal + "\"");
        }
      } catch (NotAcknowledgedException e) {
        unknown.add(e);
      }
    }
    assertThat(winners).as("winners of %d rivals", rivals.size()).hasSizeLessThan(2);
    if (winners.isEmpty()) {
      assertThat(unknown).as("rivals without an answer, where nobody won").isNotEmpty();
      throw unknown.get(0);
    }
    return winners.get(0);
  }

  private static Answer answer(Future<Answer> request)
      throws NotAcknowledgedException, InterruptedException {
    try {
      return acknowledgement(request.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException) {
        throw new NotAcknowledgedException(e.getCause());
      }
      throw new AssertionError(e);
    }
  }

  private String require(ApiClient client, Request request, String field)
      throws NotAcknowledgedException, InterruptedException {
    try {
      return require(client, request).json().path(field).asText();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Sends it to the next node. */
  private Answer require(ApiClient client, Request request)
      throws NotAcknowledgedException, InterruptedException {
    turn = (turn + 1) % baseUrls.size();
    try {
      Answer answer = acknowledgement(request.by(client.at(baseUrls.get(turn))));
      assertThat(answer.status()).as(answer.response().body()).isEqualTo(200);
      return answer;
    } catch (IOException e) {
      throw new NotAcknowledgedException(e);
    }
  }

  private static Answer acknowledgement(Answer answer) throws NotAcknowledgedException {
    if (answer.status() >= 500) {
      throw new NotAcknowledgedException(answer.response().body());
    }
    return answer;
  }

  private interface Request {
    Answer by(ApiClient client) throws IOException, InterruptedException;
  }
}
