package com.thogits.auth.brokenstores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The contracts catch every broken store, and nothing but broken stores. */
class BrokenStoresTest {
  /** A race that a defect loses nearly always may be won once on a busy machine. */
  private static final int MOST_RUNS = 5;

  @ParameterizedTest
  @MethodSource("brokenStores")
  void theContractCatches(Contract contract, Defect<?> defect) {
    Set<String> expected = contract.caughtBy().tests(defect.name());
    assertThat(expected).as("tests that are to catch: " + defect).isNotEmpty();

    Subjects.use(defect.store());

    Set<String> caught = new TreeSet<>();
    for (int run = 0; run < MOST_RUNS && !caught.containsAll(expected); run++) {
      Set<String> missing = new TreeSet<>(expected);
      missing.removeAll(caught);
      caught.addAll(ContractRun.of(contract.subject(), missing).failures());
    }
    assertThat(caught)
        .as("tests that caught: " + defect)
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  static Stream<Object[]> brokenStores() {
    return Stream.of(Contract.values())
        .flatMap(
            contract -> contract.defects().stream().map(defect -> new Object[] {contract, defect}));
  }

  @ParameterizedTest
  @EnumSource
  void theContractPassesWhatIsWhole(Contract contract) {
    for (Supplier<?> whole : contract.whole()) {
      Subjects.use(whole);

      assertThat(ContractRun.of(contract.subject()).failures()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyTestOfTheContractCatchesADefect(Contract contract) {
    Subjects.use(contract.whole().get(0));
    Set<String> tests = ContractRun.of(contract.subject()).tests();

    assertThat(contract.caughtBy().allTests()).isEqualTo(tests);
    assertThat(contract.caughtBy().defects())
        .containsExactlyInAnyOrderElementsOf(
            contract.defects().stream().map(Object::toString).toList());
  }
}
