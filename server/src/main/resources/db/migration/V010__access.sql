CREATE TABLE cmm_user (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text        NOT NULL CHECK (length(name) BETWEEN 2 AND 60 AND name NOT LIKE '%@%'),
    email         text        NOT NULL CHECK (length(email) <= 254 AND email LIKE '%@%'),
    role          text        NOT NULL CHECK (role IN ('viewer', 'technician', 'admin')),
    state         text        NOT NULL CHECK (state IN ('pending', 'active', 'disabled')),
    language      text        CHECK (language IN ('en', 'fr')),
    password_hash text,
    created_at    timestamptz NOT NULL,
    CONSTRAINT newcomers_are_viewers CHECK (state <> 'pending' OR role = 'viewer')
);
CREATE UNIQUE INDEX cmm_user_name ON cmm_user (lower(name));
CREATE UNIQUE INDEX cmm_user_email ON cmm_user (lower(email));
COMMENT ON COLUMN cmm_user.password_hash IS 'bcrypt; none until the user follows the first one-time link';

CREATE TABLE user_session (
    id           uuid        PRIMARY KEY,
    user_id      integer     NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    created_at   timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    address      text        NOT NULL,
    program      text        NOT NULL,
    revoked_at   timestamptz
);
CREATE INDEX user_session_user ON user_session (user_id);

CREATE TABLE refresh_token (
    fingerprint text        PRIMARY KEY,
    session_id  uuid        NOT NULL REFERENCES user_session ON DELETE CASCADE,
    issued_at   timestamptz NOT NULL,
    spent_at    timestamptz,
    successor   text
);
CREATE INDEX refresh_token_session ON refresh_token (session_id);
COMMENT ON TABLE refresh_token IS 'spent ones are kept while their session lives, so that a stolen one is recognised';

CREATE TABLE api_token (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id      integer     NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    label        text        NOT NULL CHECK (length(label) BETWEEN 1 AND 80),
    role         text        NOT NULL CHECK (role IN ('viewer', 'technician', 'admin')),
    fingerprint  text        NOT NULL UNIQUE,
    created_at   timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    last_used_at timestamptz,
    revoked_at   timestamptz
);
CREATE INDEX api_token_user ON api_token (user_id);

CREATE TABLE password_link (
    user_id     integer     PRIMARY KEY REFERENCES cmm_user ON DELETE CASCADE,
    fingerprint text        NOT NULL UNIQUE,
    expires_at  timestamptz NOT NULL
);
COMMENT ON TABLE password_link IS 'one-time links with which a user sets a new password';

CREATE TABLE access_policy (
    only_row          boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    self_registration boolean NOT NULL DEFAULT true,
    setup_fingerprint text
);
INSERT INTO access_policy DEFAULT VALUES;

CREATE TABLE login_attempts (
    subject      text        PRIMARY KEY,
    failures     integer     NOT NULL,
    last_at      timestamptz NOT NULL,
    locked_until timestamptz
);
CREATE INDEX login_attempts_last ON login_attempts (last_at);
COMMENT ON COLUMN login_attempts.subject IS 'an account as it was typed, kept as SHA-256, or an address';

CREATE TABLE audit_entry (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz NOT NULL,
    user_id integer,
    actor   text        NOT NULL,
    address text        NOT NULL,
    action  text        NOT NULL,
    target  text        NOT NULL,
    before  jsonb,
    after   jsonb
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the table % only grows: % is refused', TG_TABLE_NAME, TG_OP;
END $$;

CREATE TRIGGER audit_entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
