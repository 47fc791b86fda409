-- Two States at a time on the texts of one series ($series) and some years of which a whole list of the stage is held: of
-- $state with each other, else of each two once; of some ($among, NULL: all). Only texts count on which both were Member
-- States and both cells tell.
--   one, other            the States
--   known                 texts on which both cells tell; both: that both sponsored; neither: that neither did
--   only_one, only_other  texts that only this one sponsored
WITH mine AS (
    SELECT
        series,
        string_agg(CASE WHEN year BETWEEN $since AND $until AND ($drafts OR NOT draft) THEN '1' ELSE '0' END, ''
            ORDER BY place)::BIT AS asked
    FROM texts
    WHERE list_contains($series, series) AND status IN ('complete', 'gap')
    GROUP BY series
),
told AS (
    SELECT a.iso3, a.known & m.asked AS known, a.signed & m.asked AS signed
    FROM agreement a
    JOIN mine m USING (series)
    WHERE $among IS NULL OR list_contains($among, a.iso3::VARCHAR)
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
