-- The twin of org.cmm.core.history.ColumnCodec, which says what the bytes mean.

CREATE FUNCTION history_varints(bytes bytea, place integer, count integer) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    found bigint[] := array_fill(0::bigint, ARRAY[count + 1]);
    next  integer  := place;
    part  integer;
    shift integer;
    value bigint;
BEGIN
    FOR number IN 1..count LOOP
        value := 0;
        shift := 0;
        LOOP
            part  := get_byte(bytes, next);
            next  := next + 1;
            value := value | ((part & 127)::bigint << shift);
            EXIT WHEN part < 128;
            shift := shift + 7;
        END LOOP;
        found[number + 1] := value;
    END LOOP;
    found[1] := next;
    RETURN found;
END $$;
COMMENT ON FUNCTION history_varints IS 'so many varints from a byte on; before them, the byte behind the last one';

CREATE FUNCTION history_code(bytes bytea, place integer) RETURNS integer[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    count   integer   := get_byte(bytes, place);
    nibbles text      := encode(substring(bytes FROM place + 2 FOR 2 * count), 'hex');
    next    integer   := 1;
    lengths integer[] := array_fill(0, ARRAY[count]);
    symbol  integer   := 0;
BEGIN
    WHILE symbol < count LOOP
        lengths[symbol + 1] := position(substr(nibbles, next, 1) IN '123456789abc');
        IF lengths[symbol + 1] = 0 THEN
            symbol := symbol + position(substr(nibbles, next + 1, 1) IN '123456789abcdef');
            next := next + 1;
        END IF;
        symbol := symbol + 1;
        next   := next + 1;
    END LOOP;
    RETURN (8 * (place + 1) + 4 * (next - 1)) || lengths;
END $$;
COMMENT ON FUNCTION history_code IS 'how long the word of each symbol is; before them, the bit behind';

CREATE FUNCTION history_residuals(bytes bytea, place integer, count integer) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    residuals bigint[] := array_fill(0::bigint, ARRAY[count]);
    -- 64 bits from each sixteenth bit on
    windows   bigint[] := ARRAY(
        SELECT ('x' || encode(substring(bytes FROM 2 * number + 1 FOR 8), 'hex'))::bit(64)::bigint
          FROM generate_series(0, length(bytes) / 2 - 4) AS number);
    often     bigint[] := history_varints(bytes, place, 1);
    code      integer[];
    -- by symbol: its least residual or run, how many bits follow the word, both together, and a mask of the former
    least     bigint[];
    extra     integer[];
    total     integer[];
    masks     bigint[];
    -- by the next bits: the symbol whose word they begin with
    symbols   integer[] := '{}';
    width     integer;
    spot      integer;
    symbol    integer;
    ahead     bigint;
    value     bigint;
    index     integer := 1;
BEGIN
    often    := history_varints(bytes, place, 1 + often[2]::integer);
    code     := history_code(bytes, often[1]::integer);
    spot     := code[1];
    code     := code[2:];
    width    := (SELECT max(length) FROM unnest(code) AS length);
    least := ARRAY(SELECT 8::bigint << run FROM generate_series(0, 17) AS run)
          || ARRAY(SELECT small::bigint FROM generate_series(0, 7) AS small)
          || ARRAY(SELECT 8::bigint << long FROM generate_series(0, 60) AS long)
          || ARRAY(SELECT (sum(step) OVER (ORDER BY number))::bigint
                     FROM unnest(often[3:]) WITH ORDINALITY AS each(step, number) ORDER BY number);
    extra := ARRAY(SELECT generate_series(3, 20)) || array_fill(0, ARRAY[8]) || ARRAY(SELECT generate_series(3, 63))
          || array_fill(0, ARRAY[often[2]::integer]);
    total := ARRAY(SELECT length + bits FROM unnest(code, extra) AS each(length, bits));
    masks := ARRAY(SELECT ~(-1::bigint << bits) FROM unnest(extra) AS bits);
    FOR symbol, value IN
        SELECT number, length FROM unnest(code) WITH ORDINALITY AS each(length, number)
         WHERE length > 0 ORDER BY length, number
    LOOP
        symbols := symbols || array_fill(symbol, ARRAY[1 << (width - value::integer)]);
    END LOOP;
    WHILE index <= count LOOP
        ahead  := windows[(spot >> 4) + 1] << (spot & 15);
        symbol := symbols[((ahead >> (64 - width)) & ((1 << width) - 1)) + 1];
        IF total[symbol] <= 48 THEN
            value := least[symbol] + ((ahead >> (64 - total[symbol])) & masks[symbol]);
            spot  := spot + total[symbol];
        ELSE
            spot  := spot + code[symbol];
            value := windows[(spot >> 4) + 1] << (spot & 15) >> 32 & 4294967295;
            spot  := spot + 32;
            ahead := windows[(spot >> 4) + 1] << (spot & 15);
            value := least[symbol] + (value << (extra[symbol] - 32))
                      + ((ahead >> (96 - extra[symbol])) & (masks[symbol] >> 32));
            spot  := spot + extra[symbol] - 32;
        END IF;
        IF symbol > 18 THEN
            residuals[index] := value;
            index := index + 1;
        ELSE
            index := index + value::integer;
        END IF;
    END LOOP;
    IF index IS DISTINCT FROM count + 1 OR spot > 8 * (length(bytes) - 32) THEN
        RAISE EXCEPTION 'stored history cannot be read: its bits make no % residuals', count;
    END IF;
    RETURN residuals;
END $$;
COMMENT ON FUNCTION history_residuals IS 'so many of them from a byte on; 32 bytes that do not count are behind the last one';

CREATE FUNCTION history_numbers(residuals bigint[], prediction integer) RETURNS bigint[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    numbers  bigint[] := residuals;
    residual bigint;
    last     bigint  := 0;
    slope    bigint  := 0;
    index    integer := 1;
BEGIN
    CASE prediction
    WHEN 0 THEN
        NULL;
    WHEN 1 THEN
        FOREACH residual IN ARRAY residuals LOOP
            last := last + ((residual >> 1) # -(residual & 1));
            numbers[index] := last;
            index := index + 1;
        END LOOP;
    WHEN 2 THEN
        last := (residuals[1] >> 1) # -(residuals[1] & 1);
        numbers[1] := last;
        FOREACH residual IN ARRAY residuals[2:] LOOP
            slope := slope + ((residual >> 1) # -(residual & 1));
            last  := last + slope;
            index := index + 1;
            numbers[index] := last;
        END LOOP;
    WHEN 3 THEN
        FOREACH residual IN ARRAY residuals LOOP
            last := last # residual;
            numbers[index] := last;
            index := index + 1;
        END LOOP;
    ELSE
        RAISE EXCEPTION 'stored history cannot be read: prediction %', prediction;
    END CASE;
    RETURN numbers;
END $$;
COMMENT ON FUNCTION history_numbers IS 'what residuals are of, by org.cmm.core.history.Prediction';

CREATE FUNCTION history_double(bits bigint) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT sign(bits + 0.5)::double precision * CASE exponent
        -- In two steps, since the least power of two cannot be told in one
        WHEN 0 THEN fraction * power(2::double precision, -537) * power(2::double precision, -537)
        WHEN 2047 THEN CASE fraction WHEN 0 THEN 'Infinity'::double precision ELSE 'NaN' END
        ELSE (fraction + (1::bigint << 52)) * power(2::double precision, (exponent - 1075) / 2)
           * power(2::double precision, exponent - 1075 - (exponent - 1075) / 2)
    END
    FROM (SELECT (bits >> 52)::integer & 2047, bits & ((1::bigint << 52) - 1)) AS parts(exponent, fraction)
$$;
COMMENT ON FUNCTION history_double IS 'the number that has these 64 bits';

CREATE FUNCTION history_values(bytes bytea, place integer, head integer, count integer) RETURNS double precision[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    decimals integer := head & 15;
    power    double precision := ('{1,1e1,1e2,1e3,1e4,1e5,1e6,1e7,1e8,1e9}'::double precision[])[decimals + 1];
    found    bigint[];
    base     bigint;
    step     bigint;
    numbers  bigint[];
BEGIN
    IF decimals = 15 THEN
        found   := history_varints(bytes, place, 1);
        step    := found[2];
        numbers := history_numbers(history_residuals(bytes, found[1]::integer, count), head >> 4 & 7);
        RETURN ARRAY(SELECT history_double(number << step::integer) FROM unnest(numbers) AS number);
    END IF;
    found := history_varints(bytes, place, 2);
    base  := (found[2] >> 1) # -(found[2] & 1);
    step  := found[3];
    IF found[1] > length(bytes) - 32 THEN
        RAISE EXCEPTION 'stored history cannot be read: a column ends too early';
    END IF;
    IF step = 0 THEN
        RETURN array_fill(base / power, ARRAY[count]);
    END IF;
    numbers := history_numbers(history_residuals(bytes, found[1]::integer, count), head >> 4 & 7);
    RETURN ARRAY(SELECT (base + step * number) / power FROM unnest(numbers) AS number);
END $$;
COMMENT ON FUNCTION history_values IS 'so many values that are there, from a byte on; 32 bytes that do not count are behind the last one';

CREATE FUNCTION history_column(bytes bytea, place integer) RETURNS double precision[]
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    content bytea;
    found   bigint[] := '{0}';
    next    integer  := 0;
    count   integer;
    head    integer;
    runs    integer[];
    present double precision[];
    spread  double precision[] := '{}';
    used    integer := 0;
BEGIN
    FOR before IN 1..place LOOP
        found := history_varints(bytes, next, 1);
        next  := found[1] + found[2];
    END LOOP;
    IF place < 1 OR next > length(bytes) THEN
        RAISE EXCEPTION 'stored history cannot be read: there is no column %', place;
    END IF;
    -- Zeros behind, since bits are read eight bytes at a time
    content := substring(bytes FROM found[1]::integer + 1 FOR found[2]::integer) || decode(repeat('00', 32), 'hex');
    found   := history_varints(content, 0, 1);
    next    := found[1];
    count   := found[2];
    IF count = 0 THEN
        RETURN '{}';
    END IF;
    head := get_byte(content, next);
    next := next + 1;
    IF head < 128 THEN
        RETURN history_values(content, next, head, count);
    END IF;
    found := history_varints(content, next, 1);
    found := history_varints(content, found[1]::integer, found[2]::integer - 1);
    next  := found[1];
    runs  := found[2:];
    runs  := runs || count - coalesce((SELECT sum(run) FROM unnest(runs) AS run), 0)::integer;
    count := coalesce((SELECT sum(run) FROM unnest(runs) WITH ORDINALITY AS each(run, number) WHERE number % 2 = 1), 0);
    IF count > 0 THEN
        present := history_values(content, next, head, count);
    END IF;
    FOR run IN 1..cardinality(runs) LOOP
        IF run % 2 = 1 THEN
            spread := spread || present[used + 1 : used + runs[run]];
            used   := used + runs[run];
        ELSE
            spread := spread || array_fill(NULL::double precision, ARRAY[runs[run]]);
        END IF;
    END LOOP;
    RETURN spread;
END $$;
COMMENT ON FUNCTION history_column IS
    'the values of the column at that place, from 1 on, of the columns that CMM keeps in these bytes; NULL is absent';
