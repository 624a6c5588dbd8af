package com.thogits.auth.simulation;

import com.thogits.auth.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be stored of each account. An operation claims what it is about to write. A claim holds
 * until an acknowledged one of the same aspect, begun after it ended, takes its place; one of an
 * operation that failed half way takes nobody's place and may hold itself.
 */
final class Claims {
  /** Whatever it writes, nobody has seen it. */
  static final Object ANYTHING = "(anything)";

  /** What an operation writes of one aspect. */
  static final class Claim {
    final Operation by;
    Object value;

    Claim(Operation by, Object value) {
      this.by = by;
      this.value = value;
    }

    private boolean agreesWith(Object stored) {
      if (value instanceof RecoveryCodes codes) {
        return stored instanceof Set<?> left && codes.mayBeLeft(left);
      }
      return value == ANYTHING || value.equals(stored);
    }
  }

  private final Reader reader;
  private final Map<String, Map<Aspect, List<Claim>>> byEmail = new LinkedHashMap<>();
  private final Map<String, @Nullable User> seen = new HashMap<>();

  Claims(Reader reader) {
    this.reader = reader;
  }

  /** Before the first step: nobody is there. */
  void begin(Operation beginning, String email) {
    byEmail.put(email, new EnumMap<>(Aspect.class));
    for (Aspect aspect : Aspect.values()) {
      byEmail.get(email).put(aspect, new ArrayList<>());
      claim(beginning, email, aspect, Reader.ABSENT);
    }
  }

  Collection<String> emails() {
    return byEmail.keySet();
  }

  Claim claim(Operation by, String email, Aspect aspect, Object value) {
    Claim claim = new Claim(by, value);
    Map<Aspect, List<Claim>> aspects = byEmail.get(email);
    if (aspects != null) {
      aspects.get(aspect).add(claim);
    }
    return claim;
  }

  Claim claim(Operation by, Aspect aspect, Object value) {
    return claim(by, by.email, aspect, value);
  }

  /** What may have been stored at some time while an operation ran. */
  List<Object> plausible(Operation asking, Aspect aspect) {
    return plausible(asking.email, aspect, asking.start);
  }

  /** What may be stored now. */
  List<Object> plausible(String email, Aspect aspect) {
    return plausible(email, aspect, Operation.NOT_YET);
  }

  private List<Object> plausible(String email, Aspect aspect, long before) {
    Map<Aspect, List<Claim>> aspects = byEmail.get(email);
    if (aspects == null) {
      return List.of();
    }
    List<Claim> claims = aspects.get(aspect);
    return claims.stream()
        .filter(claim -> claim.by.mayHaveWritten() && !isReplaced(claim, claims, before))
        .map(claim -> claim.value)
        .distinct()
        .toList();
  }

  private static boolean isReplaced(Claim claim, List<Claim> claims, long before) {
    for (Claim other : claims) {
      if (other.by.isDone() && other.by.end < before && claim.by.isBefore(other.by)) {
        return true;
      }
    }
    return false;
  }

  /** After an operation: its own account, and any that has changed. */
  void check(Operation ended) {
    byEmail.forEach(
        (email, aspects) -> {
          User account = reader.account(email);
          if (!Objects.equals(seen.put(email, account), account) || email.equals(ended.email)) {
            aspects.forEach(
                (aspect, claims) -> check(email, aspect, claims, reader.read(aspect, account)));
          }
        });
  }

  private static void check(String email, Aspect aspect, List<Claim> claims, Object stored) {
    for (Claim claim : claims) {
      if (claim.by.mayHaveWritten()
          && claim.agreesWith(stored)
          && !isReplaced(claim, claims, Operation.NOT_YET)) {
        return;
      }
    }
    throw new Violation(
        Invariant.ACKNOWLEDGED_WRITE_STAYS,
        aspect + " of " + email + " is " + stored + ", which nobody can have left there");
  }

  /** Forgets what no operation can refer to any more, when none is running. */
  void prune() {
    byEmail
        .values()
        .forEach(
            aspects ->
                aspects
                    .values()
                    .forEach(
                        claims ->
                            claims.removeIf(
                                claim ->
                                    !claim.by.mayHaveWritten()
                                        || isReplaced(claim, claims, Operation.NOT_YET))));
  }
}
