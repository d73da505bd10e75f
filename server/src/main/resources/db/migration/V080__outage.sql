CREATE TABLE cmm_downtime (
    from_at timestamptz PRIMARY KEY,
    to_at   timestamptz NOT NULL CHECK (to_at > from_at)
);
COMMENT ON TABLE cmm_downtime IS
    'when CMM was down, frozen or without its database, from the last beat of its heart to the next one';

CREATE TABLE site_outage (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id    integer     NOT NULL REFERENCES site ON DELETE CASCADE,
    from_at    timestamptz NOT NULL,
    until_at   timestamptz,
    machines   integer     NOT NULL,
    cause      text        NOT NULL,
    confidence text        NOT NULL
);
CREATE INDEX site_outage_site ON site_outage (site_id, from_at);
COMMENT ON TABLE site_outage IS 'machines of one site that fell silent within the same minute';

CREATE TABLE outage (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id      integer     NOT NULL REFERENCES server,
    from_at        timestamptz NOT NULL,
    until_at       timestamptz,
    alert_id       bigint,
    site_outage_id bigint REFERENCES site_outage ON DELETE SET NULL,
    cause          text        NOT NULL,
    confidence     text        NOT NULL,
    provisional    boolean     NOT NULL,
    facts          jsonb       NOT NULL DEFAULT '[]',
    parts          jsonb       NOT NULL DEFAULT '[]',
    judged_at      timestamptz NOT NULL,
    corrected_to   text,
    corrected_from text,
    corrected_by   text        NOT NULL DEFAULT '',
    corrected_at   timestamptz,
    note           text        NOT NULL DEFAULT '',
    UNIQUE (server_id, from_at),
    CHECK (until_at >= from_at),
    CHECK ((corrected_to IS NULL) = (corrected_at IS NULL))
);
CREATE UNIQUE INDEX outage_open ON outage (server_id) WHERE until_at IS NULL;
CREATE INDEX outage_provisional ON outage (server_id) WHERE provisional;
CREATE INDEX outage_site ON outage (site_outage_id);
CREATE INDEX outage_from ON outage (from_at);

COMMENT ON COLUMN outage.alert_id IS 'the silence that was noticed; none where only history tells of the gap';
COMMENT ON COLUMN outage.cause IS 'as CMM judges; what a person says stands in corrected_to and wins';
COMMENT ON COLUMN outage.parts IS 'stretches with causes of their own; empty where the whole has one';
COMMENT ON COLUMN outage.corrected_from IS 'what CMM had judged when a person corrected it';

CREATE TABLE outage_due (
    server_id integer PRIMARY KEY REFERENCES server,
    from_at   timestamptz NOT NULL,
    to_at     timestamptz NOT NULL,
    noted_at  timestamptz NOT NULL
);
COMMENT ON TABLE outage_due IS
    'servers of which something came that may tell of gaps or their causes, and has not been looked at yet';
