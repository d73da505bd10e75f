CREATE TABLE experiment (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name          text        NOT NULL,
    author        text        NOT NULL,
    created_at    timestamptz NOT NULL,
    file          text        NOT NULL,
    fingerprint   text        NOT NULL,
    layout        text[]      NOT NULL,
    version       text        NOT NULL,
    state         text        NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'cancelled', 'failed')),
    most          integer     NOT NULL,
    done          integer     NOT NULL DEFAULT 0,
    work          double precision NOT NULL DEFAULT 0,
    begun_at      timestamptz,
    ended_at      timestamptz,
    cancel_asked  boolean     NOT NULL DEFAULT false,
    claimed_by    uuid,
    claimed_until timestamptz,
    removed_at    timestamptz
);
COMMENT ON TABLE experiment IS 'policies compared in simulated worlds; nothing of it is real';
COMMENT ON COLUMN experiment.file IS 'everything that decides the results, as it is written by CMM, and where its parameters come from';
COMMENT ON COLUMN experiment.layout IS 'which sums the numbers of its replications are, in their order';
COMMENT ON COLUMN experiment.version IS 'of CMM, when it was begun';
COMMENT ON COLUMN experiment.most IS 'replications at most; done is how many there are, which may be enough before';
COMMENT ON COLUMN experiment.work IS 'seconds of work that went into the replications that are done';
COMMENT ON COLUMN experiment.claimed_until IS 'until then nobody else works on it; a process that died lets it run out';
CREATE INDEX experiment_unfinished ON experiment (id) WHERE state IN ('waiting', 'running');

CREATE TABLE experiment_replication (
    experiment_id integer NOT NULL REFERENCES experiment ON DELETE CASCADE,
    number        integer NOT NULL,
    totals        bytea   NOT NULL,
    PRIMARY KEY (experiment_id, number)
);
COMMENT ON COLUMN experiment_replication.totals IS
    'for each policy the number of events and the sums of the experiment''s layout, eight bytes each, high byte first';
