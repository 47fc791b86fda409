-- Each State between two texts of one series, with what the texts up to the later one say of it. Cells that do not tell are
-- `unknown`. `had`, `since`: whether a list names it up to the earlier text, or after that and before the later; `named`:
-- whether a list of any text of the series does; `gaps`, `missed`: places of texts before the later one.
WITH mine AS (FROM texts_in($series, $since, $until, $drafts)),
ends AS (
    SELECT
        max(place) FILTER (resolution = $before) AS old, max(adopted_on) FILTER (resolution = $before) AS old_day,
        max(place) FILTER (resolution = $after) AS new, max(adopted_on) FILTER (resolution = $after) AS new_day
    FROM mine
),
told AS (
    SELECT
        c.iso3, c.place, c.status, c.on_any_list, c.known,
        CASE WHEN c.known OR c.value = 'not_member' THEN c.value ELSE 'unknown' END AS value,
        c.place <> e.new AND m.adopted_on <= e.new_day AS past,
        m.adopted_on <= e.old_day AS early
    FROM mine m
    JOIN cells c USING (place)
    CROSS JOIN ends e
)
SELECT
    t.iso3,
    any_value(p.short_name) AS short_name,
    any_value(CASE WHEN t.status = 'member' THEN p.un_group END) FILTER (t.place = e.new) AS un_group,
    any_value(t.status) FILTER (t.place = e.new) AS status,
    any_value(t.value) FILTER (t.place = e.old) AS before,
    any_value(t.value) FILTER (t.place = e.new) AS after,
    coalesce(bool_or(t.on_any_list) FILTER (t.past AND t.early), false) AS had,
    coalesce(bool_or(t.on_any_list) FILTER (t.past AND NOT t.early), false) AS since,
    bool_or(t.on_any_list) AS named,
    list(t.place ORDER BY t.place) FILTER (t.past AND t.value = 'unknown') AS gaps,
    list(t.place ORDER BY t.place) FILTER (t.past AND NOT t.early AND t.known AND t.value <> 'sponsor') AS missed
FROM told t
JOIN people p USING (iso3)
CROSS JOIN ends e
GROUP BY t.iso3
ORDER BY t.iso3
