package com.thogits.auth.brokenstores;

import com.thogits.auth.contract.AuthServiceContract.Stores;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Stores whose defect shows in what an application does with them. */
final class BrokenServiceStores {
  private BrokenServiceStores() {}

  static Stream<Defect<Stores>> all() {
    return Stream.of(users(), sessions(), attempts()).flatMap(defects -> defects);
  }

  private static Stream<Defect<Stores>> users() {
    List<String> names =
        List.of(
            "insert lets two accounts have one e-mail",
            "insert looks for the address as typed",
            "insert checks in one step and writes in another",
            "insert answers true though nothing was written",
            "replace compares nothing",
            "replace compares in one step and writes in another",
            "replace answers true though nothing was written",
            "replace forgets passwordHash",
            "replace forgets displayName",
            "replace forgets credentialEpoch",
            "replace forgets totp.confirmed",
            "replace forgets totp.pending",
            "replace forgets totp.newestUsedStep",
            "replace forgets totp.recoveryCodes",
            "findById remembers what it found",
            "findByEmail remembers what it found",
            "findByEmail looks for the address as typed");
    return named(names, BrokenStores.users())
        .map(
            defect ->
                new Defect<>(
                    "users: " + defect.name(),
                    () ->
                        new Stores(
                            defect.store().get(),
                            new MemorySessionStore(),
                            new MemoryAttemptStore())));
  }

  private static Stream<Defect<Stores>> sessions() {
    List<String> names =
        List.of(
            "replace looks in one step and writes in another",
            "replace keeps the old token alive",
            "replace forgets standing",
            "replace forgets credentialEpoch",
            "delete removes nothing",
            "find remembers what it found",
            "findWithUser answers the epoch of the user for that of the session",
            "findWithUser remembers the user");
    return named(names, BrokenStores.sessions())
        .map(
            defect ->
                new Defect<>(
                    "sessions: " + defect.name(),
                    () ->
                        new Stores(
                            new MemoryUserStore(),
                            defect.store().get(),
                            new MemoryAttemptStore())));
  }

  private static Stream<Defect<Stores>> attempts() {
    List<String> names =
        List.of(
            "insert overwrites",
            "insert checks in one step and writes in another",
            "replace compares nothing",
            "replace compares in one step and writes in another",
            "replace notes nothing",
            "find remembers what it found");
    return named(names, BrokenStores.attempts())
        .map(
            defect ->
                new Defect<>(
                    "attempts: " + defect.name(),
                    () ->
                        new Stores(
                            new MemoryUserStore(),
                            new MemorySessionStore(),
                            defect.store().get())));
  }

  private static <S> Stream<Defect<S>> named(List<String> names, Stream<Defect<S>> defects) {
    Map<String, Defect<S>> byName =
        defects.collect(Collectors.toMap(Defect::name, Function.identity()));
    return names.stream().map(name -> Objects.requireNonNull(byName.get(name), name));
  }
}
