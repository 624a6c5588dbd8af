-- Counts of attempts, each with the time of the next try and the time to be forgotten.
CREATE TABLE IF NOT EXISTS thogits_attempt (
  attempt_key VARCHAR(200) NOT NULL PRIMARY KEY,
  attempts    INTEGER NOT NULL,
  retry_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  forget_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE INDEX IF NOT EXISTS thogits_attempt_forget_at ON thogits_attempt (forget_at);
