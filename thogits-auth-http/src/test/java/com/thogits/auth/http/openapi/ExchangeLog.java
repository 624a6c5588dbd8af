package com.thogits.auth.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Holds exchanges against the document, and remembers which answers there were. */
public final class ExchangeLog {
  private final Conformance conformance;
  private final Queue<String> problems = new ConcurrentLinkedQueue<>();
  private final Set<Answer> answers = ConcurrentHashMap.newKeySet();
  private final Map<String, Set<String>> messages = new ConcurrentHashMap<>();

  ExchangeLog(Conformance conformance) {
    this.conformance = conformance;
  }

  /** Checks one exchange. */
  public void add(Exchange exchange) {
    try {
      add(conformance.judge(exchange));
    } catch (RuntimeException notComparable) {
      problems.add(exchange.method() + " " + exchange.path() + ": " + notComparable);
    }
  }

  private void add(Verdict verdict) {
    problems.addAll(verdict.problems());
    verdict.answer().ifPresent(answers::add);
    messages
        .computeIfAbsent(verdict.error(), first -> ConcurrentHashMap.newKeySet())
        .add(verdict.message());
  }

  /** The kinds of answers that there were. */
  public Set<Answer> answers() {
    return Set.copyOf(answers);
  }

  /** The messages that came with an error code. */
  public Set<String> messages(String code) {
    return Set.copyOf(messages.getOrDefault(code, Set.of()));
  }

  /** Fails if an exchange was not as the document says. */
  public void assertConforms() {
    assertThat(problems).as("exchanges and openapi.json").isEmpty();
  }
}
