ALTER TABLE agent ADD COLUMN token_id integer REFERENCES enrolment_token;
COMMENT ON COLUMN agent.token_id IS 'what enrolled it, so that it may ask again when the answer was lost';
