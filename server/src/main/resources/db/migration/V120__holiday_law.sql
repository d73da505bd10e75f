ALTER TABLE holiday
    ADD COLUMN law text CHECK (law IN ('civil', 'religious')),
    DROP CONSTRAINT holiday_check,
    DROP CONSTRAINT holiday_rule_check;
COMMENT ON COLUMN holiday.law IS 'which part of law 73/5 of 7 December 1973 has it; NULL for a day that an administrator added';
COMMENT ON COLUMN holiday.month IS 'of the Islamic year for a day that follows the moon';
COMMENT ON COLUMN holiday.date IS 'of a day that comes once; the last one that was announced of a day that follows the moon';

UPDATE holiday SET rule = 'lunar', month = 10, day = 1, law = 'religious' WHERE rule = 'once' AND name = 'End of Ramadan';
UPDATE holiday SET rule = 'lunar', month = 12, day = 10, law = 'religious'
WHERE rule = 'once' AND name = 'Feast of the Sheep';
UPDATE holiday SET law = 'civil'
WHERE rule = 'fixed' AND (month, day) IN ((1, 1), (2, 11), (5, 1), (5, 20));
UPDATE holiday SET law = 'religious'
WHERE rule = 'fixed' AND (month, day) IN ((8, 15), (12, 25)) OR rule = 'easter' AND days IN (-2, 39);
DELETE FROM holiday WHERE rule = 'once' AND date IS NULL;

ALTER TABLE holiday
    ADD CONSTRAINT holiday_rule CHECK (rule IN ('fixed', 'easter', 'lunar', 'once')),
    ADD CONSTRAINT holiday_parts CHECK (CASE rule
        WHEN 'fixed' THEN month IS NOT NULL AND day IS NOT NULL AND days IS NULL AND date IS NULL
        WHEN 'lunar' THEN month IS NOT NULL AND day BETWEEN 1 AND 29 AND days IS NULL
        WHEN 'easter' THEN days IS NOT NULL AND month IS NULL AND day IS NULL AND date IS NULL
        ELSE date IS NOT NULL AND month IS NULL AND day IS NULL AND days IS NULL END);
