CREATE TABLE volume_day (
    server_id integer NOT NULL,
    subject   text    NOT NULL,
    day       date    NOT NULL,
    most      real    NOT NULL,
    PRIMARY KEY (server_id, subject, day)
);
COMMENT ON TABLE volume_day IS 'the highest used share of each file system on each day of UTC; kept as samples come';
COMMENT ON COLUMN volume_day.subject IS 'text of the series';

CREATE TABLE volume_day_known (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    until    timestamptz NOT NULL
);
COMMENT ON TABLE volume_day_known IS 'samples that came before this time are in volume_day: one row';

ALTER TABLE rule
    DROP CONSTRAINT rule_kind_check,
    ADD CONSTRAINT rule_kind_check
        CHECK (kind IN ('silence', 'threshold', 'rate-of-change', 'no-data', 'restart-seen', 'disk-full', 'habit'));
