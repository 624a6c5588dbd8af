package com.thogits.auth.brokenstores;

import com.thogits.auth.AttemptStore;
import com.thogits.auth.SessionStore;
import com.thogits.auth.UserStore;
import com.thogits.auth.contract.AuthServiceContract.Stores;
import java.util.stream.Stream;

/** All stores with a defect, by what they keep. */
final class BrokenStores {
  private BrokenStores() {}

  static Stream<Defect<UserStore>> users() {
    return Stream.of(BrokenUserWrites.all(), ForgottenComponents.ofUsers(), BrokenUserReads.all())
        .flatMap(defects -> defects);
  }

  static Stream<Defect<SessionStore>> sessions() {
    return Stream.of(
            BrokenSessionWrites.all(),
            ForgottenComponents.ofSessions(),
            BrokenSessionReads.all(),
            BrokenSessionsWithUsers.all(),
            BrokenSessionCleaning.all())
        .flatMap(defects -> defects);
  }

  static Stream<Defect<AttemptStore>> attempts() {
    return BrokenAttemptStores.all();
  }

  static Stream<Defect<Stores>> together() {
    return BrokenServiceStores.all();
  }
}
