-- Complete lists of one text, both taken at its end, that do not name the same States: the one that is used, and another.
WITH whole AS (
    SELECT l.resolution, l.list_id, l.used_for_analysis = 'yes' AS used, coalesce(n.named, []) AS named
    FROM sponsor_lists l
    LEFT JOIN (
        SELECT list_id, list(iso3 ORDER BY iso3) AS named FROM sponsors WHERE iso3 IS NOT NULL GROUP BY list_id) n
        USING (list_id)
    WHERE l.completeness = 'complete' AND l.stage IN ('final', 'as adopted')
)
SELECT
    a.resolution, a.list_id AS used, b.list_id AS other,
    list_filter(a.named, lambda s: NOT list_contains(b.named, s)) AS only_used,
    list_filter(b.named, lambda s: NOT list_contains(a.named, s)) AS only_other
FROM whole a
JOIN whole b ON b.resolution = a.resolution AND b.list_id <> a.list_id
WHERE a.used AND len(only_used) + len(only_other) > 0
ORDER BY a.list_id, b.list_id
