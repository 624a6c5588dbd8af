package com.thogits.auth.memory;

import com.thogits.auth.Email;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps accounts in memory until the process ends. Every call is one step under one lock. */
public final class MemoryUserStore implements UserStore {
  private final Map<Ulid, User> byId = new HashMap<>();
  private final Map<String, Ulid> idByEmail = new HashMap<>();

  /** A store without accounts. */
  public MemoryUserStore() {}

  @Override
  public synchronized boolean insert(User user) {
    if (byId.containsKey(user.id()) || idByEmail.containsKey(user.email().canonical())) {
      return false;
    }
    write(user);
    return true;
  }

  @Override
  public synchronized Optional<User> findById(Ulid id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized Optional<User> findByEmail(Email email) {
    return Optional.ofNullable(idByEmail.get(email.canonical())).map(byId::get);
  }

  @Override
  public synchronized boolean replace(User next) {
    User stored = byId.get(next.id());
    if (stored == null || stored.version() != next.version() - 1) {
      return false;
    }
    Ulid holder = idByEmail.get(next.email().canonical());
    if (holder != null && !holder.equals(next.id())) {
      throw new StoreException("Another account has this e-mail address.");
    }
    idByEmail.remove(stored.email().canonical());
    write(next);
    return true;
  }

  @Override
  public synchronized boolean delete(User last) {
    User stored = byId.get(last.id());
    if (stored == null || stored.version() != last.version()) {
      return false;
    }
    byId.remove(stored.id());
    idByEmail.remove(stored.email().canonical());
    return true;
  }

  private void write(User user) {
    byId.put(user.id(), user);
    idByEmail.put(user.email().canonical(), user.id());
  }
}
