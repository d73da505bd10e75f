CREATE TABLE sample_closing (LIKE sample INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE sample_closing IS
    'days that are over, while they are written as blocks: nobody adds to them, rows that come late begin table sample''s day anew';

CREATE VIEW open_sample AS SELECT * FROM sample UNION ALL SELECT * FROM sample_closing;
COMMENT ON VIEW open_sample IS 'samples that are rows; a late one may be there twice while its day is being closed';

CREATE TABLE sample_block (
    server_id integer     NOT NULL,
    at        timestamptz NOT NULL,
    layout_id integer     NOT NULL,
    place     smallint    NOT NULL,
    content   bytea       NOT NULL,
    PRIMARY KEY (server_id, at, layout_id, place)
) PARTITION BY RANGE (at);
-- the content is as small as it gets: an attempt to compress it would be wasted on every write
ALTER TABLE sample_block ALTER COLUMN content SET STORAGE EXTERNAL;
COMMENT ON TABLE sample_block IS
    'samples of days that are closed, a server and day together, column by column; read them with the functions of docs/history.md';
COMMENT ON COLUMN sample_block.at IS 'start of the day, of UTC';
COMMENT ON COLUMN sample_block.place IS '0: the times, in milliseconds since 1970; n: the readings of the layout''s series n';

CREATE TABLE rollup_5min (
    server_id integer            NOT NULL,
    at        timestamptz        NOT NULL,
    layout_id integer            NOT NULL,
    readings  double precision[] NOT NULL,
    PRIMARY KEY (server_id, at, layout_id)
) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_5min IS 'one row per server, layout and five minutes';
COMMENT ON COLUMN rollup_5min.readings IS
    'samples, coverage, first and last (seconds after the start), then minimum, maximum, sum, last and count of each series';

CREATE TABLE rollup_1h (LIKE rollup_5min INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_1h IS 'as rollup_5min, of hours of UTC';
CREATE TABLE rollup_1d (LIKE rollup_5min INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_1d IS 'as rollup_5min, of days of UTC';

CREATE TABLE rollup_5min_block (LIKE sample_block INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_5min_block IS 'roll-ups of closed days; place 0: times and the four numbers of each interval, place n: the five of series n';
CREATE TABLE rollup_1h_block (LIKE sample_block INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_1h_block IS 'as rollup_5min_block, of closed months';
CREATE TABLE rollup_1d_block (LIKE sample_block INCLUDING ALL) PARTITION BY RANGE (at);
COMMENT ON TABLE rollup_1d_block IS 'as rollup_5min_block, of closed years';

CREATE TABLE rollup_due (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    server_id integer     NOT NULL,
    at        timestamptz NOT NULL
);
COMMENT ON TABLE rollup_due IS
    'five minutes that late samples fell into, written with them: their roll-ups are made anew from disk, and the row goes';

CREATE TABLE history_retention (
    tier text    PRIMARY KEY CHECK (tier IN ('samples', 'five-minutes', 'hour', 'day')),
    days integer NOT NULL CHECK (days BETWEEN 1 AND 36525)
);
COMMENT ON TABLE history_retention IS 'how long each tier is kept';
INSERT INTO history_retention (tier, days)
VALUES ('samples', 30), ('five-minutes', 366), ('hour', 1827), ('day', 3653);
