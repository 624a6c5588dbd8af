package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.AuthOperator;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no line of the program may do. */
class SourceRulesTest {
  private static final List<Path> LIBRARIES = Sources.mainFiles("core", "http");
  private static final List<Path> ALL = Sources.mainFiles("core", "http", "example");

  private static List<String> with(List<Path> files, String regex) {
    Pattern pattern = Pattern.compile(regex);
    return files.stream()
        .filter(file -> pattern.matcher(Sources.code(file)).find())
        .map(Sources::className)
        .toList();
  }

  @Test
  void randomnessIsSecureEverywhere() {
    assertThat(
            with(ALL, "java\\.util\\.Random\\b|\\bnew Random\\(|ThreadLocalRandom|Math\\.random"))
        .isEmpty();
    // The name of a file that nobody has to guess.
    assertThat(with(ALL, "UUID")).isSubsetOf("KeyFile");
  }

  @Test
  void nothingIsPrinted() {
    assertThat(with(LIBRARIES, "System\\.(?:out|err)\\b|printStackTrace")).isEmpty();
    assertThat(with(ALL, "printStackTrace")).isEmpty();
  }

  @Test
  void nothingCallsOut() {
    assertThat(
            with(
                LIBRARIES,
                "java\\.net\\.http|\\bURLConnection\\b|\\bopenConnection\\(|\\bopenStream\\("
                    + "|new Socket\\(|SocketChannel|DatagramSocket|getAllByName|InitialContext"
                    + "|ProcessBuilder|Runtime\\.getRuntime\\(\\)\\.exec"))
        .isEmpty();
    // These two pass on nothing but addresses in digits, which are never looked up as names.
    assertThat(with(LIBRARIES, "InetAddress\\.getByName\\("))
        .isSubsetOf("ClientNetwork", "IpLiteral");
  }

  @Test
  void nothingIsDeserialised() {
    assertThat(
            with(
                ALL,
                "ObjectInputStream|XMLDecoder|@JsonTypeInfo|activateDefaultTyping"
                    + "|\\.readValue\\(|implements .*Serializable"))
        .isEmpty();
  }

  @Test
  void timeComesFromTheClockAlone() {
    assertThat(
            with(
                LIBRARIES,
                "Instant\\.now\\(\\)|LocalDate(?:Time)?\\.now|ZonedDateTime\\.now|new Date\\("
                    + "|System\\.currentTimeMillis"))
        .isEmpty();
  }

  @Test
  void thereIsNoDebugSwitch() {
    assertThat(with(LIBRARIES, "(?i)\\bdebug\\b|Boolean\\.getBoolean|System\\.getenv")).isEmpty();
  }

  /** SQL is put together from constants alone; values are parameters. */
  @Test
  void sqlIsNeverMadeOfValues() {
    List<Path> jdbc =
        Sources.javaFiles(Sources.mainFolder("core").resolve("com/thogits/auth/jdbc"));
    assertThat(jdbc).isNotEmpty();
    // Made of the names of tables and columns, which the stores have as constants.
    assertThat(with(jdbc, "(?i)\"[^\"]*(?:where|values|set|=) *'?\" *\\+ *[a-z]"))
        .isSubsetOf("ExpiredRows");
    assertThat(with(jdbc, "\\.formatted\\(|String\\.format")).isEmpty();
  }

  @Test
  void noKeyStandsInTheSources() {
    assertThat(with(ALL, "-----BEGIN [A-Z ]*PRIVATE KEY|\"[A-Za-z0-9+/]{43}=\"")).isEmpty();
    // A digest that the native library has to compute when it is loaded.
    assertThat(with(ALL, "\"[0-9a-fA-F]{64}\"")).isSubsetOf("NativeArgon2");
    assertThat(with(ALL, "(?i)\\b(?:password|secret|pepper) *= *\"[^\"\\n]+\"")).isEmpty();
  }

  @Test
  void theOperatorSetsNoPassword() {
    assertThat(Stream.of(AuthOperator.class.getMethods()))
        .filteredOn(method -> method.getDeclaringClass() == AuthOperator.class)
        .extracting(method -> method.getName() + List.of(method.getParameterTypes()))
        .noneMatch(signature -> signature.matches("(?i).*set\\w*password.*"))
        .noneMatch(signature -> signature.matches(".*String, class java.lang.String.*"));
  }
}
