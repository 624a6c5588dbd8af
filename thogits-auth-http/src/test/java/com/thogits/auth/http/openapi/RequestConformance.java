package com.thogits.auth.http.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares requests that were accepted with those that are described. */
final class RequestConformance {
  private final ApiDescription description;

  RequestConformance(ApiDescription description) {
    this.description = description;
  }

  List<String> problems(Operation operation, Exchange exchange) {
    List<String> problems = new ArrayList<>();
    Set<String> cookies = description.cookiesOf(operation);
    if (!cookies.isEmpty() && cookies.stream().noneMatch(name -> hasCookie(exchange, name))) {
      problems.add("accepted without any of the cookies " + cookies);
    }
    Node body = operation.node().at("requestBody");
    if (exchange.requestBody().isEmpty()) {
      if (body.json().path("required").asBoolean()) {
        problems.add("accepted without a body");
      }
    } else if (!exchange.method().equals("HEAD") && !exchange.method().equals("GET")) {
      problems.addAll(bodyProblems(body, exchange));
    }
    return problems;
  }

  private List<String> bodyProblems(Node body, Exchange exchange) {
    List<String> types = exchange.requestHeaders().getOrDefault("Content-Type", List.of());
    String type = types.size() == 1 ? MediaType.of(types.get(0)) : "";
    if (!body.isThere()) {
      // Where no body is described, one in JSON is taken and ignored.
      return type.equals("application/json") ? List.of() : List.of("accepted as " + types);
    }
    if (!body.at("content", type).isThere()) {
      return List.of("accepted as " + types);
    }
    return description
        .schemas()
        .problems(body.at("content", type, "schema"), Conformance.json(exchange.requestBody()))
        .stream()
        .map(problem -> "accepted a body " + problem)
        .toList();
  }

  private static boolean hasCookie(Exchange exchange, String name) {
    return exchange.requestHeaders().getOrDefault("Cookie", List.of()).stream()
        .flatMap(line -> List.of(line.split(";", -1)).stream())
        .anyMatch(pair -> pair.strip().startsWith(name + "="));
  }
}
