package com.thogits.auth.bench.password;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** The most physical memory that a fork has taken until now, as Linux counts it. */
public final class PeakMemoryProfiler implements InternalProfiler {
  private static final Path STATUS = Path.of("/proc/self/status");

  @Override
  public String getDescription() {
    return "peak resident memory (Linux)";
  }

  @Override
  public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {}

  @Override
  public Collection<? extends Result<?>> afterIteration(
      BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
    try {
      String line =
          Files.readAllLines(STATUS).stream()
              .filter(status -> status.startsWith("VmHWM:"))
              .findFirst()
              .orElseThrow();
      double mebibytes = Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      return List.of(new ScalarResult("peak.memory", mebibytes, "MiB", AggregationPolicy.MAX));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
