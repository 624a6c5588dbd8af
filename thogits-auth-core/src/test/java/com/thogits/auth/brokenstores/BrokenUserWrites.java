package com.thogits.auth.brokenstores;

import com.thogits.auth.Email;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.util.Optional;
import java.util.stream.Stream;

/** Stores of accounts whose writes are wrong. */
// Steps that exclude nobody are the defect.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class BrokenUserWrites {
  private BrokenUserWrites() {}

  static Stream<Defect<UserStore>> all() {
    return Stream.of(insert(), replace(), delete()).flatMap(defects -> defects);
  }

  private static Stream<Defect<UserStore>> insert() {
    return Stream.of(
        new Defect<>(
            "insert overwrites the account of that id",
            () ->
                new UserTable() {
                  @Override
                  boolean isTaken(User user) {
                    return holder(user.email()).isPresent();
                  }
                }),
        new Defect<>(
            "insert lets two accounts have one e-mail",
            () ->
                new UserTable() {
                  @Override
                  boolean isTaken(User user) {
                    return rows.containsKey(user.id());
                  }
                }),
        new Defect<>(
            "insert takes the place of the account of that e-mail",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean insert(User user) {
                    holder(user.email()).map(User::id).ifPresent(rows::remove);
                    return super.insert(user);
                  }
                }),
        new Defect<>(
            "insert looks for the address as typed",
            () ->
                new UserTable() {
                  @Override
                  boolean isTaken(User user) {
                    return rows.containsKey(user.id())
                        || rows.values().stream()
                            .anyMatch(row -> row.email().address().equals(user.email().address()));
                  }
                }),
        new Defect<>(
            "insert checks in one step and writes in another",
            () ->
                new UserTable() {
                  @Override
                  public boolean insert(User user) {
                    if (isTaken(user)) {
                      return false;
                    }
                    gap.pass();
                    put(user);
                    return true;
                  }
                }),
        new Defect<>(
            "insert answers true though nothing was written",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean insert(User user) {
                    super.insert(user);
                    return true;
                  }
                }),
        new Defect<>(
            "insert throws where it should answer false",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean insert(User user) {
                    if (!super.insert(user)) {
                      throw new StoreException("That account is there already.");
                    }
                    return true;
                  }
                }));
  }

  private static Stream<Defect<UserStore>> replace() {
    return Stream.of(
        new Defect<>(
            "replace compares nothing",
            () ->
                new UserTable() {
                  @Override
                  public boolean replace(User next) {
                    boolean there = rows.containsKey(next.id());
                    if (there) {
                      requireNoOtherHolder(next);
                      gap.pass();
                      put(next);
                    }
                    return there;
                  }
                }),
        new Defect<>(
            "replace takes any later version",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean replace(User next) {
                    User row = rows.get(next.id());
                    return row != null
                        && row.version() < next.version()
                        && rows.replace(next.id(), row, next);
                  }
                }),
        new Defect<>(
            "replace compares the version after instead of the one before",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean replace(User next) {
                    if (!isVersion(next.id(), next.version())) {
                      return false;
                    }
                    put(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace compares in one step and writes in another",
            () ->
                new UserTable() {
                  @Override
                  public boolean replace(User next) {
                    if (!isVersion(next.id(), next.version() - 1)) {
                      return false;
                    }
                    requireNoOtherHolder(next);
                    gap.pass();
                    put(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace answers true though nothing was written",
            () ->
                new UserTable() {
                  @Override
                  public boolean replace(User next) {
                    gap.pass();
                    super.replace(next);
                    return true;
                  }
                }),
        new Defect<>(
            "replace adds an account that is not there",
            () ->
                new UserTable() {
                  @Override
                  boolean isVersion(Ulid id, long version) {
                    return !rows.containsKey(id) || super.isVersion(id, version);
                  }

                  @Override
                  public synchronized boolean delete(User last) {
                    return rows.containsKey(last.id()) && super.delete(last);
                  }
                }),
        new Defect<>(
            "replace moves an account to the e-mail of another",
            () ->
                new UserTable() {
                  @Override
                  void requireNoOtherHolder(User user) {}
                }),
        new Defect<>(
            "replace checks the e-mail in one step and writes in another",
            () ->
                new UserTable() {
                  @Override
                  public boolean replace(User next) {
                    requireNoOtherHolder(next);
                    gap.pass();
                    synchronized (this) {
                      boolean current = isVersion(next.id(), next.version() - 1);
                      if (current) {
                        put(next);
                      }
                      return current;
                    }
                  }
                }),
        new Defect<>(
            "replace answers false for the e-mail of another",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean replace(User next) {
                    try {
                      return super.replace(next);
                    } catch (StoreException taken) {
                      return false;
                    }
                  }
                }),
        new Defect<>(
            "replace keeps the old e-mail taken",
            () ->
                new UserTable() {
                  private final UserTable before = new UserTable();

                  @Override
                  public synchronized boolean insert(User user) {
                    return before.insert(user) && super.insert(user);
                  }

                  @Override
                  public synchronized boolean delete(User last) {
                    before.rows.remove(last.id());
                    return super.delete(last);
                  }
                }),
        new Defect<>(
            "replace writes no null",
            () ->
                new UserTable() {
                  @Override
                  User written(User user) {
                    User row = rows.get(user.id());
                    return row == null ? user : Components.withoutNulls(row, user);
                  }
                }));
  }

  private static Stream<Defect<UserStore>> delete() {
    return Stream.of(
        new Defect<>(
            "delete compares nothing",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean delete(User last) {
                    return rows.remove(last.id()) != null;
                  }
                }),
        new Defect<>(
            "delete compares in one step and removes in another",
            () ->
                new UserTable() {
                  @Override
                  public boolean delete(User last) {
                    if (!isVersion(last.id(), last.version())) {
                      return false;
                    }
                    gap.pass();
                    rows.remove(last.id());
                    return true;
                  }
                }),
        new Defect<>(
            "delete and replace exclude only their own kind",
            () ->
                new UserTable() {
                  private final Object deletions = new Object();

                  @Override
                  public synchronized boolean replace(User next) {
                    if (!isVersion(next.id(), next.version() - 1)) {
                      return false;
                    }
                    requireNoOtherHolder(next);
                    gap.pass();
                    put(next);
                    return true;
                  }

                  @Override
                  public boolean delete(User last) {
                    synchronized (deletions) {
                      if (!isVersion(last.id(), last.version())) {
                        return false;
                      }
                      gap.pass();
                      return rows.remove(last.id()) != null;
                    }
                  }
                }),
        new Defect<>(
            "delete answers true always",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean delete(User last) {
                    super.delete(last);
                    return true;
                  }
                }),
        new Defect<>(
            "delete removes nothing",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean delete(User last) {
                    return isVersion(last.id(), last.version());
                  }
                }),
        new Defect<>(
            "delete keeps the e-mail taken",
            () ->
                new UserTable() {
                  private final UserTable deleted = new UserTable();

                  @Override
                  public synchronized boolean delete(User last) {
                    return super.delete(last) && deleted.insert(last);
                  }

                  @Override
                  public synchronized boolean insert(User user) {
                    return deleted.findByEmail(user.email()).isEmpty() && super.insert(user);
                  }
                }),
        new Defect<>(
            "delete hides the account from findByEmail alone",
            () ->
                new UserTable() {
                  private final UserTable deleted = new UserTable();

                  @Override
                  public synchronized boolean delete(User last) {
                    return deleted.insert(last) && super.delete(last);
                  }

                  @Override
                  public synchronized Optional<User> findById(Ulid id) {
                    return super.findById(id).or(() -> deleted.findById(id));
                  }
                }),
        new Defect<>(
            "delete removes all accounts of the domain",
            () ->
                new UserTable() {
                  @Override
                  public synchronized boolean delete(User last) {
                    boolean deleted = super.delete(last);
                    if (deleted) {
                      rows.values().removeIf(row -> domain(row).equals(domain(last)));
                    }
                    return deleted;
                  }

                  private String domain(User user) {
                    Email email = user.email();
                    return email.canonical().substring(email.canonical().lastIndexOf('@'));
                  }
                }));
  }
}
