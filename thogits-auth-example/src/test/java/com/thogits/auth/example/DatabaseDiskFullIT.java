package com.thogits.auth.example;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is really full is answered 503, said in the log, and over when there is room. */
@Timeout(120)
class DatabaseDiskFullIT {
  @TempDir Path folder;

  @Test
  void nothingIsLostAndNobodyGetsInAndRoomIsEnoughToGoOn() throws Exception {
    try (SmallDisk disk = SmallDisk.mounted(folder.resolve("disk"));
        ServerUnderFailure server =
            ServerUnderFailure.started(
                folder, List.of("--jdbc-url=jdbc:h2:file:" + disk.folder().resolve("accounts")))) {
      for (int round = 0; round < 2; round++) {
        disk.fill();
        server.fillsUp();
        server.refusesEverybody();
        server.saidOf("No space left on device");
        disk.free();
        server.recovers();
      }
      server.takesACode();
      server.end();
    }
  }
}
