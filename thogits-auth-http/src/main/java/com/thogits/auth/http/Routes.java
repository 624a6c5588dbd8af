package com.thogits.auth.http;

import com.thogits.auth.AuthService;
import com.thogits.auth.LoginResult;
import com.thogits.auth.ProfileChange;
import com.thogits.auth.SignedIn;
import com.thogits.auth.TotpRequired;
import com.thogits.auth.TotpSetup;
import com.thogits.auth.UserInfo;
import com.thogits.auth.http.Route.Access;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The documented endpoints, in the documentation's order. */
final class Routes {
  private final AuthService auth;
  private final SessionCookie cookie;
  private final Map<String, Route> byPath;

  Routes(AuthService auth, SessionCookie cookie) {
    this.auth = auth;
    this.cookie = cookie;
    this.byPath =
        List.of(
                new Route("POST", "/register", Access.ANYBODY, this::register),
                new Route("POST", "/login", Access.ANYBODY, this::login),
                new Route("POST", "/logout", Access.SESSION, this::logout),
                new Route("GET", "/me", Access.SESSION, this::me),
                new Route("PUT", "/profile", Access.SESSION, this::profile),
                new Route("POST", "/password", Access.SESSION, this::password),
                new Route("POST", "/2fa/totp/setup", Access.SESSION, this::setup),
                new Route("POST", "/2fa/totp/confirm", Access.SESSION, this::confirm),
                new Route("POST", "/2fa/totp/verify", Access.PARTIAL_SESSION, this::verify),
                new Route("POST", "/2fa/totp/disable", Access.SESSION, this::disable))
            .stream()
            .collect(Collectors.toUnmodifiableMap(Route::path, Function.identity()));
  }

  Optional<Route> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private AuthResponse register(Call call) {
    JsonFields fields = call.fields();
    SignedIn signedIn = auth.register(fields.text("email"), fields.text("password"), call.client());
    return carrying(signedIn, user(signedIn.user()));
  }

  private AuthResponse login(Call call) {
    JsonFields fields = call.fields();
    LoginResult result = auth.login(fields.text("email"), fields.text("password"), call.client());
    if (result instanceof SignedIn signedIn) {
      return carrying(signedIn, user(signedIn.user()));
    }
    TotpRequired partial = (TotpRequired) result;
    return AuthResponse.json(200, JsonWriter.yes("needs_2fa"))
        .with("Set-Cookie", cookie.set(partial.token(), partial.lifetime()));
  }

  private AuthResponse logout(Call call) {
    auth.logout(call.token());
    return message("Logged out")
        .with("Set-Cookie", cookie.clear())
        .with("Clear-Site-Data", "\"cache\", \"storage\"");
  }

  private AuthResponse me(Call call) {
    return user(call.user());
  }

  private AuthResponse profile(Call call) {
    return user(auth.updateProfile(call.token(), profileChange(call.fields())));
  }

  private static ProfileChange profileChange(JsonFields fields) {
    if (!fields.has("display_name")) {
      return ProfileChange.keep();
    }
    String name = fields.optionalText("display_name");
    return name == null ? ProfileChange.clear() : ProfileChange.displayName(name);
  }

  private AuthResponse password(Call call) {
    JsonFields fields = call.fields();
    SignedIn signedIn =
        auth.changePassword(
            call.token(), fields.text("current_password"), fields.text("new_password"));
    return carrying(signedIn, message("Password updated"));
  }

  private AuthResponse setup(Call call) {
    TotpSetup setup = auth.setupTotp(call.token());
    String image = Base64.getEncoder().encodeToString(setup.qrCode());
    return AuthResponse.json(
        200,
        JsonWriter.texts("secret", setup.secret(), "qr_code", "data:image/png;base64," + image));
  }

  private AuthResponse confirm(Call call) {
    SignedIn signedIn = auth.confirmTotp(call.token(), call.fields().text("code"));
    return carrying(signedIn, message("TOTP confirmed"));
  }

  private AuthResponse verify(Call call) {
    SignedIn signedIn = auth.verifyTotp(call.token(), call.fields().text("code"), call.client());
    return carrying(signedIn, user(signedIn.user()));
  }

  private AuthResponse disable(Call call) {
    SignedIn signedIn = auth.disableTotp(call.token(), call.fields().optionalText("code"));
    return carrying(signedIn, message("TOTP disabled"));
  }

  private AuthResponse carrying(SignedIn signedIn, AuthResponse answer) {
    return answer.with("Set-Cookie", cookie.set(signedIn.token(), signedIn.lifetime()));
  }

  private static AuthResponse user(UserInfo user) {
    return AuthResponse.json(200, JsonWriter.user(user));
  }

  private static AuthResponse message(String text) {
    return AuthResponse.json(200, JsonWriter.text("message", text));
  }
}
