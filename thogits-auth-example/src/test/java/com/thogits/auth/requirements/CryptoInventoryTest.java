package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Finds cryptography in the sources and compares it with the documented inventory. */
class CryptoInventoryTest {
  private static final Map<String, Pattern> USES =
      Map.ofEntries(
          use("SecureRandom", "new SecureRandom\\(|SecureRandom\\.getInstance"),
          use("SHA-1", "\"SHA-1\""),
          use("SHA-256", "\"SHA-256\""),
          use("SHA-512", "\"SHA-512\""),
          use("AES", "\"AES\""),
          use("AES/GCM/NoPadding", "\"AES/GCM/NoPadding\""),
          use("HmacSHA1", "\"HmacSHA1\""),
          use("HmacSHA256", "\"HmacSHA256\""),
          use("HmacSHA512", "\"HmacSHA512\""),
          use("HMAC", "\\bclass Hmac\\b"),
          use("Mac", "\\bMac\\.getInstance"),
          use("constant-time comparison", "MessageDigest\\.isEqual"),
          use("Argon2id", "Argon2(?:Factory|Library)|argon2\\.digest\\("));

  /**
   * Doors to cryptography of any kind: what comes through one of them must be in the list above.
   */
  private static final Pattern DOOR =
      Pattern.compile(
          "\\b(?:Cipher|MessageDigest|Mac|Signature|KeyGenerator|KeyPairGenerator|SecretKeyFactory"
              + "|KeyAgreement|SecureRandom|KeyFactory|AlgorithmParameters|KEM|SSLContext)"
              + "\\.getInstance\\(|\\bDigestUtils\\b|\\bHmacUtils\\b|\\bCrypt\\b|\\bBCrypt\\b"
              + "|new SecretKeySpec\\(|\\bArgon2(?:Factory|Library)\\b");

  private static final List<Path> FILES = Sources.mainFiles("core", "http");

  private static Map.Entry<String, Pattern> use(String name, String regex) {
    return Map.entry(name, Pattern.compile(regex));
  }

  private static String name(Path file) {
    return file.toString().replaceFirst(".*/src/main/java/", "");
  }

  @Test
  void everyCallIsInTheInventory() {
    Map<String, Set<String>> documented = new TreeMap<>();
    String document = Sources.text(Sources.document("security.md"));
    for (List<String> row : MarkdownTable.rows(document, "file", "use", "for")) {
      documented.put(
          row.get(0).replace("`", ""), new TreeSet<>(List.of(row.get(1).split(", ", -1))));
    }
    Map<String, Set<String>> found = new TreeMap<>();
    for (Path file : FILES) {
      String code = Sources.code(file);
      Set<String> uses = new TreeSet<>();
      USES.forEach(
          (use, pattern) -> {
            if (pattern.matcher(code).find()) {
              uses.add(use);
            }
          });
      if (!uses.isEmpty()) {
        found.put(name(file), uses);
      }
    }
    assertThat(found).isEqualTo(documented);
  }

  @Test
  void noDoorToCryptographyIsOutsideTheInventory() {
    String document = Sources.text(Sources.document("security.md"));
    List<String> inventory =
        MarkdownTable.rows(document, "file", "use", "for").stream()
            .map(row -> row.get(0).replace("`", ""))
            .toList();
    assertThat(
            FILES.stream()
                .filter(file -> DOOR.matcher(Sources.code(file)).find())
                .map(CryptoInventoryTest::name))
        .isSubsetOf(inventory)
        .isNotEmpty();
  }

  @Test
  void sha1StandsInTotpAlone() {
    Pattern sha1 = Pattern.compile("SHA-?1\\b|SHA\"", Pattern.CASE_INSENSITIVE);
    assertThat(FILES.stream().filter(file -> sha1.matcher(Sources.code(file)).find()))
        .isNotEmpty()
        .allMatch(file -> file.getParent().endsWith("com/thogits/auth/totp"));
  }

  @Test
  void nothingWeakIsUsed() {
    Pattern weak =
        Pattern.compile(
            "\"(?:[^\"]*/)?(?:ECB|CBC|PKCS1Padding|PKCS5Padding|DES|DESede|RC4|ARCFOUR|Blowfish"
                + "|MD[245]|RSA)\\b[^\"]*\"",
            Pattern.CASE_INSENSITIVE);
    assertThat(FILES.stream().filter(file -> weak.matcher(Sources.code(file)).find())).isEmpty();
  }

  /**
   * Arrays of bytes are compared in constant time wherever they can be secrets; digests, which are
   * looked up by their value in any store, common passwords and a known answer are none.
   */
  @Test
  void secretsAreComparedInConstantTime() {
    Pattern plain = Pattern.compile("Arrays\\.(?:equals|compare\\w*|mismatch)\\(");
    assertThat(
            FILES.stream()
                .filter(file -> plain.matcher(Sources.code(file)).find())
                .map(Sources::className))
        .isSubsetOf("TokenHash", "SealedSecret", "CommonPasswords", "NativeArgon2");
    assertThat(
            Stream.of("totp/TotpSecret", "password/Argon2id", "SessionToken")
                .map(
                    name ->
                        Sources.mainFolder("core").resolve("com/thogits/auth/" + name + ".java"))
                .map(Sources::code))
        .allMatch(code -> code.contains("MessageDigest.isEqual("));
    assertThat(Sources.code(Sources.mainFolder("core").resolve("com/thogits/auth/totp/Totp.java")))
        .as("codes are compared as numbers, each of them, to the end of the window")
        .contains("boolean same = hotp.number(keyed, step) == code;")
        .doesNotContain("equals(", "break;");
  }
}
