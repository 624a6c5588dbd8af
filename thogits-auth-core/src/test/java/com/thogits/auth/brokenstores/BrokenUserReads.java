package com.thogits.auth.brokenstores;

import com.thogits.auth.Email;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.text.Collator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stores of accounts that find the wrong one, or not what was written. */
final class BrokenUserReads {
  private BrokenUserReads() {}

  static Stream<Defect<UserStore>> all() {
    return Stream.of(byId(), byEmail(), values()).flatMap(defects -> defects);
  }

  private static Stream<Defect<UserStore>> byId() {
    return Stream.of(
        new Defect<>(
            "findById remembers what it found",
            () ->
                new UserTable() {
                  private final Map<Ulid, User> found = new HashMap<>();

                  @Override
                  public synchronized Optional<User> findById(Ulid id) {
                    super.findById(id).ifPresent(user -> found.putIfAbsent(id, user));
                    return Optional.ofNullable(found.get(id));
                  }
                }),
        new Defect<>(
            "findById reads a copy that is one write behind",
            () ->
                new UserTable() {
                  private final Map<Ulid, User> copy = new HashMap<>();
                  private Optional<User> late = Optional.empty();

                  @Override
                  void put(User user) {
                    super.put(user);
                    late.ifPresent(before -> copy.put(before.id(), before));
                    late = Optional.of(user);
                  }

                  @Override
                  public synchronized Optional<User> findById(Ulid id) {
                    return rows.containsKey(id)
                        ? Optional.ofNullable(copy.get(id))
                        : Optional.empty();
                  }
                }),
        new Defect<>("ids kept by their first half", () -> idsCutTo(-1, 0)),
        new Defect<>("ids kept by their second half", () -> idsCutTo(0, -1)));
  }

  private static UserTable idsCutTo(long high, long low) {
    return new UserTable() {
      @Override
      public synchronized boolean insert(User user) {
        return rows.keySet().stream().noneMatch(id -> cut(id).equals(cut(user.id())))
            && super.insert(user);
      }

      private Ulid cut(Ulid id) {
        return new Ulid(id.mostSignificantBits() & high, id.leastSignificantBits() & low);
      }
    };
  }

  private static Stream<Defect<UserStore>> byEmail() {
    return Stream.of(
        new Defect<>(
            "findByEmail throws where there is nothing",
            () ->
                new UserTable() {
                  @Override
                  public synchronized Optional<User> findByEmail(Email email) {
                    return Optional.of(super.findByEmail(email).orElseThrow());
                  }
                }),
        new Defect<>(
            "findByEmail remembers what it found",
            () ->
                new UserTable() {
                  private final Map<String, User> found = new HashMap<>();

                  @Override
                  public synchronized Optional<User> findByEmail(Email email) {
                    super.findByEmail(email)
                        .ifPresent(user -> found.putIfAbsent(email.canonical(), user));
                    return Optional.ofNullable(found.get(email.canonical()));
                  }
                }),
        new Defect<>(
            "findByEmail looks for the address as typed",
            () ->
                new UserTable() {
                  @Override
                  public synchronized Optional<User> findByEmail(Email email) {
                    return super.findByEmail(email)
                        .filter(user -> user.email().address().equals(email.address()));
                  }
                }),
        new Defect<>(
            "e-mails kept in lower case as the JVM's locale has it",
            () ->
                new UserTable() {
                  private final Map<Ulid, String> keys = new HashMap<>();

                  @Override
                  void put(User user) {
                    super.put(user);
                    keys.put(user.id(), key(user.email()));
                  }

                  @Override
                  Optional<User> holder(Email email) {
                    return rows.values().stream()
                        .filter(row -> key(email).equals(keys.get(row.id())))
                        .findFirst();
                  }

                  private String key(Email email) {
                    return email.address().toLowerCase(Locale.getDefault());
                  }
                }),
        new Defect<>(
            "e-mails compared without accents",
            () ->
                new UserTable() {
                  @Override
                  boolean isSame(Email one, Email other) {
                    Collator collator = Collator.getInstance(Locale.ROOT);
                    collator.setStrength(Collator.PRIMARY);
                    return collator.compare(one.canonical(), other.canonical()) == 0;
                  }
                }),
        new Defect<>(
            "e-mails compared by their first 100 characters",
            () ->
                new UserTable() {
                  @Override
                  boolean isSame(Email one, Email other) {
                    return cut(one).equals(cut(other));
                  }

                  private String cut(Email email) {
                    String text = email.canonical();
                    return text.substring(0, Math.min(100, text.length()));
                  }
                }),
        new Defect<>(
            "findByEmail takes the e-mail for a pattern",
            () ->
                new UserTable() {
                  @Override
                  public synchronized Optional<User> findByEmail(Email email) {
                    String pattern =
                        Pattern.quote(email.canonical())
                            .replace("%", "\\E.*\\Q")
                            .replace("_", "\\E.\\Q");
                    return rows.values().stream()
                        .filter(row -> row.email().canonical().matches(pattern))
                        .findFirst();
                  }
                }),
        new Defect<>(
            "e-mails given back in lower case",
            () ->
                new UserTable() {
                  @Override
                  User answered(User row) {
                    Email email = Email.parse(row.email().canonical()).orElse(row.email());
                    return Components.changed(row, value -> value instanceof Email ? email : value);
                  }
                }));
  }

  private static Stream<Defect<UserStore>> values() {
    return Stream.of(
            ValueDefect.TIMES_IN_THE_ZONE_OF_THE_JVM,
            ValueDefect.TIMES_CUT_TO_SECONDS,
            ValueDefect.TIMES_IN_32_BITS,
            ValueDefect.NUMBERS_IN_32_BITS,
            ValueDefect.TEXTS_OF_THE_BASIC_PLANE_ALONE,
            ValueDefect.TEXTS_CUT_TO_100_UNITS,
            ValueDefect.TEXTS_STRIPPED,
            ValueDefect.TEXTS_NORMALISED,
            ValueDefect.EMPTY_TEXTS_AS_NULL,
            ValueDefect.LISTS_WITHOUT_ORDER,
            ValueDefect.LISTS_AS_TEXT_WITH_COMMAS)
        .map(
            defect ->
                new Defect<>(
                    defect.toString(),
                    () ->
                        new UserTable() {
                          @Override
                          User written(User user) {
                            return defect.written(user);
                          }

                          @Override
                          User answered(User row) {
                            return defect.read(row);
                          }
                        }));
  }
}
