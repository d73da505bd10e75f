CREATE TABLE channel (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind       text        NOT NULL CHECK (kind IN ('email', 'webhook', 'telegram', 'slack', 'teams', 'ntfy', 'gateway')),
    name       text        NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    settings   jsonb       NOT NULL,
    secrets    bytea       NOT NULL,
    enabled    boolean     NOT NULL DEFAULT true,
    changed_at timestamptz NOT NULL,
    removed_at timestamptz
);
CREATE UNIQUE INDEX channel_name ON channel (lower(name)) WHERE removed_at IS NULL;
COMMENT ON COLUMN channel.secrets IS 'AES-256-GCM by the key in keys/channel-key: nonce, text, tag; JSON of what nobody is shown again';

CREATE TABLE notice_preference (
    user_id         integer     PRIMARY KEY REFERENCES cmm_user ON DELETE CASCADE,
    language        text        NOT NULL CHECK (language IN ('en', 'fr')),
    zone            text        NOT NULL,
    severities      text[]      NOT NULL,
    sites           integer[]   NOT NULL,
    quiet_from      time        NOT NULL,
    quiet_until     time        NOT NULL,
    quiet_days      boolean     NOT NULL,
    critical_always boolean     NOT NULL,
    changed_at      timestamptz NOT NULL
);
COMMENT ON COLUMN notice_preference.sites IS 'empty is every site, and machines without one';
COMMENT ON COLUMN notice_preference.quiet_days IS 'whether Sundays and public holidays are quiet as a whole';

CREATE TABLE notice_address (
    user_id    integer NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    channel_id integer NOT NULL REFERENCES channel,
    address    text    NOT NULL,
    PRIMARY KEY (user_id, channel_id)
);
COMMENT ON TABLE notice_address IS 'on which channels a person wants notices, and where; empty where the channel has one place of its own';

CREATE TABLE notice (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key           uuid        NOT NULL UNIQUE,
    event_id      bigint,
    incident_id   bigint,
    step          integer     NOT NULL DEFAULT 0,
    user_id       integer     NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    channel_id    integer     NOT NULL REFERENCES channel,
    address       text        NOT NULL,
    kind          text        NOT NULL CHECK (kind IN ('raise', 'recovery', 'escalation', 'digest')),
    severity      severity    NOT NULL,
    language      text        NOT NULL,
    title         text        NOT NULL,
    body          text        NOT NULL,
    short         text        NOT NULL,
    facts         jsonb       NOT NULL,
    happened_at   timestamptz NOT NULL,
    created_at    timestamptz NOT NULL,
    due_at        timestamptz NOT NULL,
    expires_at    timestamptz NOT NULL,
    state         text        NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'merged', 'refused', 'expired', 'dropped')),
    claimed_by    uuid,
    claimed_until timestamptz,
    attempts      integer     NOT NULL DEFAULT 0,
    digest_id     bigint      REFERENCES notice ON DELETE CASCADE,
    settled_at    timestamptz,
    UNIQUE (event_id, step, user_id, channel_id),
    CHECK ((state = 'merged') = (digest_id IS NOT NULL)),
    CHECK ((state = 'sending') = (claimed_until IS NOT NULL))
);
CREATE INDEX notice_line ON notice (user_id, channel_id, id) WHERE state IN ('waiting', 'sending');
CREATE INDEX notice_incident ON notice (incident_id, user_id);
CREATE INDEX notice_user ON notice (user_id, id);
CREATE INDEX notice_digest ON notice (digest_id) WHERE digest_id IS NOT NULL;
COMMENT ON TABLE notice IS 'the outbox, and after that the delivery log: one row for each event, person and channel';
COMMENT ON COLUMN notice.key IS 'what the counterpart knows it by when it comes a second time';
COMMENT ON COLUMN notice.claimed_until IS 'when another process may try, because the one that claimed it must have died';
COMMENT ON COLUMN notice.digest_id IS 'the notice that told this one together with others';

CREATE TABLE delivery_attempt (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    notice_id bigint      NOT NULL REFERENCES notice ON DELETE CASCADE,
    begun_at  timestamptz NOT NULL,
    ended_at  timestamptz,
    outcome   text CHECK (outcome IN ('accepted', 'retry', 'refused', 'unknown')),
    detail    text        NOT NULL DEFAULT '',
    CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX delivery_attempt_notice ON delivery_attempt (notice_id, id);
COMMENT ON COLUMN delivery_attempt.outcome IS 'unknown: the process died in between; it may have arrived';

CREATE TABLE holiday (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    name_fr text NOT NULL CHECK (length(name_fr) BETWEEN 1 AND 80),
    rule    text NOT NULL CHECK (rule IN ('fixed', 'easter', 'once')),
    month   integer CHECK (month BETWEEN 1 AND 12),
    day     integer CHECK (day BETWEEN 1 AND 31),
    days    integer CHECK (days BETWEEN -60 AND 100),
    date    date,
    CHECK (CASE rule WHEN 'fixed' THEN month IS NOT NULL AND day IS NOT NULL AND days IS NULL AND date IS NULL
                     WHEN 'easter' THEN days IS NOT NULL AND month IS NULL AND day IS NULL AND date IS NULL
                     ELSE month IS NULL AND day IS NULL AND days IS NULL END)
);
COMMENT ON COLUMN holiday.days IS 'after Easter Sunday';
COMMENT ON COLUMN holiday.date IS 'of a day that comes once; empty until it is announced';

INSERT INTO holiday (name, name_fr, rule, month, day) VALUES
    ('New Year', 'Nouvel An', 'fixed', 1, 1),
    ('Youth Day', 'Fête de la jeunesse', 'fixed', 2, 11),
    ('Labour Day', 'Fête du travail', 'fixed', 5, 1),
    ('National Day', 'Fête nationale', 'fixed', 5, 20),
    ('Assumption', 'Assomption', 'fixed', 8, 15),
    ('Christmas', 'Noël', 'fixed', 12, 25);
INSERT INTO holiday (name, name_fr, rule, days) VALUES
    ('Good Friday', 'Vendredi saint', 'easter', -2),
    ('Ascension', 'Ascension', 'easter', 39);
INSERT INTO holiday (name, name_fr, rule) VALUES
    ('End of Ramadan', 'Fête du Ramadan', 'once'),
    ('Feast of the Sheep', 'Fête du mouton', 'once');

CREATE TABLE on_call_group (
    id      integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name    text    NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
    rotates boolean NOT NULL,
    first   date    NOT NULL,
    zone    text    NOT NULL
);
CREATE UNIQUE INDEX on_call_group_name ON on_call_group (lower(name));
COMMENT ON COLUMN on_call_group.rotates IS 'whether its people take turns by ISO week; otherwise all of them are told';
COMMENT ON COLUMN on_call_group.first IS 'a day of the week that the first of them has';

CREATE TABLE on_call_member (
    group_id integer NOT NULL REFERENCES on_call_group ON DELETE CASCADE,
    user_id  integer NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    place    integer NOT NULL,
    PRIMARY KEY (group_id, user_id)
);

CREATE TABLE on_call_stand_in (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_id integer NOT NULL REFERENCES on_call_group ON DELETE CASCADE,
    user_id  integer NOT NULL REFERENCES cmm_user ON DELETE CASCADE,
    from_day date    NOT NULL,
    last_day date    NOT NULL CHECK (last_day >= from_day)
);

CREATE TABLE escalation_step (
    id       integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    site_id  integer  REFERENCES site ON DELETE CASCADE,
    lowest   severity NOT NULL,
    after    interval NOT NULL,
    user_id  integer  REFERENCES cmm_user ON DELETE CASCADE,
    group_id integer  REFERENCES on_call_group ON DELETE CASCADE,
    CHECK ((user_id IS NULL) <> (group_id IS NULL))
);
COMMENT ON TABLE escalation_step IS 'who is told when nobody acknowledges; the steps of a site, or those without one where it has none';

CREATE TABLE escalation_taken (
    incident_id   bigint      NOT NULL,
    waiting_since timestamptz NOT NULL,
    step_id       integer     NOT NULL REFERENCES escalation_step ON DELETE CASCADE,
    taken_at      timestamptz NOT NULL,
    PRIMARY KEY (incident_id, waiting_since, step_id)
);
