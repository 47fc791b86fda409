-- Each text as it is held: the codes of those named on it, those who took their names back, and its lists, one of each a
-- line of id, stage, number of names and document, divided by tabs.
WITH cell AS (
    SELECT
        resolution,
        list(iso3 ORDER BY iso3) FILTER (value = 'sponsor') AS named,
        list(iso3 ORDER BY iso3) FILTER (withdrawn_list IS NOT NULL) AS withdrew
    FROM kept_grid
    GROUP BY resolution
),
listed AS (
    SELECT resolution, list(concat_ws(chr(9), list_id, stage, n_states, coalesce(document_symbol, '')) ORDER BY list_id) AS lists
    FROM sponsor_lists
    GROUP BY resolution
)
SELECT r.resolution, r.year, r.adoption = 'not yet adopted' AS draft, r.adopted_on, r.draft_symbol, c.named, c.withdrew, l.lists
FROM resolutions r
LEFT JOIN cell c USING (resolution)
LEFT JOIN listed l USING (resolution)
ORDER BY r.resolution
