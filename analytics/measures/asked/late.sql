-- Who is on the final list of a text: with that list, the whole list of the draft that comes first, and whether the State
-- is on the final one only. Texts of which both lists are held.
WITH early AS (
    SELECT resolution, list_id FROM sponsor_lists
    WHERE completeness = 'complete' AND stage IN ('tabled', 'tabled revised')
    QUALIFY row_number() OVER (PARTITION BY resolution ORDER BY stage, list_id) = 1
)
SELECT f.iso3, t.resolution, t.list_id AS final, e.list_id AS tabled, d.iso3 IS NULL AS late
FROM texts_in($series, $since, $until, $drafts) t
JOIN early e USING (resolution)
JOIN sponsors f ON f.list_id = t.list_id AND f.iso3 IS NOT NULL
LEFT JOIN sponsors d ON d.list_id = e.list_id AND d.iso3 = f.iso3
WHERE t.stage = 'final'
ORDER BY t.adopted_on, t.resolution, f.iso3
