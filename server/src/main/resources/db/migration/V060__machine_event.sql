CREATE TABLE machine_event (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id integer     NOT NULL REFERENCES server,
    key       text        NOT NULL,
    kind      text        NOT NULL,
    evidence  text        NOT NULL,
    at        timestamptz NOT NULL,
    since     timestamptz,
    detail    text        NOT NULL DEFAULT '',
    told_at   timestamptz NOT NULL,
    UNIQUE (server_id, key)
);
CREATE INDEX machine_event_at ON machine_event (server_id, at, id);
COMMENT ON TABLE machine_event IS
    'starts, stops, sleep and power of a server as its agent knows of them, by CMM''s clock; facts, no conclusions';
