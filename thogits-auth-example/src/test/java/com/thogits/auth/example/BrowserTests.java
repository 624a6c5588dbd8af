package com.thogits.auth.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests the one browser and the one packaged server that all of them share, so every account
 * has an address of its own; or a scripted server, which is theirs alone. Each begins as if the
 * browser had never been used, and fails if the page violated its policy or made the browser
 * complain.
 */
final class BrowserTests
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
  private static final Namespace NAMESPACE = Namespace.create(BrowserTests.class);

  /** Without a browser no test of the class runs, and no server is started for it. */
  @Override
  public void beforeAll(ExtensionContext context) {
    browser(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    browser(context).forgetEverything();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    assertThat(browser(context).complaints()).isEmpty();
    assertThat(browser(context).violations()).isEmpty();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(Browser.class, PageUser.class, ScriptedServer.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    if (type == ScriptedServer.class) {
      return scripted(context);
    }
    return type == Browser.class
        ? browser(context)
        : new PageUser(browser(context), server(context).baseUrl());
  }

  private static Browser browser(ExtensionContext context) {
    return shared(context, Browser.class, Browser::start);
  }

  private static SharedServer server(ExtensionContext context) {
    return shared(context, SharedServer.class, SharedServer::start);
  }

  /** One for each test; it ends after the test has been judged. */
  private static ScriptedServer scripted(ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .computeIfAbsent(
            ScriptedServer.class, first -> started(ScriptedServer::start), ScriptedServer.class);
  }

  private interface Start<T> {
    T start() throws IOException;
  }

  /** It ends after the last test of all. */
  private static <T> T shared(ExtensionContext context, Class<T> type, Start<T> start) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(type, first -> started(start), type);
  }

  private static <T> T started(Start<T> start) {
    try {
      return start.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
