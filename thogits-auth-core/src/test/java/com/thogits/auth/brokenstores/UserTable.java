package com.thogits.auth.brokenstores;

import com.thogits.auth.Email;
import com.thogits.auth.StoreException;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.UserStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store without a defect, in steps that a subclass can leave out, change or take apart. */
class UserTable implements UserStore {
  final Map<Ulid, User> rows = new ConcurrentHashMap<>();
  final Gap gap = new Gap();

  @Override
  public synchronized boolean insert(User user) {
    if (isTaken(user)) {
      return false;
    }
    put(user);
    return true;
  }

  @Override
  public synchronized Optional<User> findById(Ulid id) {
    return Optional.ofNullable(rows.get(id)).map(this::answered);
  }

  @Override
  public synchronized Optional<User> findByEmail(Email email) {
    return holder(email).map(this::answered);
  }

  @Override
  public synchronized boolean replace(User next) {
    if (!isVersion(next.id(), next.version() - 1)) {
      return false;
    }
    requireNoOtherHolder(next);
    put(next);
    return true;
  }

  @Override
  public synchronized boolean delete(User last) {
    return isVersion(last.id(), last.version()) && rows.remove(last.id()) != null;
  }

  boolean isTaken(User user) {
    return rows.containsKey(user.id()) || holder(user.email()).isPresent();
  }

  Optional<User> holder(Email email) {
    return rows.values().stream().filter(row -> isSame(row.email(), email)).findFirst();
  }

  boolean isSame(Email one, Email other) {
    return one.canonical().equals(other.canonical());
  }

  boolean isVersion(Ulid id, long version) {
    User row = rows.get(id);
    return row != null && row.version() == version;
  }

  void requireNoOtherHolder(User user) {
    if (holder(user.email()).filter(holder -> !holder.id().equals(user.id())).isPresent()) {
      throw new StoreException("Another account has this e-mail address.");
    }
  }

  void put(User user) {
    rows.put(user.id(), written(user));
  }

  User written(User user) {
    return user;
  }

  User answered(User row) {
    return row;
  }
}
