package com.thogits.auth.example;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A server of a benchmark with some signed-in users, whose {@code /me} is asked in turn. */
final class MeServer implements AutoCloseable {
  static final String PATH = "/api/auth/me";
  private static final int USERS = 64;
  private static final String CHOSEN = "benchmark-battery-9";

  private final String name;
  private final JavaProcess process;
  private final List<String> cookies;
  private final Wrk wrk;

  private MeServer(
      String name, JavaProcess process, List<String> cookies, Duration pause, Path script)
      throws IOException {
    this.name = name;
    this.process = process;
    this.cookies = cookies;
    this.wrk = new Wrk(process.baseUrl() + PATH, Files.writeString(script, script(cookies, pause)));
  }

  /** Registers the users at a server. */
  static MeServer withUsers(String name, JavaProcess process, Path script) throws Exception {
    HttpClient http = ApiClient.connections();
    List<String> cookies = new ArrayList<>();
    for (int user = 0; user < USERS; user++) {
      ApiClient client = new ApiClient(http, process.baseUrl());
      client.register("user" + user + "@example.com", CHOSEN);
      cookies.add(client.cookie());
    }
    return new MeServer(name, process, cookies, Duration.ZERO, script);
  }

  /** Asks the same process with the same cookies, each connection with a pause before it does. */
  MeServer paced(Duration pause, Path script) throws IOException {
    return new MeServer(name, process, cookies, pause, script);
  }

  /** A server that knows no users is asked with the cookies of one that does. */
  static MeServer askedLike(MeServer other, String name, JavaProcess process, Path script)
      throws IOException {
    return new MeServer(name, process, other.cookies, Duration.ZERO, script);
  }

  String name() {
    return name;
  }

  /** What one user is answered. */
  RecordedAnswer answer() throws Exception {
    ApiClient client = new ApiClient(ApiClient.connections(), process.baseUrl(), cookies.get(0));
    return RecordedAnswer.of(client.get(PATH).response());
  }

  /** Puts load on it, and on its processors. */
  MeRun load(int connections, int seconds) throws Exception {
    long before = process.cpuNanos();
    Wrk.Result result = wrk.run(connections, seconds);
    return new MeRun(result, (process.cpuNanos() - before) / 1000.0 / result.requests());
  }

  @Override
  public void close() {
    process.close();
  }

  /** Every request is put together beforehand: the client shares the machine with the server. */
  private static String script(List<String> cookies, Duration pause) {
    String requests =
        """
        local cookies = {"%s"}
        local requests = {}
        local last = 0
        init = function(args)
          for i, cookie in ipairs(cookies) do
            requests[i] = wrk.format("GET", "%s", {["Cookie"] = cookie})
          end
        end
        request = function()
          last = last %% #requests + 1
          return requests[last]
        end
        """
            .formatted(String.join("\", \"", cookies), PATH);
    return pause.isZero() ? requests : requests + pauses(pause.toMillis());
  }

  /** Of different length, so that the connections don't keep step. */
  private static String pauses(long millis) {
    return """
        delay = function()
          return math.random(%d, %d)
        end
        """
        .formatted(millis / 2, millis * 3 / 2);
  }

  /** One turn of load: what the client saw, and what it took of the server's processors. */
  record MeRun(Wrk.Result result, double cpuMicrosPerRequest) {}
}
