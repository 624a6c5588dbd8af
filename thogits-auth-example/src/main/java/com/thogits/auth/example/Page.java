package com.thogits.auth.example;

import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The page for people, over the endpoints that programs use. Its files are named here and read
 * once, at start; a request's path is looked up among theirs and leads to nothing else. The files
 * are the same for everybody: what is about an account comes from the endpoints.
 */
final class Page implements HttpHandler {
  private static final String FOLDER = "/page/";

  private static final List<String> FILES =
      List.of(
          "icon.svg",
          "style/tokens.css",
          "style/base.css",
          "style/layout.css",
          "style/forms.css",
          "style/account.css",
          "script/action.js",
          "script/api.js",
          "script/app.js",
          "script/code-fields.js",
          "script/device.js",
          "script/dom.js",
          "script/fields.js",
          "script/form.js",
          "script/frame.js",
          "script/identity.js",
          "script/leaving.js",
          "script/messages.js",
          "script/notice.js",
          "script/paced-button.js",
          "script/router.js",
          "script/session.js",
          "script/text-copy.js",
          "script/time.js",
          "script/views/password.js",
          "script/views/profile.js",
          "script/views/recovery-codes.js",
          "script/views/second-step.js",
          "script/views/sessions.js",
          "script/views/sign-in.js",
          "script/views/sign-up.js",
          "script/views/totp-setup.js",
          "script/views/two-factor.js");

  /**
   * Everything comes from this origin, but for the QR code, which is part of an answer. Scripts
   * send the forms: a form whose script did not load must not put a password into a URL. No text
   * becomes markup (Trusted Types).
   */
  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final int NO_BODY = -1;

  private final Map<String, PageFile> files = new LinkedHashMap<>();

  Page() {
    files.put("/", PageFile.read("index.html"));
    for (String name : FILES) {
      files.put(FOLDER + name, PageFile.read(name));
    }
  }

  /** The paths of its files. */
  Set<String> paths() {
    return files.keySet();
  }

  /** Answers GET and HEAD of its paths, and expects nothing else. */
  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      PageFile file = requireNonNull(files.get(exchange.getRequestURI().getRawPath()));
      Headers headers = exchange.getResponseHeaders();
      headers.set("ETag", file.tag());
      // Asked for anew each time, and answered 304 until the server is another version.
      headers.set("Cache-Control", "no-cache");
      headers.set("Content-Security-Policy", CONTENT_SECURITY_POLICY);
      headers.set("X-Content-Type-Options", "nosniff");
      headers.set("Referrer-Policy", "no-referrer");
      headers.set("Cross-Origin-Opener-Policy", "same-origin");
      headers.set("Cross-Origin-Resource-Policy", "same-origin");
      if (file.isNamedIn(exchange.getRequestHeaders().get("If-None-Match"))) {
        exchange.sendResponseHeaders(304, NO_BODY);
        return;
      }
      headers.set("Content-Type", file.type());
      if (exchange.getRequestMethod().equals("HEAD")) {
        headers.set("Content-Length", Integer.toString(file.content().length));
        exchange.sendResponseHeaders(200, NO_BODY);
        return;
      }
      exchange.sendResponseHeaders(200, file.content().length);
      exchange.getResponseBody().write(file.content());
    }
  }
}
