package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * Compares what was acknowledged about an account with what the database holds and with what the
 * nodes let in.
 */
final class AccountCheck {
  private static final String USER =
      """
      SELECT coalesce(display_name, ''), totp_confirmed IS NOT NULL, totp_newest_step
      FROM thogits_user WHERE canonical_email = ?
      """;
  private static final String LIVE_SESSIONS =
      """
      SELECT count(*) FROM thogits_session AS session
      JOIN thogits_user AS account ON account.id = session.user_id
      WHERE session.token = ? AND account.canonical_email = ? AND session.standing = 'FULL'
        AND session.credential_epoch = account.credential_epoch
      """;

  private final AccountRecord known;
  private final List<String> problems = new ArrayList<>();

  private AccountCheck(AccountRecord known) {
    this.known = known;
  }

  /** What the database has lost. */
  static List<String> inDatabase(AccountRecord known, DatabaseReader database) throws SQLException {
    AccountCheck check = new AccountCheck(known);
    check.readUser(database.rows(USER, known.email()));
    for (String cookie : known.cookies()) {
      String token = cookie.substring(cookie.indexOf('=') + 1).replaceAll(";.*", "");
      byte[] hash = DatabaseReader.sha256(Base64.getUrlDecoder().decode(token.getBytes(US_ASCII)));
      if (database.number(LIVE_SESSIONS, hash, known.email()) != 1) {
        check.problem("a session is lost");
      }
    }
    return check.problems;
  }

  private void readUser(List<List<Object>> rows) {
    if (rows.isEmpty() && known.isRegistered()) {
      problem("the account is lost");
    }
    for (List<Object> row : rows) {
      if (!known.displayName().possible().contains(row.get(0))) {
        problem("the name is " + row.get(0) + ", not " + known.displayName().possible());
      }
      if (known.isTotpConfirmed() && !row.get(1).equals(true)) {
        problem("TOTP is lost");
      }
      if (((Number) row.get(2)).longValue() < known.newestAcceptedStep()) {
        problem("an accepted code is forgotten");
      }
    }
  }

  /** What fresh logins find wrong. */
  static List<String> byLogin(AccountRecord known, HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    AccountCheck check = new AccountCheck(known);
    if (known.isRegistered()) {
      check.logIn(http, baseUrl);
    }
    return check.problems;
  }

  private void logIn(HttpClient http, String baseUrl) throws IOException, InterruptedException {
    ApiClient client = new ApiClient(http, baseUrl);
    Answer answer = client.login(known.email(), known.password().acknowledged());
    if (answer.status() == 401 && known.password().possible().size() > 1) {
      answer = client.login(known.email(), known.password().possible().get(1));
    }
    if (answer.status() != 200) {
      problem("no login: " + answer.status());
    } else if (answer.json().path("needs_2fa").asBoolean()) {
      replay(client, http, baseUrl);
    } else if (known.isTotpConfirmed()) {
      problem("a login without a code");
    }
  }

  /** Shows every code again; one whose answer was lost may be accepted, but only once. */
  private void replay(ApiClient client, HttpClient http, String baseUrl)
      throws IOException, InterruptedException {
    AuthenticatorApp app = known.app().orElseThrow();
    for (long step : app.shownSteps()) {
      boolean accepted = verify(client, app.code(step));
      if (accepted && step <= known.newestAcceptedStep()) {
        problem("a code was accepted twice");
        return;
      }
      if (accepted) {
        known.codeAccepted(step);
        logIn(http, baseUrl);
        return;
      }
    }
  }

  private static boolean verify(ApiClient client, String code)
      throws IOException, InterruptedException {
    return client.send("POST", "/api/auth/2fa/totp/verify", Map.of("code", code)).status() == 200;
  }

  private void problem(String text) {
    problems.add(known.email() + ": " + text);
  }
}
