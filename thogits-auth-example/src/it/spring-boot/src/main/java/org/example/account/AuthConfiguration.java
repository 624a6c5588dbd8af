package org.example.account;

import com.thogits.auth.AuthService;
import com.thogits.auth.AuthSettings;
import com.thogits.auth.crypto.KeyRing;
import com.thogits.auth.http.AuthEndpoints;
import com.thogits.auth.http.HttpSettings;
import com.thogits.auth.http.SessionCookies;
import com.thogits.auth.http.SessionGuard;
import com.thogits.auth.jdbc.JdbcStores;
import java.security.SecureRandom;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class AuthConfiguration {
  private final HttpSettings settings = HttpSettings.DEFAULTS;

  @Bean
  AuthService authService(DataSource dataSource, @Value("${auth.keys}") String keys) {
    return JdbcStores.authService(dataSource, KeyRing.parse(keys, new SecureRandom()))
        .settings(AuthSettings.DEFAULTS.withIssuer("Acme"))
        .build();
  }

  @Bean
  SessionGuard sessionGuard(AuthService auth) {
    return new SessionGuard(auth, settings);
  }

  @Bean
  SessionCookies sessionCookies() {
    return new SessionCookies(settings);
  }

  /** The sign-in endpoints. */
  @Bean
  ServletRegistrationBean<AuthServlet> authServlet(AuthService auth) {
    AuthEndpoints endpoints = new AuthEndpoints(auth, settings);
    return new ServletRegistrationBean<>(new AuthServlet(endpoints), "/api/auth/*");
  }

  /** Whatever Spring MVC serves is for signed-in users. */
  @Bean
  FilterRegistrationBean<SessionFilter> sessionFilter(
      SessionGuard guard, DispatcherServletRegistrationBean springMvc) {
    return new FilterRegistrationBean<>(new SessionFilter(guard), springMvc);
  }
}
