package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What the server's jar says that it is made of. The bill is only written while Maven is online, so
 * an offline build skips these, unless the system property {@code thogits.optional} is {@code
 * required}.
 */
class BillOfMaterialsIT {
  private static final Path JAR = Path.of(System.getProperty("example.jar"));
  private static final String BILL = "META-INF/sbom/thogits-auth-example.cdx.json";
  private static final String OURS = "com.thogits";

  @BeforeAll
  static void findTheBill() throws IOException {
    boolean offline = "offline=true".equals(System.getProperty("maven.network"));
    boolean required = "required".equals(System.getProperty("thogits.optional"));
    try (JarFile jar = new JarFile(JAR.toFile())) {
      boolean written = jar.getEntry(BILL) != null;
      if (!offline || required) {
        assertThat(written).as("the jar holds " + BILL).isTrue();
      }
      assumeThat(written).as("Maven is offline and wrote no bill of materials").isTrue();
    }
  }

  /** Every part by the digest of its jar, so that neither a name nor a version can be wrong. */
  @Test
  void itNamesEveryPartOfTheJarWithItsVersionAndNoOther() throws Exception {
    Map<String, String> named = new TreeMap<>();
    for (JsonNode part : bill().path("components")) {
      if (!part.path("group").asText().equals(OURS)) {
        named.put(fileName(part), sha256(part));
      }
    }
    Map<String, String> packed = new TreeMap<>();
    for (Path source : sources()) {
      packed.put(source.getFileName().toString(), sha256(source));
    }
    assertThat(named).isNotEmpty().isEqualTo(packed);
  }

  @Test
  void itNamesWhatTheDocumentLists() throws Exception {
    Set<String> named = new HashSet<>();
    for (JsonNode part : bill().path("components")) {
      named.add("`" + part.path("group").asText() + ":" + part.path("name").asText() + "`");
    }
    String document = Sources.text(Sources.document("security.md"));
    for (List<String> row : MarkdownTable.rows(document, "module", "brings")) {
      assertThat(named).as(row.get(0)).contains(row.get(1).split(", ", -1));
    }
  }

  /** The same sources give the same bytes: no time and no number drawn at random. */
  @Test
  void itIsTheSameInEveryBuild() throws Exception {
    JsonNode bill = bill();
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    assertThat(bill.path("metadata").has("timestamp")).isFalse();
    // Version 3 of a UUID is computed from a name; version 4 would be random.
    assertThat(bill.path("serialNumber").asText()).matches("urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-3.*");
  }

  private static JsonNode bill() throws IOException {
    try (JarFile jar = new JarFile(JAR.toFile())) {
      return new ObjectMapper().readTree(jar.getInputStream(jar.getJarEntry(BILL)));
    }
  }

  private static String fileName(JsonNode part) {
    return part.path("name").asText() + "-" + part.path("version").asText() + ".jar";
  }

  private static String sha256(JsonNode part) {
    for (JsonNode hash : part.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        return hash.path("content").asText();
      }
    }
    throw new AssertionError("no SHA-256 of " + part.path("name"));
  }

  private static String sha256(Path file) throws Exception {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }

  /** The jars of others that the content of the server's jar comes from. */
  private static Set<Path> sources() throws Exception {
    Set<Path> sources = new TreeSet<>();
    try (JarFile jar = new JarFile(JAR.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        // What lies in META-INF can be put together from several jars.
        if (!entry.isDirectory()
            && !entry.getName().startsWith("META-INF/")
            && !entry.getName().startsWith("com/thogits/")) {
          sources.add(source(entry.getName()));
        }
      }
    }
    return sources;
  }

  /** Where the build, whose class path the tests have too, takes an entry from. */
  private static Path source(String name) throws Exception {
    URL found = BillOfMaterialsIT.class.getClassLoader().getResource(name);
    assertThat(found).as(name).isNotNull();
    assertThat(found.getProtocol()).as(name).isEqualTo("jar");
    return Path.of(((JarURLConnection) found.openConnection()).getJarFileURL().toURI());
  }
}
