package com.thogits.auth.bench;

import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/**
 * What one benchmark method cost: medians of all measured iterations.
 *
 * @param comparison its class and parameters
 * @param name the method
 * @param nanoseconds the time one thread took for an operation
 * @param bytes what an operation allocated on the heap
 */
record Row(String comparison, String name, double nanoseconds, double bytes) {
  static Row of(RunResult result) {
    BenchmarkParams params = result.getParams();
    String[] path = params.getBenchmark().split("\\.", -1);
    ListStatistics times = new ListStatistics();
    ListStatistics bytes = new ListStatistics();
    result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .forEach(
            iteration -> {
              times.addValue(iteration.getPrimaryResult().getScore());
              bytes.addValue(allocated(iteration));
            });
    return new Row(
        path[path.length - 2].replaceFirst("Benchmark$", "") + parameters(params),
        path[path.length - 1],
        times.getPercentile(50),
        bytes.getPercentile(50));
  }

  private static double allocated(IterationResult iteration) {
    Result<?> allocated = iteration.getSecondaryResults().get("gc.alloc.rate.norm");
    return allocated == null ? Double.NaN : allocated.getScore();
  }

  private static String parameters(BenchmarkParams params) {
    return params.getParamsKeys().stream()
        .map(key -> ", " + key + " " + params.getParam(key))
        .collect(Collectors.joining());
  }
}
