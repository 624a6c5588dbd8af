package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static com.thogits.auth.example.StartException.wrongUsage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.thogits.auth.AuthOperator;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import com.thogits.auth.UserInfo;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.example.AdminCommand.Request;
import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.jdbc.JdbcKeyCheck;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.sql.DataSource;

/** Does what the operator asks, and says in one line of JSON what was done. */
final class Admin {
  private static final int DONE = 0;
  private static final int NO_SUCH_ACCOUNT = 3;
  private static final int LINES_LEFT_OUT = 4;

  private final AuthOperator operator;
  private final DataSource database;
  private final PrintStream out;
  private final PrintStream errors;

  private Admin(AuthOperator operator, DataSource database, PrintStream out, PrintStream errors) {
    this.operator = operator;
    this.database = database;
    this.out = out;
    this.errors = errors;
  }

  /** Does what the command line says, and answers the exit code. */
  static int run(CommandLine line, Map<String, String> environment) throws StartException {
    Request request = AdminCommand.parse(line);
    Storage storage = Storage.parse(line, environment);
    boolean imports = request.command() == AdminCommand.IMPORT;
    if (!imports) {
      requireDatabase(storage);
    }
    SecureRandom random = new SecureRandom();
    try (Accounts accounts = Accounts.open(storage)) {
      // Only an import seals anything; a lost key must not keep the operator from turning TOTP off.
      KeyRing keys =
          imports
              ? SealingKeys.open(storage.keyFile(), accounts.database(), random)
              : KeyRing.generate(random);
      AuthOperator operator = accounts.serving(keys).random(random).buildOperator();
      return new Admin(operator, accounts.database(), System.out, System.err).perform(request);
    } catch (StoreException e) {
      throw cannotStart("the database failed: " + e.getMessage());
    }
  }

  /** A mistyped folder must not become an empty database. */
  private static void requireDatabase(Storage storage) throws StartException {
    if (storage.database() instanceof DataFolder data && !H2File.isIn(data.folder())) {
      throw cannotStart("there is no database in " + data.folder());
    }
  }

  private int perform(Request request) throws StartException {
    return switch (request.command()) {
      case FIND -> find(request);
      case END_SESSIONS -> change(request, AuthOperator::endSessions);
      case TOTP_OFF -> change(request, AuthOperator::disableTotp);
      case CLEAR_ATTEMPTS -> change(request, AuthOperator::clearAttempts);
      case REQUIRE_NEW_PASSWORD -> change(request, AuthOperator::requireNewPassword);
      case DELETE -> change(request, AuthOperator::deleteAccount);
      case END_ALL_SESSIONS -> endAllSessions(request);
      case FORGET_KEY -> forgetKey(request);
      case IMPORT -> importAccounts(request);
    };
  }

  private int find(Request request) {
    Optional<UserInfo> found = operator.find(request.argument());
    if (found.isEmpty()) {
      return noSuchAccount();
    }
    UserInfo user = found.get();
    ObjectNode line = JsonLine.create();
    line.put("user_id", user.userId().toString());
    line.put("email", user.email());
    line.put("display_name", user.displayName().orElse(null));
    line.put("created_at", user.createdAt().toString());
    user.oauthProviders().forEach(line.putArray("oauth_providers")::add);
    line.put("has_password", user.hasPassword());
    line.put("has_totp", user.hasTotp());
    return say(line, DONE);
  }

  private int change(Request request, BiPredicate<AuthOperator, Ulid> change) {
    Optional<UserInfo> found = operator.find(request.argument());
    if (found.isEmpty() || !change.test(operator, found.get().userId())) {
      return noSuchAccount();
    }
    ObjectNode line = done(request);
    line.put("user_id", found.get().userId().toString());
    line.put("email", found.get().email());
    return say(line, DONE);
  }

  private int endAllSessions(Request request) {
    ObjectNode line = done(request);
    line.put("sessions", operator.endAllSessions());
    return say(line, DONE);
  }

  private int forgetKey(Request request) throws StartException {
    try {
      JdbcKeyCheck.forget(database, Integer.parseInt(request.argument()));
    } catch (IllegalArgumentException e) {
      throw wrongUsage("ID must be the id of a key");
    } catch (IllegalStateException e) {
      throw cannotStart("the key is still needed: " + e.getMessage());
    }
    return say(done(request), DONE);
  }

  private int importAccounts(Request request) throws StartException {
    AccountImport.Counts counts =
        new AccountImport(operator, errors).read(Path.of(request.argument()));
    ObjectNode line = done(request);
    line.put("imported", counts.imported());
    line.put("left_out", counts.leftOut());
    return say(line, counts.leftOut() == 0 ? DONE : LINES_LEFT_OUT);
  }

  private static ObjectNode done(Request request) {
    return JsonLine.create().put("done", request.command().word());
  }

  private int say(ObjectNode line, int exitCode) {
    out.println(JsonLine.text(line));
    return exitCode;
  }

  private int noSuchAccount() {
    errors.println("thogits-auth-example: there is no such account");
    return NO_SUCH_ACCOUNT;
  }
}
