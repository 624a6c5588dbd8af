package com.thogits.auth.simulation;

import com.thogits.auth.Email;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import com.thogits.auth.totp.Totp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores of accounts that break their contract, each in one way. */
final class FaultyUsers {
  private FaultyUsers() {}

  private static User with(User user, TotpEnrolment totp, long epoch) {
    return new User(
        user.id(),
        user.email(),
        user.passwordHash(),
        user.passwordChangeRequired(),
        user.displayName(),
        user.createdAt(),
        user.oauthProviders(),
        totp,
        epoch,
        user.version());
  }

  private static TotpEnrolment with(
      TotpEnrolment totp, long newestUsedStep, List<TokenHash> recoveryCodes) {
    return new TotpEnrolment(
        totp.confirmed(), totp.confirmedAt(), totp.pending(), newestUsedStep, recoveryCodes);
  }

  /** Whoever asks for the newest step is told that there is none. */
  static final class StepCheckDropped extends UserTable {
    @Override
    public Optional<User> findById(Ulid id) {
      return super.findById(id).map(StepCheckDropped::withoutStep);
    }

    @Override
    public Optional<User> findByEmail(Email email) {
      return super.findByEmail(email).map(StepCheckDropped::withoutStep);
    }

    private static User withoutStep(User user) {
      TotpEnrolment totp = user.totp();
      return with(
          user, with(totp, Totp.NO_STEP_USED, totp.recoveryCodes()), user.credentialEpoch());
    }
  }

  static final class EpochNotRaised extends UserTable {
    @Override
    public boolean replace(User next) {
      return super.replace(with(next, next.totp(), 1));
    }
  }

  /** The last writer wins. */
  static final class UsersNotCompared extends UserTable {
    @Override
    public boolean replace(User next) {
      if (!byId.containsKey(next.id())) {
        return false;
      }
      write(next);
      return true;
    }
  }

  /** One write in a while is answered and forgotten. */
  static final class UpdateLost extends UserTable {
    private int writes;

    @Override
    public boolean replace(User next) {
      return ++writes % 4 == 0 || super.replace(next);
    }
  }

  static final class RecoveryCodeKept extends UserTable {
    @Override
    public boolean replace(User next) {
      User stored = byId.get(next.id());
      return super.replace(
          stored == null || next.credentialEpoch() != stored.credentialEpoch()
              ? next
              : with(
                  next,
                  with(next.totp(), next.totp().newestUsedStep(), longer(stored, next)),
                  next.credentialEpoch()));
    }

    private static List<TokenHash> longer(User stored, User next) {
      List<TokenHash> before = stored.totp().recoveryCodes();
      List<TokenHash> after = next.totp().recoveryCodes();
      return before.containsAll(after) ? before : after;
    }
  }

  /** Whoever asks is told of every recovery code that was made, spent or not. */
  static final class RecoveryCheckDropped extends UserTable {
    private final Map<Ulid, List<TokenHash>> made = new HashMap<>();

    @Override
    public Optional<User> findById(Ulid id) {
      return super.findById(id)
          .map(user -> with(user, made.getOrDefault(id, user.totp().recoveryCodes())));
    }

    @Override
    public boolean replace(User next) {
      List<TokenHash> codes = next.totp().recoveryCodes();
      if (codes.isEmpty() || !made.getOrDefault(next.id(), List.of()).containsAll(codes)) {
        boolean replaced = super.replace(next);
        if (replaced) {
          made.put(next.id(), codes);
        }
        return replaced;
      }
      List<TokenHash> left = byId.get(next.id()).totp().recoveryCodes();
      return super.replace(with(next, left.stream().filter(codes::contains).toList()));
    }

    private static User with(User user, List<TokenHash> codes) {
      return FaultyUsers.with(
          user,
          FaultyUsers.with(user.totp(), user.totp().newestUsedStep(), codes),
          user.credentialEpoch());
    }
  }

  static final class EmailNotUnique extends UserTable {
    @Override
    public boolean insert(User user) {
      write(user);
      return true;
    }
  }

  static final class EmailInTwoCases extends UserTable {
    @Override
    public boolean insert(User user) {
      return super.insert(
          new User(
              user.id(),
              new Email(user.email().address(), user.email().address()),
              user.passwordHash(),
              user.passwordChangeRequired(),
              user.displayName(),
              user.createdAt(),
              user.oauthProviders(),
              user.totp(),
              user.credentialEpoch(),
              user.version()));
    }
  }

  static final class EmailKeptAfterDeletion extends UserTable {
    @Override
    public boolean delete(User last) {
      boolean deleted = super.delete(last);
      if (deleted) {
        idByEmail.put(last.email().canonical(), last.id());
      }
      return deleted;
    }
  }

  /** A copy of the database that lags behind answers the questions for an id. */
  static final class OldAccountsRead extends UserTable {
    private final Map<Ulid, User> copy = new HashMap<>();

    @Override
    public boolean replace(User next) {
      User before = byId.get(next.id());
      boolean replaced = super.replace(next);
      if (replaced && before != null) {
        copy.put(next.id(), before);
      }
      return replaced;
    }

    @Override
    public Optional<User> findById(Ulid id) {
      User old = copy.remove(id);
      return old == null ? super.findById(id) : Optional.of(old);
    }
  }

  static final class AccountNotDeleted extends UserTable {
    @Override
    public boolean delete(User last) {
      return byId.containsKey(last.id());
    }
  }
}
