CREATE INDEX notice_settled ON notice (settled_at) WHERE settled_at IS NOT NULL;
CREATE INDEX escalation_taken_at ON escalation_taken (taken_at);
