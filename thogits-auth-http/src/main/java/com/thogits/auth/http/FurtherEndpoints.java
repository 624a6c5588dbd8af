package com.thogits.auth.http;

import com.thogits.auth.AuthService;
import com.thogits.auth.SignedIn;
import com.thogits.auth.http.Route.Access;
import java.util.List;

/** The endpoints beyond the documented ones: recovery codes, fresh proof, the user's sessions. */
final class FurtherEndpoints {
  private final AuthService auth;
  private final Cookies cookies;

  FurtherEndpoints(AuthService auth, Cookies cookies) {
    this.auth = auth;
    this.cookies = cookies;
  }

  List<Route> routes() {
    return List.of(
        new Route("POST", "/2fa/recovery-codes", Access.SESSION, this::createRecoveryCodes),
        new Route("POST", "/2fa/recovery/verify", Access.PARTIAL_SESSION, this::verifyRecoveryCode),
        new Route("POST", "/reauthenticate", Access.SESSION, this::reauthenticate),
        new Route("GET", "/sessions", Access.SESSION, this::sessions),
        new Route("DELETE", "/sessions/{id}", Access.SESSION, this::endSession),
        new Route("POST", "/sessions/end-others", Access.SESSION, this::endOtherSessions));
  }

  private AuthResponse createRecoveryCodes(Call call) {
    return AuthResponse.json(
        200, JsonWriter.list("recovery_codes", auth.createRecoveryCodes(call.token())));
  }

  private AuthResponse verifyRecoveryCode(Call call) {
    SignedIn signedIn =
        auth.verifyRecoveryCode(call.token(), call.fields().text("code"), call.client());
    return cookies.signedIn(signedIn, AuthResponse.json(200, JsonWriter.user(signedIn.user())));
  }

  private AuthResponse reauthenticate(Call call) {
    JsonFields fields = call.fields();
    SignedIn signedIn =
        auth.reauthenticate(call.token(), fields.text("password"), fields.optionalText("code"));
    return cookies.signedIn(signedIn, AuthResponse.message("Confirmed"));
  }

  private AuthResponse sessions(Call call) {
    return AuthResponse.json(200, JsonWriter.sessions(auth.sessions(call.token())));
  }

  /** A session that ends itself logs out. */
  private AuthResponse endSession(Call call) {
    auth.endSession(call.token(), call.id());
    AuthResponse answer = AuthResponse.message("Session ended");
    return auth.isSignedIn(call.token()) ? answer : cookies.signedOut(answer);
  }

  private AuthResponse endOtherSessions(Call call) {
    SignedIn signedIn = auth.endOtherSessions(call.token());
    return cookies.signedIn(signedIn, AuthResponse.message("Other sessions ended"));
  }
}
