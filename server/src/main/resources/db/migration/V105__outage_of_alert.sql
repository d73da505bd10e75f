-- Lists of incidents say why machines are silent.
CREATE INDEX outage_alert ON outage (alert_id) WHERE alert_id IS NOT NULL;
