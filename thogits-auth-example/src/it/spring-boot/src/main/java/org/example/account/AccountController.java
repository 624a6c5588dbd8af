package org.example.account;

import com.thogits.auth.AuthService;
import com.thogits.auth.ProfileChange;
import com.thogits.auth.SessionInfo;
import com.thogits.auth.SignedIn;
import com.thogits.auth.UserInfo;
import com.thogits.auth.http.Admission.Granted;
import com.thogits.auth.http.SessionCookies;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the application itself offers to signed-in users. */
@RestController
@RequestMapping("/account")
class AccountController {
  private final AuthService auth;
  private final SessionCookies cookies;

  AccountController(AuthService auth, SessionCookies cookies) {
    this.auth = auth;
    this.cookies = cookies;
  }

  @GetMapping
  Map<String, String> greet(@RequestAttribute(SessionFilter.CALLER) Granted caller) {
    UserInfo user = caller.session().user();
    return Map.of("message", "Hello, " + user.displayName().orElse(user.email()));
  }

  @PostMapping("/name")
  Map<String, String> rename(
      @RequestAttribute(SessionFilter.CALLER) Granted caller, @RequestParam String name) {
    UserInfo user = auth.updateProfile(caller.token(), ProfileChange.displayName(name));
    return Map.of("message", "Hello, " + user.displayName().orElse(user.email()));
  }

  @GetMapping("/devices")
  List<String> devices(@RequestAttribute(SessionFilter.CALLER) Granted caller) {
    return auth.sessions(caller.token()).stream().map(SessionInfo::userAgent).toList();
  }

  /** The caller's session goes on under a new token, so the browser needs a new cookie. */
  @PostMapping("/devices/sign-out-others")
  ResponseEntity<Void> signOutOthers(@RequestAttribute(SessionFilter.CALLER) Granted caller) {
    SignedIn signedIn = auth.endOtherSessions(caller.token());
    HttpHeaders headers = new HttpHeaders();
    headers.addAll(HttpHeaders.SET_COOKIE, cookies.of(signedIn));
    return ResponseEntity.noContent().headers(headers).build();
  }
}
