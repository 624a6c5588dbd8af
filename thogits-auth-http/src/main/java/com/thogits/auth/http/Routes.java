package com.thogits.auth.http;

import com.thogits.auth.AuthService;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the route of a path. */
final class Routes {
  private static final String ANY_ID = "{id}";

  private final Map<String, Route> byPath = new HashMap<>();
  private final Map<String, Route> byParentOfId = new HashMap<>();

  Routes(AuthService auth, Cookies cookies) {
    new DocumentedEndpoints(auth, cookies).routes().forEach(this::add);
    new FurtherEndpoints(auth, cookies).routes().forEach(this::add);
  }

  private void add(Route route) {
    String path = route.path();
    if (path.endsWith(ANY_ID)) {
      byParentOfId.put(path.substring(0, path.length() - ANY_ID.length()), route);
    } else {
      byPath.put(path, route);
    }
  }

  Optional<Route> find(String path) {
    return Optional.ofNullable(byPath.get(path))
        .or(() -> PathId.of(path).map(PathId::parent).map(byParentOfId::get));
  }
}
