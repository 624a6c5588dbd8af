package com.thogits.auth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.thogits.auth.Attempts;
import com.thogits.auth.Email;
import com.thogits.auth.Session;
import com.thogits.auth.Session.Standing;
import com.thogits.auth.TokenHash;
import com.thogits.auth.TotpEnrolment;
import com.thogits.auth.Ulid;
import com.thogits.auth.User;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2InFileTest extends JdbcServiceContract {
  @TempDir Path folder;

  private final List<JdbcConnectionPool> pools = new ArrayList<>();

  @Override
  DataSource emptyDatabase() {
    return open(folder.resolve(UUID.randomUUID().toString()));
  }

  private DataSource open(Path database) {
    JdbcConnectionPool pool = H2Database.inFile(database).pool();
    pools.add(pool);
    JdbcSchema.apply(pool);
    return pool;
  }

  @AfterEach
  void close() {
    pools.forEach(JdbcConnectionPool::dispose);
    pools.clear();
  }

  @Test
  void aFileThatIsOpenedAgainHasEverything() {
    Instant now = Instant.parse("2024-02-29T12:34:56.789Z");
    Ulid id = new Ulid(1, 2);
    Email email = Email.parse("ann@example.org").orElseThrow();
    User user =
        new User(id, email, "hash", true, "Ann", now, List.of("zulu"), TotpEnrolment.NONE, 1, 1);
    TokenHash token = new TokenHash(new byte[32]);
    Session session =
        new Session(token, id, id, Standing.FULL, true, 1, now, now, now, now, "", "");
    Attempts attempts = new Attempts(3, now, now.plusMillis(1));
    DataSource before = open(folder);
    new JdbcUserStore(before).insert(user);
    new JdbcSessionStore(before).insert(session);
    new JdbcAttemptStore(before).insert("key", attempts);
    close();

    DataSource after = open(folder);

    assertThat(new JdbcUserStore(after).findByEmail(email)).contains(user);
    assertThat(new JdbcSessionStore(after).find(token)).contains(session);
    assertThat(new JdbcAttemptStore(after).find("key")).contains(attempts);
  }
}
