package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A place in the document.
 *
 * @param pointer where it is (RFC 6901)
 * @param json what is there; missing if there is nothing
 */
record Node(JsonNode document, String pointer, JsonNode json) {

  static Node root(JsonNode document) {
    return new Node(document, "", document);
  }

  /** What is there under these names; where a reference stands instead, what it refers to. */
  Node at(String... names) {
    Node node = this;
    for (String name : names) {
      String escaped = name.replace("~", "~0").replace("/", "~1");
      node = new Node(document, node.pointer + "/" + escaped, node.json.path(name)).followed();
    }
    return node;
  }

  private Node followed() {
    String reference = json.path("$ref").asText();
    // A schema may say more beside its reference, and stays where it is then.
    return reference.startsWith("#/") && json.size() == 1
        ? new Node(document, reference.substring(1), document.at(reference.substring(1))).followed()
        : this;
  }

  boolean isThere() {
    return !json.isMissingNode();
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    json.fieldNames().forEachRemaining(names::add);
    return names;
  }

  List<Node> items() {
    List<Node> items = new ArrayList<>();
    for (int i = 0; i < json.size(); i++) {
      items.add(new Node(document, pointer + "/" + i, json.get(i)).followed());
    }
    return items;
  }

  String text(String name) {
    return json.path(name).asText();
  }
}
