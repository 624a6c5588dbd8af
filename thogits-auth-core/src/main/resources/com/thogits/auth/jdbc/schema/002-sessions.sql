-- Sessions by the SHA-256 of their tokens. No foreign key: users may be kept elsewhere.
CREATE TABLE IF NOT EXISTS thogits_session (
  token            BYTEA NOT NULL PRIMARY KEY,
  id               VARCHAR(26) NOT NULL,
  user_id          VARCHAR(26) NOT NULL,
  standing         VARCHAR(16) NOT NULL,
  second_factor    BOOLEAN NOT NULL,
  credential_epoch BIGINT NOT NULL,
  created_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  proven_at        TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  expires_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  last_seen_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  address          VARCHAR(512) NOT NULL,
  user_agent       VARCHAR(512) NOT NULL
);

CREATE INDEX IF NOT EXISTS thogits_session_user_id ON thogits_session (user_id);
CREATE INDEX IF NOT EXISTS thogits_session_expires_at ON thogits_session (expires_at);
CREATE INDEX IF NOT EXISTS thogits_session_last_seen_at ON thogits_session (last_seen_at);
