ALTER TABLE site ADD COLUMN demo boolean NOT NULL DEFAULT false;
ALTER TABLE enrolment_token ADD COLUMN demo boolean NOT NULL DEFAULT false;
ALTER TABLE server ADD COLUMN demo boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN server.demo IS 'made up: nobody is told of it, real figures leave it out, and it goes without a trace';

CREATE TABLE demo (
    only_row boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    stage    text        NOT NULL CHECK (stage IN ('filling', 'there', 'removing')),
    machines integer     NOT NULL,
    hours    integer     NOT NULL,
    seed     bigint      NOT NULL,
    start_at timestamptz NOT NULL,
    alive    boolean     NOT NULL,
    added_by text        NOT NULL
);
COMMENT ON TABLE demo IS 'the made-up fleet, where there is one: one row, which outlives the process that works on it';
COMMENT ON COLUMN demo.start_at IS 'until when its past reaches; filled from here anew after a kill';
COMMENT ON COLUMN demo.alive IS 'whether its agents go on delivering while CMM runs';
