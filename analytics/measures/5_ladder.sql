-- ladder: the adopted texts of each State in the series of each body, in order, by what its cells tell; one row a series and
-- State. standings_in gives the same of some series and years.
--   series, iso3     the series and the State; short_name, un_group: of the State
--   status           member or observer, as on the latest text
--   sponsored_in     places of the texts that it sponsored; missed: that it is known not to have sponsored
--   unknown_in       places of the texts of which it is not known
--   named_elsewhere  places of the texts that it did not sponsor, but of which another list names it
--   latest_value     its cell on the latest text that tells
--   reference        place of the latest text of which a whole list of the stage is held (NULL: none)
--   reference_value  its cell on that text; `unknown` also where it does not tell
CREATE MACRO standings_in(those, since, until, drafts) AS TABLE
WITH mine AS (FROM texts_in(those, since, until, drafts)),
whole AS (SELECT series, max(place) AS place FROM mine WHERE status IN ('complete', 'gap') GROUP BY series)
SELECT
    m.series,
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
FROM mine m
JOIN cells c USING (place)
JOIN people p USING (iso3)
LEFT JOIN whole w ON w.series = m.series
GROUP BY m.series, c.iso3;

CREATE TABLE ladder AS
FROM standings_in((SELECT list(DISTINCT series) FROM texts WHERE own), 0, 9999, false)
ORDER BY series, iso3;

-- tallies: what all that is held of a body says of each State, at the stage of its series; adopted texts only.
--   body, iso3   the body and the State
--   held         texts of which a list is held, since it became a Member; sponsored: of these, with its name
--   untold       of these, on which it cannot be told whether it sponsored in the end
--   latest, latest_on   the last text that it sponsored, and its day (NULL: none)
--   dark_on      day of the last text of which it is not known
--   pulled       the first text that it missed after that day and from which sponsors withdrew (NULL: none)
CREATE TABLE tallies AS
WITH counted AS (
    SELECT
        t.body,
        c.iso3,
        count(*) FILTER (t.list_id IS NOT NULL AND c.value <> 'not_member') AS held,
        count(*) FILTER (c.value = 'sponsor') AS sponsored,
        count(*) FILTER (t.list_id IS NOT NULL AND c.value IN ('unknown', 'not_when_tabled')) AS untold,
        max(c.place) FILTER (c.value = 'sponsor') AS latest,
        max(t.adopted_on) FILTER (NOT c.known AND c.value <> 'not_member') AS dark_on
    FROM texts t
    JOIN cells c USING (place)
    WHERE t.own AND NOT t.draft
    GROUP BY t.body, c.iso3
),
missed AS (
    SELECT n.body, n.iso3, min(t.place) AS pulled
    FROM counted n
    LEFT JOIN texts l ON l.place = n.latest
    JOIN texts t ON t.body = n.body AND t.own AND (l.adopted_on IS NULL OR t.adopted_on > l.adopted_on)
    JOIN cells c ON c.place = t.place AND c.iso3 = n.iso3 AND c.known AND c.value <> 'sponsor'
    WHERE NOT t.draft AND t.resolution IN (SELECT resolution FROM events WHERE kind = 'withdrawal')
    GROUP BY n.body, n.iso3
)
SELECT
    n.body, n.iso3, n.held, n.sponsored, n.untold, l.resolution AS latest, l.adopted_on AS latest_on, n.dark_on,
    p.resolution AS pulled
FROM counted n
LEFT JOIN texts l ON l.place = n.latest
LEFT JOIN missed m ON m.body = n.body AND m.iso3 = n.iso3
LEFT JOIN texts p ON p.place = m.pulled
ORDER BY n.body, n.iso3;
