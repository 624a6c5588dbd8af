package com.thogits.auth.brokenstores;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.AttemptStoreContract;
import com.thogits.auth.contract.AuthServiceContract;
import com.thogits.auth.contract.AuthServiceContract.Stores;
import com.thogits.auth.contract.SessionStoreContract;
import com.thogits.auth.contract.UserStoreContract;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Each contract on whatever store it is given for the next run. */
final class Subjects {
  private static final AtomicReference<Supplier<?>> STORE = new AtomicReference<>();

  private Subjects() {}

  static void use(Supplier<?> store) {
    STORE.set(store);
  }

  private static Object store() {
    return Objects.requireNonNull(STORE.get()).get();
  }

  static class OnUserStore extends UserStoreContract {
    @Override
    protected UserStore emptyStore() {
      return (UserStore) store();
    }
  }

  static class OnSessionStore extends SessionStoreContract {
    @Override
    protected SessionStore emptyStore() {
      return (SessionStore) store();
    }
  }

  static class OnAttemptStore extends AttemptStoreContract {
    @Override
    protected AttemptStore emptyStore() {
      return (AttemptStore) store();
    }
  }

  static class OnAllStores extends AuthServiceContract {
    @Override
    protected Stores emptyStores() {
      return (Stores) store();
    }
  }
}
