-- A rule is in force for everybody, or nearer by: at a site, for a tag, on one server.
ALTER TABLE rule
    ADD COLUMN scope        text               NOT NULL DEFAULT 'fleet',
    ADD COLUMN site_id      integer REFERENCES site ON DELETE CASCADE,
    ADD COLUMN tag          text,
    ADD COLUMN server_id    integer REFERENCES server ON DELETE CASCADE,
    ADD COLUMN kind         text               NOT NULL DEFAULT 'threshold',
    ADD COLUMN side         text               NOT NULL DEFAULT 'high' CHECK (side IN ('high', 'low')),
    ADD COLUMN agreeing     integer            NOT NULL DEFAULT 1,
    ADD COLUMN of_last      integer            NOT NULL DEFAULT 1,
    ADD COLUMN over         interval           NOT NULL DEFAULT interval '0',
    ADD COLUMN free_at_most double precision[] NOT NULL DEFAULT '{}';

UPDATE rule SET kind = 'silence' WHERE metric IS NULL;

ALTER TABLE rule
    ADD CHECK (kind IN ('silence', 'threshold', 'rate-of-change', 'no-data', 'restart-seen')),
    ADD CHECK ((kind = 'silence') = (metric IS NULL)),
    ADD CHECK (num_nonnulls(site_id, tag, server_id) = CASE scope WHEN 'fleet' THEN 0 ELSE 1 END),
    DROP CONSTRAINT rule_pkey,
    ADD PRIMARY KEY (id, scope);

COMMENT ON COLUMN rule.scope IS 'fleet, site:3, tag:lab or server:7: what the three columns after it say, as one text';
COMMENT ON COLUMN rule.raise_at IS 'in terms of the number that the kind makes: with its sign turned for the low side of a threshold';
COMMENT ON COLUMN rule.agreeing IS 'so many of the last of_last readings';
COMMENT ON COLUMN rule.over IS 'the time over which a rate is measured or restarts are counted';
COMMENT ON COLUMN rule.free_at_most IS 'bytes, one a level; infinity where free space does not matter; empty: nowhere';
