-- Counts of attempts, each with the end of its window.
CREATE TABLE IF NOT EXISTS thogits_attempt (
  attempt_key VARCHAR(200) NOT NULL PRIMARY KEY,
  attempts    INTEGER NOT NULL,
  expires_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE INDEX IF NOT EXISTS thogits_attempt_expires_at ON thogits_attempt (expires_at);
