ALTER TABLE study ADD COLUMN removed_at timestamptz;
COMMENT ON COLUMN study.removed_at IS 'its experiments go with it; for a month it can be restored';
CREATE INDEX study_unfinished ON experiment (study_id) WHERE state IN ('waiting', 'running') AND study_id IS NOT NULL;
