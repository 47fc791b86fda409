-- Two States at a time on the texts of some series and years of which a whole list of the stage is held: of $state with
-- each other, else of each two once; of some ($among, NULL: all). Only texts count on which both were Member States and
-- both cells tell. Each State's answers stand in a row of bits, one a text, so that two are compared at once.
--   one, other          the States
--   known               texts on which both cells tell; both: that both sponsored; neither: that neither did
--   only_one, only_other  texts that only this one sponsored
WITH mine AS (SELECT place FROM texts_in($series, $since, $until, $drafts) WHERE status IN ('complete', 'gap')),
told AS (
    SELECT
        c.iso3,
        string_agg(CASE WHEN c.known AND c.status = 'member' THEN '1' ELSE '0' END, '' ORDER BY place)::BIT AS known,
        string_agg(CASE WHEN c.value = 'sponsor' AND c.status = 'member' THEN '1' ELSE '0' END, '' ORDER BY place)::BIT
            AS signed
    FROM mine
    JOIN cells c USING (place)
    WHERE $among IS NULL OR list_contains($among, c.iso3::VARCHAR)
    GROUP BY c.iso3
),
counted AS (
    SELECT
        a.iso3 AS one,
        b.iso3 AS other,
        bit_count(a.known & b.known) AS known,
        bit_count(a.signed & b.signed) AS "both",
        bit_count(a.signed & b.known) AS signed_one,
        bit_count(b.signed & a.known) AS signed_other
    FROM told a
    JOIN told b ON CASE WHEN $state IS NULL THEN a.iso3 < b.iso3 ELSE a.iso3::VARCHAR = $state AND b.iso3 <> a.iso3 END
)
SELECT
    one, other, known, "both",
    signed_one - "both" AS only_one,
    signed_other - "both" AS only_other,
    known - signed_one - signed_other + "both" AS neither
FROM counted
ORDER BY one, other
