package com.thogits.auth.http.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The schemas inside the document (JSON Schema 2020-12), wherever they stand. */
final class Schemas {
  private static final String DOCUMENT = "https://thogits.test/openapi.json";

  private final Validator validator;
  private final Map<String, URI> byPointer = new HashMap<>();

  Schemas(JsonNode document) {
    // The document is no schema itself; that those inside it are right is tested with the rest.
    this.validator =
        new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withDisabledSchemaValidation(true)
            .createValidator();
    validator.registerSchema(URI.create(DOCUMENT), document);
  }

  /** What is wrong with a value, by the schema at a place of the document. */
  synchronized List<String> problems(Node schema, JsonNode value) {
    URI uri = byPointer.computeIfAbsent(schema.pointer(), this::reference);
    return validator.validate(uri, value).getErrors().stream()
        .map(error -> (error.getInstanceLocation() + " " + error.getError()).strip())
        .toList();
  }

  private URI reference(String pointer) {
    String fragment = pointer.replace("{", "%7B").replace("}", "%7D");
    return validator.registerSchema(
        JsonNodeFactory.instance.objectNode().put("$ref", DOCUMENT + "#" + fragment));
  }
}
