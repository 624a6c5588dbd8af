package com.thogits.auth;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes known of one action on its way, for the events that tell of it. */
final class Trail {
  private final Audit audit;
  private final AuthAction action;
  private final Set<AuthEvent.Notice> notices = EnumSet.noneOf(AuthEvent.Notice.class);
  private String address;
  private @Nullable Ulid userId;

  Trail(Audit audit, AuthAction action, String address) {
    this.audit = audit;
    this.action = action;
    this.address = address;
  }

  /** Whose session it is; its address stands in where no other is known. */
  LiveSession of(LiveSession live) {
    userId = live.user().id();
    if (address.isEmpty()) {
      address = live.session().address();
    }
    return live;
  }

  User of(User user) {
    userId = user.id();
    return user;
  }

  void notice(AuthEvent.Notice notice) {
    notices.add(notice);
  }

  void tellNotices() {
    notices.forEach(notice -> audit.notice(action, userId(), address, notice));
  }

  AuthAction action() {
    return action;
  }

  Optional<Ulid> userId() {
    return Optional.ofNullable(userId);
  }

  String address() {
    return address;
  }
}
