-- Accounts. Texts are sized in UTF-16 units, of which H2 may need two where PostgreSQL needs one.
CREATE TABLE IF NOT EXISTS thogits_user (
  id                       VARCHAR(26) NOT NULL PRIMARY KEY,
  email                    VARCHAR(512) NOT NULL,
  -- Longer than the address: lower case and NFC can lengthen it.
  canonical_email          VARCHAR(1024) NOT NULL,
  password_hash            VARCHAR(1024),
  password_change_required BOOLEAN NOT NULL,
  display_name             VARCHAR(512),
  created_at               TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  oauth_providers          VARCHAR(256) ARRAY NOT NULL,
  -- Sealed: the database alone opens no account.
  totp_confirmed           BYTEA,
  totp_confirmed_at        TIMESTAMP(3) WITH TIME ZONE,
  totp_pending             BYTEA,
  totp_newest_step         BIGINT NOT NULL,
  -- The SHA-256 of each code that is left, in hexadecimal.
  recovery_codes           VARCHAR(64) ARRAY NOT NULL,
  credential_epoch         BIGINT NOT NULL,
  version                  BIGINT NOT NULL
);

CREATE UNIQUE INDEX IF NOT EXISTS thogits_user_canonical_email ON thogits_user (canonical_email);
