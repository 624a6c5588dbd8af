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

/** The documented endpoints, in the documentation's order. */
final class DocumentedEndpoints {
  private final AuthService auth;
  private final Cookies cookies;

  DocumentedEndpoints(AuthService auth, Cookies cookies) {
    this.auth = auth;
    this.cookies = cookies;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/register", Access.ANYBODY, this::register),
        new Route("POST", "/login", Access.ANYBODY, this::login),
        new Route("POST", "/logout", Access.SESSION, this::logout),
        new Route("GET", "/me", Access.SESSION, this::me),
        new Route("PUT", "/profile", Access.SESSION, this::profile),
        new Route("POST", "/password", Access.SESSION, this::password),
        new Route("POST", "/2fa/totp/setup", Access.SESSION, this::setup),
        new Route("POST", "/2fa/totp/confirm", Access.SESSION, this::confirm),
        new Route("POST", "/2fa/totp/verify", Access.PARTIAL_SESSION, this::verify),
        new Route("POST", "/2fa/totp/disable", Access.SESSION, this::disable));
  }

  private AuthResponse register(Call call) {
    JsonFields fields = call.fields();
    SignedIn signedIn = auth.register(fields.text("email"), fields.text("password"), call.client());
    return cookies.signedIn(signedIn, user(signedIn.user()));
  }

  private AuthResponse login(Call call) {
    JsonFields fields = call.fields();
    LoginResult result = auth.login(fields.text("email"), fields.text("password"), call.client());
    if (result instanceof SignedIn signedIn) {
      return cookies.signedIn(signedIn, user(signedIn.user()));
    }
    return cookies.awaitingCode(
        (TotpRequired) result, AuthResponse.json(200, JsonWriter.yes("needs_2fa")));
  }

  private AuthResponse logout(Call call) {
    auth.logout(call.token());
    return cookies.signedOut(AuthResponse.message("Logged out"));
  }

  private AuthResponse me(Call call) {
    return user(auth.me(call.token()));
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
    return cookies.signedIn(signedIn, AuthResponse.message("Password updated"));
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
    return cookies.signedIn(signedIn, AuthResponse.message("TOTP confirmed"));
  }

  private AuthResponse verify(Call call) {
    SignedIn signedIn = auth.verifyTotp(call.token(), call.fields().text("code"), call.client());
    return cookies.signedIn(signedIn, user(signedIn.user()));
  }

  private AuthResponse disable(Call call) {
    SignedIn signedIn = auth.disableTotp(call.token(), call.fields().optionalText("code"));
    return cookies.signedIn(signedIn, AuthResponse.message("TOTP disabled"));
  }

  private static AuthResponse user(UserInfo user) {
    return AuthResponse.json(200, JsonWriter.user(user));
  }
}
