package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * One method of one path.
 *
 * @param path with its parameter in braces, if it has one
 */
record Operation(String method, String path, Node node) {

  String id() {
    return node.text("operationId");
  }

  Node response(int status) {
    return node.at("responses", Integer.toString(status));
  }

  List<Answer> answers() {
    List<Answer> answers = new ArrayList<>();
    for (String status : node.at("responses").names()) {
      JsonNode codes =
          node.at("responses", status, "content", "application/json", "schema")
              .at("properties", "error", "enum")
              .json();
      if (codes.isEmpty()) {
        answers.add(new Answer(id(), Integer.parseInt(status), ""));
      }
      codes.forEach(code -> answers.add(new Answer(id(), Integer.parseInt(status), code.asText())));
    }
    return answers;
  }
}
