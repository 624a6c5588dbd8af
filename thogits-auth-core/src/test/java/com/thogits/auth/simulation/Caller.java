package com.thogits.auth.simulation;

import com.thogits.auth.Client;
import com.thogits.auth.DeviceToken;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser somewhere, with what it holds. */
final class Caller {
  final String address;
  @Nullable Given held;
  @Nullable DeviceToken device;

  Caller(String address) {
    this.address = address;
  }

  Client presenting(@Nullable Given given, boolean showsDevice) {
    return new Client(
        address,
        "",
        Optional.ofNullable(given).map(shown -> shown.token),
        showsDevice ? Optional.ofNullable(device) : Optional.empty());
  }

  @Override
  public String toString() {
    return address;
  }
}
