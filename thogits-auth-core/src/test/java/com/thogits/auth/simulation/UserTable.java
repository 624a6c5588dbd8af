package com.thogits.auth.simulation;

import com.thogits.auth.Email;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The accounts as they are. */
class UserTable implements UserStore {
  final Map<Ulid, User> byId = new LinkedHashMap<>();
  final Map<String, Ulid> idByEmail = new LinkedHashMap<>();

  @Override
  public boolean insert(User user) {
    if (byId.containsKey(user.id()) || idByEmail.containsKey(user.email().canonical())) {
      return false;
    }
    write(user);
    return true;
  }

  @Override
  public Optional<User> findById(Ulid id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public Optional<User> findByEmail(Email email) {
    return Optional.ofNullable(idByEmail.get(email.canonical())).map(byId::get);
  }

  @Override
  public boolean replace(User next) {
    User stored = byId.get(next.id());
    if (stored == null || stored.version() != next.version() - 1) {
      return false;
    }
    if (!stored.email().equals(next.email())) {
      throw new StoreException("No operation changes an e-mail address.");
    }
    write(next);
    return true;
  }

  @Override
  public boolean delete(User last) {
    User stored = byId.get(last.id());
    if (stored == null || stored.version() != last.version()) {
      return false;
    }
    byId.remove(stored.id());
    idByEmail.remove(stored.email().canonical());
    return true;
  }

  final void write(User user) {
    byId.put(user.id(), user);
    idByEmail.put(user.email().canonical(), user.id());
  }
}
