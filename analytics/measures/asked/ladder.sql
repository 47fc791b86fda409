-- Each State in one series: the places of the texts that it sponsored, missed, of which it is not known, and on which only
-- another list names it; its cell on the latest text that tells, and on the latest of which a whole list is held.
WITH mine AS (FROM texts_in($series, $since, $until, $drafts)),
whole AS (SELECT max(place) AS place FROM mine WHERE held IN ('complete', 'gap'))
SELECT
    c.iso3,
    any_value(p.short_name) AS short_name,
    any_value(p.un_group) AS un_group,
    arg_max(c.status, c.place) AS status,
    list(c.place ORDER BY c.place) FILTER (c.value = 'sponsor') AS sponsored_in,
    list(c.place ORDER BY c.place) FILTER (c.known AND c.value <> 'sponsor') AS missed,
    list(c.place ORDER BY c.place) FILTER (NOT c.known AND c.value <> 'not_member') AS unknown_in,
    list(c.place ORDER BY c.place) FILTER (c.on_any_list AND c.value <> 'sponsor') AS named_elsewhere,
    arg_max(c.value, c.place) FILTER (c.known) AS latest_value,
    any_value(w.place) AS reference,
    any_value(CASE WHEN c.known OR c.value = 'not_member' THEN c.value ELSE 'unknown' END)
        FILTER (c.place = w.place) AS reference_value
FROM mine
JOIN cells c USING (place)
JOIN people p USING (iso3)
CROSS JOIN whole w
GROUP BY c.iso3
ORDER BY c.iso3
