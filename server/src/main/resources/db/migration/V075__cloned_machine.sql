ALTER TABLE server ADD COLUMN hardware text;
COMMENT ON COLUMN server.machine IS 'fingerprint of the operating system, so that a new agent is the same server; with the hardware''s behind it on a machine whose disk was copied';
COMMENT ON COLUMN server.hardware IS 'fingerprint of the number the maker gave the machine, where its agent could read it: tells machines with copied disks apart';
