package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "THOGITS_JDBC_URL", "jdbc:h2:mem:environment",
          "THOGITS_JDBC_USER", "environment-user",
          "THOGITS_JDBC_PASSWORD", "environment-password");

  @Test
  void withoutAnyItListensOnLocalhostAndKeepsAFolder() throws Exception {
    Options options = parse(Map.of());
    assertThat(options.host()).isEqualTo("localhost");
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.database())
        .isEqualTo(new DataFolder(Path.of("thogits-data").toAbsolutePath()));
    assertThat(options.http().insecureCookies()).isFalse();
    assertThat(options.http().allowedOrigins()).isEmpty();
  }

  @Test
  void theEnvironmentNamesTheDatabase() throws Exception {
    assertThat(parse(ENVIRONMENT).database())
        .isEqualTo(
            new JdbcUrl("jdbc:h2:mem:environment", "environment-user", "environment-password"));
  }

  @Test
  void anOptionComesBeforeItsEnvironmentVariable() throws Exception {
    assertThat(
            parse(ENVIRONMENT, "--jdbc-url=jdbc:h2:mem:option", "--jdbc-password=a=b").database())
        .isEqualTo(new JdbcUrl("jdbc:h2:mem:option", "environment-user", "a=b"));
    assertThat(parse(ENVIRONMENT, "--data-dir=/data").database())
        .isEqualTo(new DataFolder(Path.of("/data").toAbsolutePath()));
  }

  @Test
  void anEmptyEnvironmentVariableIsNone() throws Exception {
    assertThat(parse(Map.of("THOGITS_JDBC_URL", "")).database()).isInstanceOf(DataFolder.class);
  }

  @Test
  void aUserOrPasswordWithoutADatabaseIsRefused() {
    assertThatThrownBy(() -> parse(Map.of("THOGITS_JDBC_PASSWORD", "p")))
        .isInstanceOf(StartException.class)
        .hasMessageContaining("THOGITS_JDBC_URL");
  }

  @Test
  void originsAddUp() throws Exception {
    assertThat(
            parse(
                    Map.of(),
                    "--allowed-origin=https://a.example",
                    "--allowed-origin=https://b.example")
                .http()
                .allowedOrigins())
        .containsExactlyInAnyOrder("https://a.example", "https://b.example");
  }

  @Test
  void theirTextShowsNoSecret() throws Exception {
    assertThat(parse(ENVIRONMENT).toString()).doesNotContain("environment");
  }

  private static Options parse(Map<String, String> environment, String... arguments)
      throws StartException {
    return Options.parse(CommandLine.parse(List.of(arguments)), environment);
  }
}
