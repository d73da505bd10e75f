CREATE TABLE test_machine (
    server_id integer PRIMARY KEY REFERENCES server,
    marked_by text        NOT NULL,
    marked_at timestamptz NOT NULL
);
COMMENT ON TABLE test_machine IS 'servers on which somebody lets drills happen; their agents must allow it, too';

CREATE TABLE drill (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key           text        NOT NULL UNIQUE,
    server_id     integer     NOT NULL REFERENCES server,
    fault         text        NOT NULL CHECK (fault IN ('cpu', 'memory', 'disk', 'downtime')),
    seconds       integer     NOT NULL CHECK (seconds > 0),
    percent       integer     NOT NULL CHECK (percent BETWEEN 0 AND 100),
    volume        text        NOT NULL,
    purpose       text        NOT NULL,
    ordered_by    text        NOT NULL,
    ordered_at    timestamptz NOT NULL,
    taken_back_by text,
    taken_back_at timestamptz,
    refused_at    timestamptz,
    started_at    timestamptz,
    ended_at      timestamptz,
    outcome       text        NOT NULL DEFAULT ''
);
CREATE INDEX drill_server ON drill (server_id, ordered_at);
CREATE INDEX drill_open ON drill (ordered_at) WHERE ended_at IS NULL AND refused_at IS NULL;
COMMENT ON COLUMN drill.key IS 'names it for its agent, which carries out no key twice';
COMMENT ON COLUMN drill.outcome IS 'why it ended or was refused, in the protocol''s words';
