package com.thogits.auth.requirements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.AuthServiceBuilder;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.http.AddressRange;
import com.thogits.auth.http.HttpSettings;
import com.thogits.auth.http.ProxyHeader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/settings.md} to the settings of the service and of the endpoints. */
class SettingsDocumentTest {
  private static final String DOCUMENT = Sources.text(Sources.document("settings.md"));
  private static final List<List<String>> SERVICE =
      MarkdownTable.rows(DOCUMENT, "setting", "default", "least", "most", "meaning");
  private static final List<List<String>> ENDPOINTS =
      MarkdownTable.rows(DOCUMENT, "setting", "default", "taken", "refused", "meaning");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @Test
  void everySettingStandsThereWithItsDefault() throws ReflectiveOperationException {
    Map<String, String> actual = new TreeMap<>();
    addSettings(actual, AuthSettings.DEFAULTS);
    addSettings(actual, AttemptLimits.DEFAULTS);
    addSettings(actual, HttpSettings.DEFAULTS);
    actual.remove("limits");

    Map<String, String> documented = new TreeMap<>();
    Stream.concat(SERVICE.stream(), ENDPOINTS.stream())
        .forEach(row -> documented.put(name(row), row.get(1)));
    assertThat(documented).isEqualTo(actual);
  }

  private static String name(List<String> row) {
    return row.get(0).replace("`", "");
  }

  private static void addSettings(Map<String, String> settings, Record defaults)
      throws ReflectiveOperationException {
    for (RecordComponent setting : defaults.getClass().getRecordComponents()) {
      settings.put(setting.getName(), inWords(setting.getAccessor().invoke(defaults)));
    }
  }

  private static String inWords(Object value) {
    if (value instanceof Duration span) {
      return span.toDays() > 1
          ? span.toDays() + " days"
          : span.toMinutes() == 60 ? "1 hour" : span.toMinutes() + " minutes";
    }
    boolean none =
        (value instanceof Collection<?> many && many.isEmpty()) || value.equals(Optional.empty());
    return none ? "none" : value.toString();
  }

  @Test
  void theLimitsAreTakenAndWhatIsBeyondThemIsRefusedByName() throws ReflectiveOperationException {
    for (List<String> row : SERVICE) {
      Record defaults = owner(name(row));
      Method setter = setter(defaults, name(row));
      boolean limited = !row.get(2).isEmpty();
      assertThat(limited)
          .as(name(row))
          .isEqualTo(Set.of(int.class, Duration.class).contains(setter.getParameterTypes()[0]));
      if (limited) {
        Object least = value(row.get(2));
        Object most = value(row.get(3));
        assertThatCode(() -> set(setter, defaults, least)).doesNotThrowAnyException();
        assertThatCode(() -> set(setter, defaults, most)).doesNotThrowAnyException();
        assertThatIllegalArgumentException()
            .isThrownBy(() -> set(setter, defaults, next(least, -1)))
            .withMessageContaining(name(row));
        assertThatIllegalArgumentException()
            .isThrownBy(() -> set(setter, defaults, next(most, 1)))
            .withMessageContaining(name(row));
      }
    }
  }

  private static Record owner(String setting) {
    return Arrays.stream(AuthSettings.class.getRecordComponents())
            .anyMatch(component -> component.getName().equals(setting))
        ? AuthSettings.DEFAULTS
        : AttemptLimits.DEFAULTS;
  }

  private static Method setter(Record defaults, String setting) {
    String name = "with" + Character.toUpperCase(setting.charAt(0)) + setting.substring(1);
    return Arrays.stream(defaults.getClass().getMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void set(Method setter, Record defaults, Object value) throws Throwable {
    try {
      setter.invoke(defaults, value);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static Object value(String words) {
    String[] parts = words.replace(",", "").split(" ", 2);
    int number = Integer.parseInt(parts[0]);
    return parts.length == 1
        ? number
        : parts[1].startsWith("day") ? Duration.ofDays(number) : Duration.ofSeconds(number);
  }

  private static Object next(Object value, int by) {
    return value instanceof Duration span ? span.plusNanos(by) : (Object) ((Integer) value + by);
  }

  @Test
  void whatTheEndpointsTakeAndRefuseIsTrue() {
    HttpSettings defaults = HttpSettings.DEFAULTS;
    Map<String, Consumer<String>> settings =
        Map.of(
            "insecureCookies", text -> defaults.withInsecureCookies(Boolean.parseBoolean(text)),
            "allowedOrigins", text -> defaults.withAllowedOrigins(Set.of(text)),
            "trustedProxies", text -> defaults.withTrustedProxies(Set.of(AddressRange.parse(text))),
            "proxyHeader", text -> defaults.withProxyHeader(ProxyHeader.valueOf(text)),
            "strictTransportSecurity",
                text -> defaults.withStrictTransportSecurity(Boolean.parseBoolean(text)),
            "violationReports", text -> defaults.withViolationReports(URI.create(text)));
    for (List<String> row : ENDPOINTS) {
      Consumer<String> setting = settings.get(name(row));
      for (String taken : examples(row.get(2))) {
        assertThatCode(() -> setting.accept(taken)).as(taken).doesNotThrowAnyException();
      }
      for (String refused : examples(row.get(3))) {
        assertThatIllegalArgumentException().as(refused).isThrownBy(() -> setting.accept(refused));
      }
    }
  }

  private static List<String> examples(String cell) {
    return CODE.matcher(cell).results().map(match -> match.group(1)).toList();
  }

  @Test
  void everyPartOfTheBuilderStandsThere() {
    assertThat(MarkdownTable.rows(DOCUMENT, "part", "unless you say otherwise"))
        .extracting(SettingsDocumentTest::name)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(AuthServiceBuilder.class.getMethods())
                .filter(method -> method.getReturnType() == AuthServiceBuilder.class)
                .map(Method::getName)
                .toList());
  }
}
