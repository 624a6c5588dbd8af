-- What each key has sealed to be known by. The row of number 0 is no key: its lock lets one process
-- at a time add or remove keys.
CREATE TABLE IF NOT EXISTS thogits_key (
  key_id INTEGER NOT NULL PRIMARY KEY,
  canary BYTEA NOT NULL
);

INSERT INTO thogits_key (key_id, canary)
SELECT 0, CAST('' AS BYTEA) WHERE NOT EXISTS (SELECT 1 FROM thogits_key WHERE key_id = 0);
