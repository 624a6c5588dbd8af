package com.thogits.auth.brokenstores;

import com.thogits.auth.contract.AuthServiceContract.Stores;
import com.thogits.auth.memory.MemoryAttemptStore;
import com.thogits.auth.memory.MemorySessionStore;
import com.thogits.auth.memory.MemoryUserStore;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A contract with the stores that must pass it and those that must fail it. */
// It holds functions that make stores.
@SuppressWarnings("ImmutableEnumChecker")
enum Contract {
  USERS(
      "UserStoreContract",
      Subjects.OnUserStore.class,
      List.of(MemoryUserStore::new, UserTable::new),
      BrokenStores.users()),
  SESSIONS(
      "SessionStoreContract",
      Subjects.OnSessionStore.class,
      List.of(MemorySessionStore::new, SessionTable::new),
      BrokenStores.sessions()),
  ATTEMPTS(
      "AttemptStoreContract",
      Subjects.OnAttemptStore.class,
      List.of(MemoryAttemptStore::new, AttemptTable::new),
      BrokenStores.attempts()),
  ALL(
      "AuthServiceContract",
      Subjects.OnAllStores.class,
      List.of(
          () ->
              new Stores(new MemoryUserStore(), new MemorySessionStore(), new MemoryAttemptStore()),
          () -> new Stores(new UserTable(), new SessionTable(), new AttemptTable())),
      BrokenStores.together());

  private final String contract;
  private final Class<?> subject;
  private final List<Supplier<?>> whole;
  private final List<? extends Defect<?>> defects;

  Contract(
      String contract,
      Class<?> subject,
      List<Supplier<?>> whole,
      Stream<? extends Defect<?>> defects) {
    this.contract = contract;
    this.subject = subject;
    this.whole = whole;
    this.defects = defects.toList();
  }

  CaughtBy caughtBy() {
    return new CaughtBy(contract);
  }

  Class<?> subject() {
    return subject;
  }

  List<Supplier<?>> whole() {
    return whole;
  }

  List<? extends Defect<?>> defects() {
    return defects;
  }
}
