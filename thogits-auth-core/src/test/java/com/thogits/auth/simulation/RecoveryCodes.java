package com.thogits.auth.simulation;

import com.thogits.auth.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The recovery codes that were made together, and who tried them. */
final class RecoveryCodes {
  private final Map<TokenHash, List<Operation>> uses = new HashMap<>();

  RecoveryCodes(List<String> codes) {
    codes.forEach(code -> uses.put(hash(code), new ArrayList<>()));
  }

  static RecoveryCodes none() {
    return new RecoveryCodes(List.of());
  }

  static TokenHash hash(String code) {
    try {
      byte[] text = code.replace("-", "").getBytes(StandardCharsets.US_ASCII);
      return new TokenHash(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new AssertionError(everyJavaHasIt);
    }
  }

  boolean has(String code) {
    return uses.containsKey(hash(code));
  }

  void tried(String code, Operation by) {
    List<Operation> before = uses.get(hash(code));
    if (before != null) {
      before.add(by);
    }
  }

  boolean wasSpentBeside(String code, Operation by) {
    return uses.getOrDefault(hash(code), List.of()).stream()
        .anyMatch(other -> other != by && other.isDone());
  }

  /** Whether these codes can be what is left: none that is spent, all that nobody used. */
  boolean mayBeLeft(Set<?> left) {
    return uses.keySet().containsAll(left)
        && uses.entrySet().stream()
            .allMatch(
                code ->
                    left.contains(code.getKey())
                        ? code.getValue().stream().noneMatch(Operation::isDone)
                        : code.getValue().stream().anyMatch(Operation::mayHaveWritten));
  }
}
