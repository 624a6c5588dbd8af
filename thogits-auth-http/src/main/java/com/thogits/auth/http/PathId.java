package com.thogits.auth.http;

import com.thogits.auth.Ulid;
import java.util.Optional;

/**
 * A path that ends with the id of something.
 *
 * @param parent what comes before the id, with the slash
 * @param id in upper or lower case
 */
record PathId(String parent, Ulid id) {

  static Optional<PathId> of(String path) {
    int start = path.lastIndexOf('/') + 1;
    try {
      return Optional.of(new PathId(path.substring(0, start), Ulid.parse(path.substring(start))));
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }
}
