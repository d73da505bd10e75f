CREATE DOMAIN severity AS text CHECK (VALUE IN ('info', 'warning', 'critical'));

CREATE TABLE rule (
    id          text PRIMARY KEY,
    metric      text,
    severities  text[]             NOT NULL,
    raise_at    double precision[] NOT NULL,
    clear_below double precision[] NOT NULL,
    raise_after interval           NOT NULL,
    clear_after interval           NOT NULL,
    max_gap     interval           NOT NULL,
    enabled     boolean            NOT NULL DEFAULT true,
    updated_at  timestamptz        NOT NULL,
    updated_by  text               NOT NULL DEFAULT ''
);
COMMENT ON COLUMN rule.metric IS 'NULL is the rule about silence: one severity, raise_after, and nothing else';
COMMENT ON COLUMN rule.updated_by IS 'empty: as CMM comes';

CREATE TABLE alert (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id  integer          NOT NULL REFERENCES server,
    rule       text             NOT NULL,
    subject    text             NOT NULL,
    severity   severity         NOT NULL,
    worst      severity         NOT NULL,
    value      double precision NOT NULL,
    raised_at  timestamptz      NOT NULL,
    changed_at timestamptz      NOT NULL,
    cleared_at timestamptz,
    cause      text CHECK (cause IN ('recovered', 'rule-changed', 'closed-by-person')),
    closed_by  text             NOT NULL DEFAULT '',
    UNIQUE (server_id, rule, subject, raised_at),
    CHECK ((cleared_at IS NULL) = (cause IS NULL))
);
CREATE UNIQUE INDEX alert_open ON alert (server_id, rule, subject) WHERE cleared_at IS NULL;

COMMENT ON COLUMN alert.subject IS 'text of the series; empty for silence';
COMMENT ON COLUMN alert.value IS
    'the reading that raised it or last moved it, in the unit of its metric; for silence the seconds since the last contact';
COMMENT ON COLUMN alert.changed_at IS 'time of its newest event; samples up to here have been decided upon';

CREATE TABLE heartbeat (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    alive_at timestamptz NOT NULL
);
COMMENT ON TABLE heartbeat IS 'when CMM was last alive: one row';
