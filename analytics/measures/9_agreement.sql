-- agreement: each State's answers on the texts of a series of which a whole list of the stage is held, in order of place,
-- as bits: so that two States are compared on thousands of texts at once.
--   series, iso3   the series and the State
--   known          1 where it was a Member State on the day and its cell tells
--   signed         1 where it was one and sponsored
CREATE TABLE agreement AS
SELECT
    t.series,
    c.iso3,
    string_agg(CASE WHEN c.known AND c.status = 'member' THEN '1' ELSE '0' END, '' ORDER BY place)::BIT AS known,
    string_agg(CASE WHEN c.value = 'sponsor' AND c.status = 'member' THEN '1' ELSE '0' END, '' ORDER BY place)::BIT
        AS signed
FROM texts t
JOIN cells c USING (place)
WHERE t.status IN ('complete', 'gap')
GROUP BY t.series, c.iso3
ORDER BY t.series, c.iso3;
