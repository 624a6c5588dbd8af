package com.thogits.auth.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.thogits.auth.http.OpenApi;
import dev.harrel.jsonschema.SchemaResolver;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The document by itself: OpenAPI 3.1, whole, and with examples that are right. */
class ApiDocumentTest {
  /** With JSON Schema 2020-12 as the dialect of the schemas inside. */
  private static final String OPENAPI_3_1 =
      "https://spec.openapis.org/oas/3.1/schema-base/2022-10-07";

  private final ApiDescription description = ApiDescription.ofLibrary();
  private final Node root = description.root();

  /** The schemas that the OpenAPI Initiative publishes, as a dependency of the tests has them. */
  private static SchemaResolver.Result published(String uri) {
    String name = uri.replace("https://", "/");
    try (InputStream schema = ApiDocumentTest.class.getResourceAsStream(name)) {
      return schema == null
          ? SchemaResolver.Result.empty()
          : SchemaResolver.Result.fromString(
              new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> problems(String document) {
    return new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .withSchemaResolver(ApiDocumentTest::published)
            .createValidator()
            .validate(URI.create(OPENAPI_3_1), document)
            .getErrors()
            .stream()
            .map(error -> error.getInstanceLocation() + " " + error.getError())
            .toList();
  }

  @Test
  void isOpenApi31() {
    assertThat(problems(OpenApi.json())).isEmpty();
    assertThat(root.text("openapi")).startsWith("3.1.");
  }

  @Test
  void theSchemaOfOpenApiIsReallyApplied() {
    assertThat(problems(OpenApi.json().replaceFirst("\"operationId\": \"me\"", "\"operation\": 1")))
        .isNotEmpty();
    assertThat(problems(OpenApi.json().replaceFirst("\"type\": \"object\"", "\"type\": \"thing\"")))
        .isNotEmpty();
  }

  private static void walk(JsonNode json, Consumer<JsonNode> each) {
    each.accept(json);
    json.forEach(child -> walk(child, each));
  }

  private Set<String> references() {
    Set<String> references = new TreeSet<>();
    walk(
        root.json(),
        json -> {
          if (json.has("$ref")) {
            references.add(json.get("$ref").asText());
          }
        });
    return references;
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(references())
        .isNotEmpty()
        .allMatch(reference -> reference.startsWith("#/"))
        .allMatch(reference -> !root.json().at(reference.substring(1)).isMissingNode());
  }

  @Test
  void everyComponentIsUsed() {
    Set<String> used = references();
    for (Operation operation : description.operations()) {
      operation.node().at("security").items().stream()
          .flatMap(alternative -> alternative.names().stream())
          .forEach(scheme -> used.add("#/components/securitySchemes/" + scheme));
    }
    for (String kind : root.at("components").names()) {
      for (String name : root.at("components", kind).names()) {
        assertThat(used).contains("#/components/" + kind + "/" + name);
      }
    }
  }

  @Test
  void everyOperationHasAnIdOfItsOwnATagAndAWordOnItself() {
    List<String> tags = root.at("tags").items().stream().map(tag -> tag.text("name")).toList();
    Set<String> ids = new HashSet<>();
    for (Operation operation : description.operations()) {
      assertThat(ids.add(operation.id())).as(operation.id()).isTrue();
      assertThat(operation.id()).matches("[a-z][A-Za-z]+");
      assertThat(operation.node().at("tags").items())
          .singleElement()
          .satisfies(tag -> assertThat(tags).contains(tag.json().asText()));
      assertThat(operation.node().text("summary")).isNotBlank();
      assertThat(operation.node().text("description")).endsWith(".");
    }
  }

  @Test
  void everyExampleConformsToItsSchema() {
    List<String> wrong = new ArrayList<>();
    int examples = check(root, wrong);
    assertThat(wrong).isEmpty();
    assertThat(examples).isGreaterThan(50);
  }

  /** Media types, headers and parameters have their examples beside the schema. */
  private int check(Node node, List<String> wrong) {
    int examples = 0;
    if (node.at("schema").isThere()) {
      if (node.json().has("example")) {
        examples += check(node, node.json().get("example"), wrong);
      }
      for (String name : node.at("examples").names()) {
        examples += check(node, node.at("examples", name, "value").json(), wrong);
      }
    }
    for (String name : node.names()) {
      examples +=
          check(
              new Node(
                  node.document(), node.pointer() + "/" + escaped(name), node.json().get(name)),
              wrong);
    }
    return examples;
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private int check(Node node, JsonNode example, List<String> wrong) {
    description
        .schemas()
        .problems(node.at("schema"), example)
        .forEach(problem -> wrong.add(node.pointer() + " " + problem));
    return 1;
  }

  /** Otherwise a client could not tell what is no longer there from what is yet to come. */
  @Test
  void noObjectOfAnAnswerLeavesAFieldOpen() {
    for (String name : root.at("components", "schemas").names()) {
      Node schema = root.at("components", "schemas", name);
      if (schema.text("type").equals("object") && isOfAnAnswer(name)) {
        assertThat(schema.json().path("additionalProperties").asText()).as(name).isEqualTo("false");
      }
    }
  }

  private boolean isOfAnAnswer(String schema) {
    Set<String> ofRequests = new HashSet<>();
    for (Operation operation : description.operations()) {
      ofRequests.add(
          operation
              .node()
              .json()
              .at("/requestBody/content/application~1json/schema/$ref")
              .asText());
    }
    return !ofRequests.contains("#/components/schemas/" + schema);
  }
}
