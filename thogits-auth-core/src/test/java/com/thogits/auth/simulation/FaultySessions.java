package com.thogits.auth.simulation;

import com.thogits.auth.Session;
import com.thogits.auth.TokenHash;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Stores of sessions that break their contract, each in one way. */
final class FaultySessions {
  private FaultySessions() {}

  /** Whoever completes a partial session wins, however many there are. */
  static final class NotCompared extends SessionTable {
    @Override
    public boolean replace(TokenHash old, Session next) {
      byToken.remove(old);
      byToken.put(next.token(), next);
      return true;
    }
  }

  static final class OldTokenKept extends SessionTable {
    @Override
    public boolean replace(TokenHash old, Session next) {
      if (!byToken.containsKey(old)) {
        return false;
      }
      byToken.put(next.token(), next);
      return true;
    }
  }

  static final class NotDeleted extends SessionTable {
    @Override
    public boolean delete(TokenHash token) {
      return byToken.containsKey(token);
    }
  }

  static final class OfAllNotDeleted extends SessionTable {
    @Override
    public int deleteAll() {
      return byToken.size();
    }
  }

  /** Noting the last use writes the whole row, were it deleted meanwhile or not. */
  static final class TouchRevives extends SessionTable {
    private final Map<TokenHash, Session> found = new LinkedHashMap<>();

    @Override
    public Optional<Session> find(TokenHash token) {
      Optional<Session> session = super.find(token);
      session.ifPresent(seen -> found.put(token, seen));
      return session;
    }

    @Override
    public void touch(TokenHash token, Instant lastSeenAt) {
      byToken.put(token, found.get(token).seenAt(lastSeenAt));
    }
  }

  static final class NotInserted extends SessionTable {
    private int inserted;

    @Override
    public void insert(Session session) {
      if (++inserted % 5 != 0) {
        super.insert(session);
      }
    }
  }

  static final class TooMuchExpires extends SessionTable {
    @Override
    public int deleteExpired(Instant now, Instant idleSince) {
      return deleteAll();
    }
  }
}
