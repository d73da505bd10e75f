CREATE TABLE maintenance_window (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    reason     text        NOT NULL,
    author     text        NOT NULL,
    site_id    integer REFERENCES site ON DELETE CASCADE,
    server_id  integer REFERENCES server,
    tag        text,
    recurrence text        NOT NULL,
    start_at   time        NOT NULL,
    length     interval    NOT NULL,
    zone       text        NOT NULL,
    from_day   date        NOT NULL,
    until_day  date,
    created_at timestamptz NOT NULL,
    ended_at   timestamptz,
    ended_by   text,
    CHECK (num_nonnulls(site_id, server_id, tag) <= 1)
);
COMMENT ON TABLE maintenance_window IS 'when notices are held back, of a server, a site, a tag, or else of every machine';
COMMENT ON COLUMN maintenance_window.recurrence IS
    'once, weekly:monday,friday, monthly:31, nth:2:sunday or nth:-1:friday';
COMMENT ON COLUMN maintenance_window.ended_at IS 'ended for good by a person';

ALTER TABLE server ADD COLUMN depends_on integer REFERENCES server;
COMMENT ON COLUMN server.depends_on IS 'without this one nothing is heard of it, such as a gateway';

CREATE INDEX incident_entry_held_back ON incident_entry (held_back) WHERE held_back IS NOT NULL;
