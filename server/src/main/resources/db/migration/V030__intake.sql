CREATE TABLE agent_clock (
    server_id   integer     NOT NULL REFERENCES server,
    epoch       bigint      NOT NULL,
    skew_millis bigint      NOT NULL,
    seen_at     timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (server_id, epoch)
);
COMMENT ON TABLE agent_clock IS
    'how far one stretch of an agent''s clock is off, fixed at first sight: the same batch always gets the same times';

CREATE TABLE process_snapshot (
    server_id integer PRIMARY KEY REFERENCES server,
    at        timestamptz NOT NULL,
    snapshot  jsonb       NOT NULL
);
