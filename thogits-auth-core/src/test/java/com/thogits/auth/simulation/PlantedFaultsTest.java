package com.thogits.auth.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.password.Password;
import com.thogits.auth.password.PasswordHasher;
import com.thogits.auth.simulation.Simulation.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A simulation that finds nothing proves nothing: each fault planted in a store is found. */
class PlantedFaultsTest {
  private static final long SEEDS = 1_000;

  private record Planted(String fault, Invariant foundBy, Supplier<Parts> parts) {}

  private static Planted users(Invariant foundBy, Supplier<UserTable> table) {
    return new Planted(nameOf(table), foundBy, () -> Parts.sound().with(table.get()));
  }

  private static Planted sessions(Invariant foundBy, Supplier<SessionTable> table) {
    return new Planted(nameOf(table), foundBy, () -> Parts.sound().with(table.get()));
  }

  private static Planted attempts(Invariant foundBy, Supplier<AttemptTable> table) {
    return new Planted(nameOf(table), foundBy, () -> Parts.sound().with(table.get()));
  }

  private static String nameOf(Supplier<?> table) {
    Class<?> type = table.get().getClass();
    return type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
  }

  private static final List<Planted> FAULTS =
      List.of(
          users(Invariant.CODE_ACCEPTED_ONCE, FaultyUsers.StepCheckDropped::new),
          users(Invariant.ENDED_SESSION_STAYS_ENDED, FaultyUsers.EpochNotRaised::new),
          users(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultyUsers.UsersNotCompared::new),
          users(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultyUsers.UpdateLost::new),
          users(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultyUsers.RecoveryCodeKept::new),
          users(Invariant.RECOVERY_CODE_SPENT_ONCE, FaultyUsers.RecoveryCheckDropped::new),
          users(Invariant.EMAIL_FINDS_ITS_ONE_ACCOUNT, FaultyUsers.EmailNotUnique::new),
          users(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultyUsers.EmailInTwoCases::new),
          users(Invariant.EMAIL_FINDS_ITS_ONE_ACCOUNT, FaultyUsers.EmailKeptAfterDeletion::new),
          users(Invariant.ENDED_SESSION_STAYS_ENDED, FaultyUsers.OldAccountsRead::new),
          users(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultyUsers.AccountNotDeleted::new),
          sessions(Invariant.PARTIAL_SESSION_COMPLETED_ONCE, FaultySessions.NotCompared::new),
          sessions(Invariant.ENDED_SESSION_STAYS_ENDED, FaultySessions.OldTokenKept::new),
          sessions(Invariant.ENDED_SESSION_STAYS_ENDED, FaultySessions.NotDeleted::new),
          sessions(Invariant.ENDED_SESSION_STAYS_ENDED, FaultySessions.OfAllNotDeleted::new),
          sessions(Invariant.ENDED_SESSION_STAYS_ENDED, FaultySessions.TouchRevives::new),
          sessions(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultySessions.NotInserted::new),
          sessions(Invariant.ACKNOWLEDGED_WRITE_STAYS, FaultySessions.TooMuchExpires::new),
          attempts(Invariant.LIMIT_HOLDS, FaultyAttempts.NotCounted::new),
          attempts(Invariant.LIMIT_HOLDS, FaultyAttempts.CountedAfter::new),
          attempts(Invariant.LIMIT_HOLDS, FaultyAttempts.NotCompared::new),
          attempts(Invariant.LIMIT_HOLDS, FaultyAttempts.WaitsForgotten::new),
          attempts(Invariant.FAILURES_ARE_CLEAN, FaultyAttempts.NothingTaken::new),
          new Planted(
              "AnyPasswordIsRight",
              Invariant.WRONG_IS_REFUSED,
              () -> Parts.sound().with(AnyPasswordIsRight::new)),
          new Planted(
              "NoPasswordIsRight",
              Invariant.OWNER_GETS_IN,
              () -> Parts.sound().with(NoPasswordIsRight::new)));

  /** It is found, if by whichever invariant first; the expected one is among those that find it. */
  @TestFactory
  Stream<DynamicTest> everyPlantedFaultIsFound() {
    return FAULTS.stream()
        .map(
            planted ->
                DynamicTest.dynamicTest(
                    planted.fault() + " by " + planted.foundBy(), () -> find(planted)));
  }

  private static void find(Planted planted) {
    Map<Invariant, Long> found = new TreeMap<>();
    for (long seed = 1; seed <= SEEDS && !found.containsKey(planted.foundBy()); seed++) {
      Violation violation = Simulation.run(seed, planted.parts().get(), false).violation();
      if (violation != null) {
        found.putIfAbsent(violation.invariant(), seed);
      }
    }
    System.out.println(planted.fault() + " is found by seed: " + found);
    assertThat(found).containsKey(planted.foundBy());
  }

  @Test
  void everyInvariantFindsSomething() {
    assertThat(FAULTS).extracting(Planted::foundBy).contains(Invariant.values());
  }

  /** What was found is found again, on the same step. */
  @Test
  void aFailingSeedFailsTheSameWayAgain() {
    Supplier<Parts> parts = () -> Parts.sound().with(new FaultyUsers.EpochNotRaised());
    Optional<Result> found = new Seeds(parts).firstBroken(SEEDS);
    assertThat(found).isPresent();
    long seed = found.get().seed();
    Result once = Simulation.run(seed, parts.get(), true);
    Result again = Simulation.run(seed, parts.get(), true);
    assertThat(once.trace()).isNotEmpty().isEqualTo(again.trace());
    assertThat(once.violation()).hasMessage(found.get().violation().getMessage());
    assertThat(again.violation()).hasMessage(once.violation().getMessage());
  }

  private record AnyPasswordIsRight(PasswordHasher hasher) implements PasswordHasher {
    @Override
    public String hash(Password password) {
      return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, String encodedHash) {
      return true;
    }

    @Override
    public boolean needsRehash(String encodedHash) {
      return false;
    }

    @Override
    public String unmatchable() {
      return hasher.unmatchable();
    }
  }

  private record NoPasswordIsRight(PasswordHasher hasher) implements PasswordHasher {
    @Override
    public String hash(Password password) {
      return hasher.hash(password);
    }

    @Override
    public boolean verify(Password password, String encodedHash) {
      return false;
    }

    @Override
    public boolean needsRehash(String encodedHash) {
      return false;
    }

    @Override
    public String unmatchable() {
      return hasher.unmatchable();
    }
  }
}
