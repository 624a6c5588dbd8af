package com.thogits.auth.brokenstores;

import com.thogits.auth.Session;
import com.thogits.auth.SessionStore;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Stores whose replace leaves one component as it was: each component there is. */
final class ForgottenComponents {
  private ForgottenComponents() {}

  static Stream<Defect<UserStore>> ofUsers() {
    return Stream.concat(
        Components.names(User.class).stream()
            .filter(name -> !name.equals("id"))
            .map(name -> user(name, (row, next) -> Components.forgetting(name, row, next))),
        Components.names(TotpEnrolment.class).stream()
            .map(name -> user("totp." + name, (row, next) -> forgettingTotp(name, row, next))));
  }

  private static User forgettingTotp(String name, User row, User next) {
    return Components.with(next, "totp", Components.forgetting(name, row.totp(), next.totp()));
  }

  private static Defect<UserStore> user(String name, BinaryOperator<User> forget) {
    return new Defect<>(
        "replace forgets " + name,
        () ->
            new UserTable() {
              @Override
              User written(User user) {
                User row = rows.get(user.id());
                return row == null ? user : forget.apply(row, user);
              }
            });
  }

  static Stream<Defect<SessionStore>> ofSessions() {
    return Components.names(Session.class).stream()
        .map(
            name ->
                new Defect<>(
                    "replace forgets " + name,
                    () ->
                        new SessionTable() {
                          @Override
                          public synchronized boolean replace(TokenHash old, Session next) {
                            Session row = rows.get(old);
                            return super.replace(
                                old, row == null ? next : Components.forgetting(name, row, next));
                          }
                        }));
  }
}
