CREATE TABLE study (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text        NOT NULL,
    author     text        NOT NULL,
    created_at timestamptz NOT NULL,
    file       text        NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('sweep', 'tornado')),
    axes       text        NOT NULL
);
COMMENT ON TABLE study IS 'one experiment run again and again with other values of some parameters';
COMMENT ON COLUMN study.file IS 'what all of its experiments have in common';
COMMENT ON COLUMN study.axes IS 'JSON: which parameters, by their path in the file, and which values of each';
ALTER TABLE experiment ADD COLUMN study_id integer REFERENCES study ON DELETE CASCADE;
ALTER TABLE experiment ADD COLUMN point integer;
COMMENT ON COLUMN experiment.point IS 'which point of its study: the place in the order of its axes, the last axis first';
CREATE INDEX experiment_of_study ON experiment (study_id, point) WHERE study_id IS NOT NULL;
