package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.thogits.auth.http.OpenApi;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The document as a test reads it. */
public final class ApiDescription {
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Node root;
  private final Schemas schemas;
  private final List<Operation> operations = new ArrayList<>();

  private ApiDescription(JsonNode document) {
    this.root = Node.root(document);
    this.schemas = new Schemas(document);
    for (String path : root.at("paths").names()) {
      for (String method : root.at("paths", path).names()) {
        if (METHODS.contains(method)) {
          operations.add(
              new Operation(method.toUpperCase(Locale.ROOT), path, root.at("paths", path, method)));
        }
      }
    }
  }

  /** The document of the library. */
  public static ApiDescription ofLibrary() {
    try {
      return new ApiDescription(new ObjectMapper().readTree(OpenApi.json()));
    } catch (JsonProcessingException noJson) {
      throw new AssertionError("openapi.json", noJson);
    }
  }

  /** Checks exchanges against the document. */
  public ExchangeLog log() {
    return new ExchangeLog(new Conformance(this));
  }

  Node root() {
    return root;
  }

  Schemas schemas() {
    return schemas;
  }

  /** Every operation. */
  List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operations of a path as it was sent; none if the path is not described. */
  List<Operation> operationsAt(String path) {
    List<Operation> exact = operations.stream().filter(op -> op.path().equals(path)).toList();
    return exact.isEmpty() ? operations.stream().filter(op -> matches(op, path)).toList() : exact;
  }

  /** A path with a parameter that does not conform to its schema is no path of the operation. */
  private boolean matches(Operation operation, String path) {
    int brace = operation.path().indexOf('{');
    if (brace < 0 || !path.startsWith(operation.path().substring(0, brace))) {
      return false;
    }
    Node schema = operation.node().at("parameters").items().get(0).at("schema");
    return schemas.problems(schema, TextNode.valueOf(path.substring(brace))).isEmpty();
  }

  /** Every kind of answer that is described. */
  public Set<Answer> answers() {
    Set<Answer> answers = new TreeSet<>(Comparator.comparing(Answer::toString));
    operations.forEach(operation -> answers.addAll(operation.answers()));
    return answers;
  }

  /** The message that a code's example shows. */
  public String exampleMessage(String code) {
    return root.at("components", "examples", code, "value").text("message");
  }

  /** Every error code. */
  public List<String> errorCodes() {
    List<String> codes = new ArrayList<>();
    root.at("components", "schemas", "ErrorCode", "enum")
        .json()
        .forEach(c -> codes.add(c.asText()));
    return codes;
  }

  Set<String> cookiesOf(Operation operation) {
    return operation.node().at("security").items().stream()
        .flatMap(alternative -> alternative.names().stream())
        .map(scheme -> root.at("components", "securitySchemes", scheme).text("name"))
        .collect(Collectors.toSet());
  }
}
