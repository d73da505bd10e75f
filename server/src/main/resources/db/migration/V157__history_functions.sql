CREATE FUNCTION history_samples(wanted_server text, wanted_series text, since timestamptz, until timestamptz)
    RETURNS TABLE (at timestamptz, value double precision)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
WITH target AS (SELECT id FROM server WHERE code = wanted_server),
     wanted AS (
         SELECT layout.id AS layout, place::smallint
         FROM layout CROSS JOIN unnest(series) WITH ORDINALITY AS each (text, place)
         WHERE text = wanted_series),
     closed AS (
         SELECT timestamptz 'epoch' + point.millis * interval '1 millisecond' AS at, point.value
         FROM target
         JOIN sample_block head ON head.server_id = target.id AND head.place = 0
             AND head.at >= date_trunc('day', since, 'UTC') AND head.at < until
         JOIN wanted ON wanted.layout = head.layout_id
         JOIN sample_block body ON body.server_id = head.server_id AND body.at = head.at
             AND body.layout_id = head.layout_id AND body.place = wanted.place
         CROSS JOIN unnest(history_column(head.content, 1), history_column(body.content, 1)) AS point (millis, value)),
     every AS (
         SELECT closed.at, closed.value, 1 AS turn FROM closed
         UNION ALL
         SELECT open_sample.at, readings[wanted.place], 2
         FROM target JOIN open_sample ON server_id = target.id JOIN wanted ON wanted.layout = layout_id
         WHERE open_sample.at >= since AND open_sample.at < until)
SELECT DISTINCT ON (at) at, value FROM every
WHERE at >= since AND at < until AND value IS NOT NULL ORDER BY at, turn
$$;
COMMENT ON FUNCTION history_samples IS
    'every reading of a series of a server, by its code, from a time to before another, wherever it lies';

CREATE FUNCTION history_rollups(
    wanted_server text, wanted_series text, wanted_tier text, since timestamptz, until timestamptz)
    RETURNS TABLE (
        at timestamptz, minimum double precision, mean double precision, maximum double precision,
        last double precision, count bigint, coverage double precision)
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
    IF wanted_tier NOT IN ('5min', '1h', '1d') THEN
        RAISE EXCEPTION 'there is no tier ''%'': 5min, 1h and 1d are', wanted_tier;
    END IF;
    RETURN QUERY EXECUTE format($query$
        WITH target AS (SELECT id FROM server WHERE code = $1),
             wanted AS (
                 SELECT layout.id AS layout, place::integer
                 FROM layout CROSS JOIN unnest(series) WITH ORDINALITY AS each (text, place)
                 WHERE text = $2),
             every AS (
                 SELECT rollup.at, layout_id, 1 AS turn, readings[2] AS coverage, readings[4] AS heard,
                     readings[5 * place] AS low, readings[5 * place + 1] AS high, readings[5 * place + 2] AS total,
                     readings[5 * place + 3] AS latest, readings[5 * place + 4] AS many
                 FROM target JOIN %1$I rollup ON server_id = target.id JOIN wanted ON wanted.layout = layout_id
                 WHERE rollup.at >= $3 AND rollup.at < $4
                 UNION ALL
                 SELECT timestamptz 'epoch' + point.millis * interval '1 millisecond', head.layout_id, 2,
                     point.coverage, point.heard, point.low, point.high, point.total, point.latest, point.many
                 FROM target
                 JOIN %2$I head ON head.server_id = target.id AND head.place = 0
                     AND head.at >= date_trunc('year', $3, 'UTC') AND head.at < $4
                 JOIN wanted ON wanted.layout = head.layout_id
                 JOIN %2$I body ON body.server_id = head.server_id AND body.at = head.at
                     AND body.layout_id = head.layout_id AND body.place = wanted.place
                 CROSS JOIN unnest(
                     history_column(head.content, 1), history_column(head.content, 3), history_column(head.content, 5),
                     history_column(body.content, 1), history_column(body.content, 2), history_column(body.content, 3),
                     history_column(body.content, 4), history_column(body.content, 5))
                     AS point (millis, coverage, heard, low, high, total, latest, many)),
             once AS (
                 SELECT DISTINCT ON (every.at, layout_id) * FROM every
                 WHERE every.at >= $3 AND every.at < $4 ORDER BY every.at, layout_id, turn)
        SELECT once.at, min(low), sum(total) / sum(many), max(high), (array_agg(latest ORDER BY heard DESC))[1],
            sum(many)::bigint, least(1, sum(once.coverage))
        FROM once WHERE many > 0 GROUP BY once.at ORDER BY once.at
        $query$, 'rollup_' || wanted_tier, 'rollup_' || wanted_tier || '_block')
        USING wanted_server, wanted_series, since, until;
END $$;
COMMENT ON FUNCTION history_rollups IS
    'roll-ups of a series of a server, by its code, whose intervals begin from a time to before another; tiers are 5min, 1h and 1d';

REVOKE ALL ON FUNCTION history_samples, history_rollups FROM PUBLIC;
