package com.thogits.auth.example;

import com.thogits.auth.example.ApiClient.Answer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.List;

/**
 * One user's view of several nodes, as behind a balancer: each request goes to the next node, and
 * if that one is gone, to the one after it.
 */
final class FailoverClient {
  private final ApiClient user;
  private final List<String> baseUrls;
  private int turn;

  FailoverClient(HttpClient http, List<String> baseUrls) {
    this.user = new ApiClient(http, baseUrls.get(0));
    this.baseUrls = baseUrls;
  }

  /**
   * Asks until a node answers.
   *
   * @throws IOException if none does
   */
  Answer ask(Call call) throws IOException, InterruptedException {
    IOException gone = new IOException("there is no node");
    for (int tries = 0; tries < baseUrls.size(); tries++) {
      turn = (turn + 1) % baseUrls.size();
      try {
        return call.with(user.at(baseUrls.get(turn)));
      } catch (IOException e) {
        gone = e;
      }
    }
    throw gone;
  }

  /** One request, which is sent again if its node is gone. */
  interface Call {
    Answer with(ApiClient client) throws IOException, InterruptedException;
  }
}
