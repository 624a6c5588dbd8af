package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.thogits.auth.AttemptLimits;
import com.thogits.auth.example.DatabaseLocation.DataFolder;
import com.thogits.auth.example.DatabaseLocation.JdbcUrl;
import com.thogits.auth.http.AddressRange;
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
    assertThat(options.storage().database())
        .isEqualTo(new DataFolder(Path.of("thogits-data").toAbsolutePath()));
    assertThat(options.http().insecureCookies()).isFalse();
    assertThat(options.http().allowedOrigins()).isEmpty();
  }

  @Test
  void theEnvironmentNamesTheDatabase() throws Exception {
    assertThat(parse(ENVIRONMENT).storage().database())
        .isEqualTo(
            new JdbcUrl("jdbc:h2:mem:environment", "environment-user", "environment-password"));
  }

  @Test
  void anOptionComesBeforeItsEnvironmentVariable() throws Exception {
    assertThat(
            parse(ENVIRONMENT, "--jdbc-url=jdbc:h2:mem:option", "--jdbc-password=a=b")
                .storage()
                .database())
        .isEqualTo(new JdbcUrl("jdbc:h2:mem:option", "environment-user", "a=b"));
    assertThat(parse(ENVIRONMENT, "--data-dir=/data").storage().database())
        .isEqualTo(new DataFolder(Path.of("/data").toAbsolutePath()));
  }

  @Test
  void anEmptyEnvironmentVariableIsNone() throws Exception {
    assertThat(parse(Map.of("THOGITS_JDBC_URL", "")).storage().database())
        .isInstanceOf(DataFolder.class);
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
  void keysAndAuditLogAreInTheFolderUnlessSaidOtherwise() throws Exception {
    Storage inFolder = parse(Map.of(), "--data-dir=/data").storage();
    assertThat(inFolder.keyFile()).isEqualTo(Path.of("/data/keys").toAbsolutePath());
    assertThat(inFolder.auditLog()).hasValue(Path.of("/data/audit.log").toAbsolutePath());
    Storage besideADatabase = parse(ENVIRONMENT).storage();
    assertThat(besideADatabase.keyFile()).isEqualTo(Path.of("thogits-data/keys").toAbsolutePath());
    Storage chosen = parse(ENVIRONMENT, "--key-file=/k", "--audit-log=/a").storage();
    assertThat(chosen.keyFile()).isEqualTo(Path.of("/k").toAbsolutePath());
    assertThat(chosen.auditLog()).hasValue(Path.of("/a").toAbsolutePath());
    assertThat(parse(Map.of(), "--audit-log=-").storage().auditLog()).isEmpty();
    assertThat(parse(Map.of("THOGITS_KEY_FILE", "/e")).storage().keyFile())
        .isEqualTo(Path.of("/e").toAbsolutePath());
  }

  @Test
  void theLimitsOfAnAddressCanBeChosen() throws Exception {
    assertThat(parse(Map.of()).limits()).isEqualTo(AttemptLimits.DEFAULTS);
    Options options =
        parse(Map.of(), "--login-failures-per-address=7", "--registrations-per-address=1000000");
    assertThat(options.limits().loginFailuresPerAddress()).isEqualTo(7);
    assertThat(options.limits().registrationsPerAddress()).isEqualTo(1_000_000);
  }

  @Test
  void trustedProxiesAddUp() throws Exception {
    assertThat(
            parse(Map.of(), "--trusted-proxy=10.0.0.0/8", "--trusted-proxy=::1")
                .http()
                .trustedProxies())
        .containsExactlyInAnyOrder(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("::1"));
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
