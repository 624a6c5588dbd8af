package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares exchanges with what is described for them. */
final class Conformance {
  /** Reads what the server reads: numbers of any size, which it never converts. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNumberLength(Integer.MAX_VALUE).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final ApiDescription description;
  private final HeaderConformance headers;
  private final RequestConformance requests;

  Conformance(ApiDescription description) {
    this.description = description;
    this.headers = new HeaderConformance(description.schemas());
    this.requests = new RequestConformance(description);
  }

  Verdict judge(Exchange exchange) {
    List<Operation> described = description.operationsAt(exchange.path());
    String method = exchange.isHead() ? "GET" : exchange.method();
    Optional<Operation> operation =
        described.stream().filter(op -> op.method().equals(method)).findFirst();
    JsonNode body = json(exchange.responseBody());

    List<String> problems = new ArrayList<>();
    Node response =
        operation
            .map(op -> op.response(exchange.status()))
            .orElseGet(() -> otherwise(described, exchange));
    if (!response.isThere()) {
      problems.add("undescribed status");
    } else {
      problems.addAll(headers.problems(response, exchange.responseHeaders()));
      problems.addAll(bodyProblems(response, exchange, body));
    }
    if (exchange.isAccepted()) {
      operation.ifPresent(op -> problems.addAll(requests.problems(op, exchange)));
    }
    String error = body.path("error").asText();
    Optional<Answer> answer =
        operation
            .filter(op -> !exchange.isHead())
            .map(op -> new Answer(op.id(), exchange.status(), error));
    return new Verdict(answer, error, body.path("message").asText(), named(exchange, problems));
  }

  /** What is answered where no operation is described. */
  private Node otherwise(List<Operation> described, Exchange exchange) {
    String why =
        described.isEmpty()
            ? "otherPath"
            : exchange.method().equals("OPTIONS") ? "options" : "otherMethod";
    return description.root().at("x-otherwise", why, Integer.toString(exchange.status()));
  }

  private static List<String> named(Exchange exchange, List<String> problems) {
    String which = exchange.method() + " " + exchange.path() + " -> " + exchange.status() + ": ";
    return problems.stream().map(problem -> which + problem).toList();
  }

  private List<String> bodyProblems(Node response, Exchange exchange, JsonNode body) {
    Node content = response.at("content");
    List<String> types = exchange.responseHeaders().getOrDefault("Content-Type", List.of());
    if (!content.isThere()) {
      return types.isEmpty() && exchange.responseBody().isEmpty()
          ? List.of()
          : List.of("undescribed body");
    }
    if (types.size() != 1 || !content.at(MediaType.of(types.get(0))).isThere()) {
      return List.of("undescribed content type " + types);
    }
    if (exchange.isHead()) {
      return exchange.responseBody().isEmpty() ? List.of() : List.of("a body after HEAD");
    }
    return description
        .schemas()
        .problems(content.at(MediaType.of(types.get(0)), "schema"), body)
        .stream()
        .map(problem -> "body " + problem)
        .toList();
  }

  /** The value of a text, or null if it is no JSON: no body is described as null. */
  static JsonNode json(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      return json.isMissingNode() ? NullNode.getInstance() : json;
    } catch (JsonProcessingException noJson) {
      return NullNode.getInstance();
    }
  }
}
