CREATE FUNCTION history_samples(code text, series text, since timestamptz, until timestamptz)
    RETURNS TABLE (at timestamptz, value double precision)
    LANGUAGE sql STABLE PARALLEL SAFE AS $$
-- The server is asked for by a subquery, so that its key is used whatever the planner thinks of layouts
WITH wanted AS MATERIALIZED (
    SELECT id AS layout_id, place::integer
      FROM layout, unnest(layout.series) WITH ORDINALITY AS each(name, place)
     WHERE name = $2
),
stored AS (
    SELECT to_timestamp(each.time / 1000) AS at, each.value, 1 AS preference
      FROM wanted
      JOIN sample_block times USING (layout_id)
      JOIN sample_block readings USING (layout_id, server_id, at),
           unnest(history_column(times.content, 1), history_column(readings.content, 1)) AS each(time, value)
     WHERE server_id = (SELECT id FROM server WHERE lower(server.code) = lower($1))
       AND times.place = 0 AND readings.place = wanted.place AND at > $3 - interval '1 day' AND at < $4
    UNION ALL
    SELECT at, readings[place], 2
      FROM wanted
      JOIN open_sample USING (layout_id)
     WHERE server_id = (SELECT id FROM server WHERE lower(server.code) = lower($1)) AND at >= $3 AND at < $4
)
SELECT DISTINCT ON (at) at, value
  FROM stored
 WHERE at >= $3 AND at < $4 AND value IS NOT NULL
 ORDER BY at, preference
$$;
COMMENT ON FUNCTION history_samples IS
    'every reading of a series of a server from one time to before another, wherever CMM keeps it';

CREATE FUNCTION history_rollups(code text, series text, tier text, since timestamptz, until timestamptz)
    RETURNS TABLE (at timestamptz, minimum double precision, mean double precision, maximum double precision,
                   last double precision, count bigint, coverage double precision)
    LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
    longest interval := CASE tier WHEN '5min' THEN '1 day' WHEN '1h' THEN '31 days' WHEN '1d' THEN '366 days' END;
BEGIN
    IF longest IS NULL THEN
        RAISE EXCEPTION 'there is no tier %, only 5min, 1h and 1d', tier;
    END IF;
    RETURN QUERY EXECUTE format($query$
        WITH wanted AS MATERIALIZED (
            SELECT id AS layout_id, place::integer
              FROM layout, unnest(layout.series) WITH ORDINALITY AS each(name, place)
             WHERE name = $2
        ),
        stored AS (
            SELECT to_timestamp(each.time / 1000) AS at, layout_id, coverage, ended, minimum, maximum, sum, last, count,
                   2 AS preference
              FROM wanted
              JOIN rollup_%1$s_block times USING (layout_id)
              JOIN rollup_%1$s_block readings USING (layout_id, server_id, at),
                   unnest(history_column(times.content, 1), history_column(times.content, 3),
                          history_column(times.content, 5), history_column(readings.content, 1),
                          history_column(readings.content, 2), history_column(readings.content, 3),
                          history_column(readings.content, 4), history_column(readings.content, 5))
                       AS each(time, coverage, ended, minimum, maximum, sum, last, count)
             WHERE server_id = (SELECT id FROM server WHERE lower(server.code) = lower($1))
               AND times.place = 0 AND readings.place = wanted.place AND at > $3 - $5 AND at < $4
            UNION ALL
            SELECT at, layout_id, readings[2], readings[4], readings[5 * place], readings[5 * place + 1],
                   readings[5 * place + 2], readings[5 * place + 3], readings[5 * place + 4], 1
              FROM wanted
              JOIN rollup_%1$s USING (layout_id)
             WHERE server_id = (SELECT id FROM server WHERE lower(server.code) = lower($1)) AND at >= $3 AND at < $4
        ),
        once AS (
            SELECT DISTINCT ON (at, layout_id) * FROM stored
             WHERE at >= $3 AND at < $4 AND count > 0
             ORDER BY at, layout_id, preference
        )
        SELECT at, min(minimum), sum(sum) / sum(count), max(maximum), (array_agg(last ORDER BY ended DESC))[1],
               sum(count)::bigint, least(sum(coverage), 1)
          FROM once GROUP BY at ORDER BY at
    $query$, tier) USING code, series, since, until, longest;
END $$;
COMMENT ON FUNCTION history_rollups IS
    'the roll-ups of a series of a server that begin from one time to before another; tiers are 5min, 1h and 1d';
