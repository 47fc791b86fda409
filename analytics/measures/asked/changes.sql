-- Each State between two texts of one series, with what the texts up to the later one say of it: from its ladder, where
-- that is kept for the series ($kept). Cells that do not tell are `unknown`. `had`, `since`: whether a list names it up to
-- the earlier text, or after that and before the later; `named`: whether a list of any text of the series does; `gaps`,
-- `missed`: places of texts before the later one.
WITH mine AS (FROM texts_in($series, $since, $until, $drafts)),
ends AS (
    SELECT
        max(place) FILTER (resolution = $before) AS old, max(place) FILTER (resolution = $after) AS new,
        max(place) FILTER (adopted_on <= (SELECT max(adopted_on) FROM mine WHERE resolution = $before)) AS early,
        max(place) FILTER (adopted_on <= (SELECT max(adopted_on) FROM mine WHERE resolution = $after)) AS past
    FROM mine
),
whole AS (
    FROM ladder WHERE $kept AND list_contains($series, series)
    UNION ALL
    FROM standings_in($series, $since, $until, $drafts) WHERE NOT $kept
),
listed AS (
    SELECT
        w.iso3, e.old, e.new, e.early, e.past,
        list_filter(coalesce(w.unknown_in, []), lambda p: p <= e.past AND p <> e.new) AS gaps,
        list_filter(coalesce(w.missed, []), lambda p: p > e.early AND p <= e.past AND p <> e.new) AS missed,
        list_concat(w.sponsored_in, w.named_elsewhere) AS named_in
    FROM whole w
    CROSS JOIN ends e
),
told AS (
    SELECT
        c.iso3, c.place, c.status,
        CASE WHEN c.known OR c.value = 'not_member' THEN c.value ELSE 'unknown' END AS value
    FROM cells c
    WHERE c.place IN (SELECT unnest([old, new]) FROM ends)
)
SELECT
    l.iso3, p.short_name,
    CASE WHEN b.status = 'member' THEN p.un_group END AS un_group,
    b.status, a.value AS before, b.value AS after,
    coalesce(list_min(l.named_in) <= l.early, false) AS had,
    len(list_filter(coalesce(l.named_in, []), lambda p: p > l.early AND p <= l.past AND p <> l.new)) > 0 AS since,
    coalesce(len(l.named_in), 0) > 0 AS named,
    nullif(l.gaps, []) AS gaps, nullif(l.missed, []) AS missed
FROM listed l
JOIN people p USING (iso3)
JOIN told a ON a.iso3 = l.iso3 AND a.place = l.old
JOIN told b ON b.iso3 = l.iso3 AND b.place = l.new
ORDER BY l.iso3
