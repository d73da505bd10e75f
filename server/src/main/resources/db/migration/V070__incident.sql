CREATE TABLE alert_change (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    alert_id bigint      NOT NULL REFERENCES alert,
    kind     text        NOT NULL CHECK (kind IN ('raised', 'moved', 'cleared')),
    severity severity    NOT NULL,
    at       timestamptz NOT NULL
);
CREATE INDEX alert_change_alert ON alert_change (alert_id, id);
COMMENT ON TABLE alert_change IS 'what happened to alerts, in the order in which it was decided; only ever added to';
INSERT INTO alert_change (alert_id, kind, severity, at)
SELECT id, 'raised', severity, raised_at FROM alert WHERE cleared_at IS NULL ORDER BY id;

CREATE TABLE incident (
    id                 bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id          integer REFERENCES server,
    site_id            integer REFERENCES site,
    stage              text          NOT NULL
        CHECK (stage IN ('open', 'acknowledged', 'in-progress', 'resolved', 'closed')),
    severity           severity      NOT NULL,
    worst              severity      NOT NULL,
    told               severity,
    opened_at          timestamptz   NOT NULL,
    resolved_at        timestamptz,
    acknowledged_by    text,
    acknowledged_until timestamptz,
    snoozed_until      timestamptz,
    snoozed_severity   severity,
    raises             timestamptz[] NOT NULL,
    flapping           boolean       NOT NULL,
    assignee_id        integer REFERENCES cmm_user ON DELETE SET NULL,
    CHECK ((server_id IS NULL) <> (site_id IS NULL))
);
CREATE UNIQUE INDEX incident_of_server ON incident (server_id) WHERE stage <> 'closed';
CREATE UNIQUE INDEX incident_of_site ON incident (site_id) WHERE stage <> 'closed';
CREATE INDEX incident_servers ON incident (server_id, id);
COMMENT ON TABLE incident IS 'what people work on: alerts of one cause, of one server or of a site as a whole';
COMMENT ON COLUMN incident.told IS 'the severity that people were last told of; NULL while nobody was told';

CREATE TABLE incident_alert (
    alert_id    bigint PRIMARY KEY REFERENCES alert,
    incident_id bigint   NOT NULL REFERENCES incident,
    severity    severity NOT NULL,
    firing      boolean  NOT NULL
);
CREATE INDEX incident_alerts ON incident_alert (incident_id);

CREATE TABLE incident_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id bigint      NOT NULL REFERENCES incident,
    at          timestamptz NOT NULL,
    kind        text        NOT NULL,
    severity    severity    NOT NULL,
    alert_id    bigint REFERENCES alert,
    audible     boolean     NOT NULL,
    held_back   text,
    by_whom     text        NOT NULL DEFAULT '',
    text        text        NOT NULL DEFAULT '',
    noticed_at  timestamptz
);
CREATE INDEX incident_timeline ON incident_entry (incident_id, id);
CREATE INDEX incident_entry_untold ON incident_entry (id) WHERE audible AND held_back IS NULL AND noticed_at IS NULL;
COMMENT ON COLUMN incident_entry.audible IS 'people are told of it, unless something held it back';
COMMENT ON COLUMN incident_entry.noticed_at IS 'when its notices were written';

CREATE TABLE incident_progress (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last_change bigint NOT NULL
);
INSERT INTO incident_progress (last_change) VALUES (0);
COMMENT ON TABLE incident_progress IS 'up to which change of an alert incidents have been worked out: one row';
