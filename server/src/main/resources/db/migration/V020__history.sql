CREATE TABLE layout (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    fingerprint text        NOT NULL UNIQUE,
    series      text[]      NOT NULL,
    decimals    integer[]   NOT NULL,
    created_at  timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE layout IS 'what each place of sample.readings holds; announced once, shared by every server that has it';

CREATE TABLE sample (
    server_id integer            NOT NULL,
    at        timestamptz        NOT NULL,
    layout_id integer            NOT NULL,
    readings  double precision[] NOT NULL,
    PRIMARY KEY (server_id, at)
) PARTITION BY RANGE (at);
COMMENT ON TABLE sample IS
    'one row per server and time; a day is one partition. Foreign keys are left out: they would cost a look-up per row';
COMMENT ON COLUMN sample.readings IS 'in the order of layout.series; NULL is absent';
