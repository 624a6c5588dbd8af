package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares the headers of answers with those that are described. */
final class HeaderConformance {
  /** What frames any answer of HTTP; the type of the body is described with the body. */
  private static final Set<String> OF_HTTP_ITSELF =
      Set.of("Content-Type", "Content-Length", "Connection", "Date");

  private final Schemas schemas;

  HeaderConformance(Schemas schemas) {
    this.schemas = schemas;
  }

  List<String> problems(Node response, Map<String, List<String>> sent) {
    List<String> problems = new ArrayList<>();
    Set<String> undescribed = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    undescribed.addAll(sent.keySet());
    OF_HTTP_ITSELF.forEach(undescribed::remove);
    for (String name : response.at("headers").names()) {
      undescribed.remove(name);
      Node header = response.at("headers", name);
      List<String> lines = sent.getOrDefault(name, List.of());
      if (!lines.isEmpty()) {
        schemas
            .problems(header.at("schema"), value(header.at("schema"), lines))
            .forEach(problem -> problems.add("header " + name + " " + problem));
      } else if (header.json().path("required").asBoolean()) {
        problems.add("no header " + name);
      }
    }
    undescribed.forEach(name -> problems.add("undescribed header " + name));
    return problems;
  }

  /** An array is described where there may be several lines. */
  private static JsonNode value(Node schema, List<String> lines) {
    if (schema.text("type").equals("array") || lines.size() > 1) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      lines.forEach(array::add);
      return array;
    }
    String line = lines.get(0);
    return schema.text("type").equals("integer") && line.matches("[0-9]{1,9}")
        ? IntNode.valueOf(Integer.parseInt(line))
        : TextNode.valueOf(line);
  }
}
