package com.thogits.auth.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator wrk: connections that are kept, each asking as soon as it is answered. */
final class Wrk {
  private static final Pattern LATENCY = Pattern.compile("\\s(50|99)%\\s+([0-9.]+)(us|ms|s|m)\\s");
  private static final Pattern REQUESTS = Pattern.compile("\\s([0-9]+) requests in ");
  private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
  private static final Pattern ERRORS =
      Pattern.compile("(?:connect|read|write|timeout|responses:) ([0-9]+)");

  private final String url;
  private final Path script;

  Wrk(String url, Path script) {
    this.url = url;
    this.script = script;
  }

  /** Says what to do if it is missing. */
  static void requireInstalled() {
    if (!Tool.WRK.isThere()) {
      throw new AssertionError("wrk is not installed; on Debian: apt-get install wrk");
    }
  }

  Result run(int connections, int seconds) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    "wrk",
                    "--threads=1",
                    "--connections=" + connections,
                    "--duration=" + seconds + "s",
                    "--timeout=10s",
                    "--latency",
                    "--script=" + script,
                    url))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new AssertionError("wrk failed: " + said);
    }
    return Result.parse(said);
  }

  /**
   * What wrk saw.
   *
   * @param errors broken connections, time-outs and answers that are not 2xx or 3xx
   */
  record Result(long requests, double perSecond, double p50Millis, double p99Millis, long errors) {

    static Result parse(String said) {
      return new Result(
          Long.parseLong(find(REQUESTS, said)),
          Double.parseDouble(find(RATE, said)),
          latency("50", said),
          latency("99", said),
          ERRORS.matcher(said).results().mapToLong(found -> Long.parseLong(found.group(1))).sum());
    }

    private static String find(Pattern pattern, String said) {
      Matcher found = pattern.matcher(said);
      if (!found.find()) {
        throw new AssertionError("wrk said something else: " + said);
      }
      return found.group(1);
    }

    private static double latency(String percentile, String said) {
      return LATENCY
          .matcher(said)
          .results()
          .filter(found -> found.group(1).equals(percentile))
          .mapToDouble(found -> Double.parseDouble(found.group(2)) * millis(found.group(3)))
          .findFirst()
          .orElseThrow(() -> new AssertionError("wrk said something else: " + said));
    }

    private static double millis(String unit) {
      return switch (unit) {
        case "us" -> 0.001;
        case "ms" -> 1;
        case "s" -> 1000;
        default -> 60_000;
      };
    }
  }
}
