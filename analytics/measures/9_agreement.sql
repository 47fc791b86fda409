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

-- alike: for each State those whose record is like its own (Jaccard 1901): of the texts that either of the two sponsored,
-- both did at least half. Adopted texts of a body of which a whole final list is held, but for the latest, and only those
-- on which both cells tell, so that a gap makes nobody alike; three at least. That neither sponsored makes no likeness.
--   body, iso3, other   the body and the two States; share: of texts in common, 0.5 to 1
CREATE TABLE alike AS
WITH telling AS (
    SELECT place, body FROM texts
    WHERE own AND NOT draft AND stage = 'final' AND completeness IN ('complete', 'suspected gap')
    QUALIFY place < max(place) OVER (PARTITION BY body)
),
told AS (
    SELECT
        t.body,
        c.iso3,
        string_agg(CASE WHEN c.value IN ('sponsor', 'not_sponsor') THEN '1' ELSE '0' END, '' ORDER BY place)::BIT
            AS known,
        string_agg(CASE WHEN c.value = 'sponsor' THEN '1' ELSE '0' END, '' ORDER BY place)::BIT AS signed
    FROM telling t
    JOIN cells c USING (place)
    GROUP BY t.body, c.iso3
),
compared AS (
    SELECT
        a.body, a.iso3, b.iso3 AS other,
        bit_count(a.signed & b.signed) AS "both",
        bit_count(a.signed & b.known) + bit_count(b.signed & a.known) - "both" AS either,
        bit_count(a.known & b.known) AS known
    FROM told a
    JOIN told b ON b.body = a.body AND b.iso3 <> a.iso3
)
SELECT body, iso3, other, "both" / either AS share
FROM compared
WHERE known >= 3 AND either > 0 AND 2 * "both" >= either
ORDER BY body, iso3, share DESC, other;
