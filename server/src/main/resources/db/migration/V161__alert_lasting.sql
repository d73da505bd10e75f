-- Charts mark the alerts that lasted in their span: of ten machines with 10,000 alerts each those of a day were found in
-- 138 ms by reading them all, and in 0.4 ms by this index; those of a day years ago in 7 ms.
CREATE INDEX alert_lasting ON alert (server_id, coalesce(cleared_at, 'infinity'), raised_at);
