CREATE TABLE sampling_interval (
    server_id integer     NOT NULL REFERENCES server (id),
    since     timestamptz NOT NULL DEFAULT now(),
    millis    integer     NOT NULL CHECK (millis >= 0),
    PRIMARY KEY (server_id, since)
);
COMMENT ON TABLE sampling_interval IS
    'how long from one sample of a server to the next, each time its agent told another; the first holds for the time before it too';
COMMENT ON COLUMN sampling_interval.millis IS '0: the agent does not tell';
