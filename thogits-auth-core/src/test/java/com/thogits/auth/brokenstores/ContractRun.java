package com.thogits.auth.brokenstores;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a contract as a test framework does, and tells which of its tests passed and failed. */
final class ContractRun implements TestExecutionListener {
  private static final Launcher LAUNCHER =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .build());

  private final Set<String> tests = new TreeSet<>();
  private final Set<String> failures = new TreeSet<>();

  private ContractRun() {}

  /** Runs all tests of a class. */
  static ContractRun of(Class<?> contract) {
    return run(contract, name -> true);
  }

  /** Runs the named tests of a class. */
  static ContractRun of(Class<?> contract, Set<String> names) {
    return run(contract, names::contains);
  }

  private static ContractRun run(Class<?> contract, Predicate<String> named) {
    ContractRun run = new ContractRun();
    PostDiscoveryFilter filter =
        descriptor ->
            FilterResult.includedIf(
                descriptor
                    .getSource()
                    .filter(MethodSource.class::isInstance)
                    .map(source -> named.test(((MethodSource) source).getMethodName()))
                    .orElse(true));
    LAUNCHER.execute(
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(contract))
            .filters(filter)
            .build(),
        run);
    return run;
  }

  /** The methods that ran. */
  Set<String> tests() {
    return tests;
  }

  /** The methods that failed, whatever of their arguments they failed on. */
  Set<String> failures() {
    return failures;
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    String name =
        test.getSource()
            .filter(MethodSource.class::isInstance)
            .map(source -> ((MethodSource) source).getMethodName())
            .orElse(test.getDisplayName());
    if (test.isTest()) {
      tests.add(name);
    }
    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      failures.add(name);
    }
  }
}
