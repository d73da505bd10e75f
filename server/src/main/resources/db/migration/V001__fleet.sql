CREATE TABLE site (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    zone       text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX site_name ON site (lower(name));

CREATE TABLE server (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code         text        NOT NULL,
    name         text        NOT NULL,
    address      inet,
    owner        text        NOT NULL DEFAULT '',
    environment  text        NOT NULL DEFAULT 'on-premise' CHECK (environment IN ('cloud', 'on-premise')),
    site_id      integer     REFERENCES site,
    tags         text[]      NOT NULL DEFAULT '{}',
    notes        text        NOT NULL DEFAULT '',
    machine      text,
    facts        jsonb,
    created_at   timestamptz NOT NULL DEFAULT now(),
    retired_at   timestamptz
);
CREATE UNIQUE INDEX server_code ON server (lower(code));
CREATE UNIQUE INDEX server_machine ON server (machine) WHERE retired_at IS NULL;
CREATE INDEX server_site ON server (site_id);

COMMENT ON COLUMN server.machine IS 'fingerprint of the hardware, so that a new installation is the same server';

CREATE TABLE enrolment_token (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text        NOT NULL UNIQUE,
    label       text        NOT NULL,
    site_id     integer     REFERENCES site,
    created_by  text        NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now(),
    expires_at  timestamptz NOT NULL,
    uses_left   integer     NOT NULL CHECK (uses_left >= 0),
    revoked_at  timestamptz
);

CREATE TABLE agent (
    server_id   integer PRIMARY KEY REFERENCES server,
    fingerprint text        NOT NULL UNIQUE,
    version     text        NOT NULL,
    enrolled_at timestamptz NOT NULL DEFAULT now(),
    revoked_at  timestamptz
);
COMMENT ON COLUMN agent.fingerprint IS 'SHA-256 of the secret; the secret itself is kept by the agent alone';
