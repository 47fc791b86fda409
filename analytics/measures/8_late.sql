-- late: who is on the final list of a text of which the whole list of the draft is held too; of each State in order of
-- adoption.
--   iso3, resolution, adopted_on, draft   the State and the text
--   final, tabled    the two lists: of the draft the one that comes first
--   late             whether the State is on the final one only
CREATE TABLE late AS
WITH early AS (
    SELECT resolution, list_id FROM sponsor_lists
    WHERE completeness = 'complete' AND stage IN ('tabled', 'tabled revised')
    QUALIFY row_number() OVER (PARTITION BY resolution ORDER BY stage, list_id) = 1
)
SELECT
    f.iso3::iso3 AS iso3, t.resolution, t.adopted_on, t.draft,
    t.list_id AS final, e.list_id AS tabled, d.iso3 IS NULL AS late
FROM texts t
JOIN early e USING (resolution)
JOIN sponsors f ON f.list_id = t.list_id AND f.iso3 IS NOT NULL
LEFT JOIN sponsors d ON d.list_id = e.list_id AND d.iso3 = f.iso3
WHERE t.own AND t.stage = 'final'
ORDER BY f.iso3, t.adopted_on, t.resolution;
