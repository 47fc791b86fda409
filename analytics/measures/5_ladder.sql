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

-- tallies: where each State stands in a body by all that is held of it, at the stage of the body's series: what the ladder
-- says without its texts, and how much of it rests on lists; adopted texts only.
--   body, iso3, short_name   the body and the State; status: member or observer, as on the latest text; un_group: of a member
--   held         texts of which a list is held, since it became a Member; sponsored: of these, with its name
--   untold       of these, on which it cannot be told whether it sponsored in the end
--   last, last_on, last_year   the last text that it sponsored (NULL: none), its day and year
--   dark_on      day of the last text of which it is not known; dark_since: its year, if it comes after the latest known
--   pulled       the first text after `last` that it missed and from which sponsors withdrew (NULL: none)
--   opportunities   texts on which its cell tells; missed_since: those in a row, up to the latest, that it did not sponsor
--   two_in_a_row    whether it ever sponsored an opportunity and the next
--   on_latest, on_before   whether it sponsored its latest opportunity, and the one before
--   latest_value, latest_resolution, latest_year   its cell on the latest opportunity, and that text
CREATE TABLE tallies AS
WITH mine AS (
    SELECT t.body, c.iso3, c.place, c.value, c.status, c.known, t.list_id, t.adopted_on, c.value = 'sponsor' AS made
    FROM texts t
    JOIN cells c USING (place)
    WHERE t.own AND NOT t.draft
),
counted AS (
    SELECT
        body, iso3,
        arg_max(status, place) AS status,
        count(*) FILTER (list_id IS NOT NULL AND value <> 'not_member') AS held,
        count(*) FILTER (made) AS sponsored,
        count(*) FILTER (list_id IS NOT NULL AND value IN ('unknown', 'not_when_tabled')) AS untold,
        max(place) FILTER (made) AS last,
        max(place) FILTER (NOT known AND value <> 'not_member') AS dark
    FROM mine
    GROUP BY body, iso3
),
following AS (
    SELECT body, iso3, place, value, made, lag(made) OVER (PARTITION BY body, iso3 ORDER BY place) AS before
    FROM mine
    WHERE known
),
told AS (
    SELECT
        f.body, f.iso3,
        count(*) AS opportunities,
        count(*) FILTER (c.last IS NULL OR f.place > c.last) AS missed_since,
        bool_or(f.made AND f.before) AS two_in_a_row,
        arg_max(f.made, f.place) AS on_latest,
        arg_max(f.before, f.place) AS on_before,
        arg_max(f.value, f.place) AS latest_value,
        max(f.place) AS latest
    FROM following f
    JOIN counted c USING (body, iso3)
    GROUP BY f.body, f.iso3
),
missed AS (
    SELECT m.body, m.iso3, min(m.place) AS pulled
    FROM mine m
    JOIN texts t USING (place)
    JOIN counted c ON c.body = m.body AND c.iso3 = m.iso3
    LEFT JOIN texts l ON l.place = c.last
    WHERE m.known AND NOT m.made AND (l.adopted_on IS NULL OR m.adopted_on > l.adopted_on)
        AND t.resolution IN (SELECT resolution FROM events WHERE kind = 'withdrawal')
    GROUP BY m.body, m.iso3
)
SELECT
    c.body, c.iso3, p.short_name,
    CASE c.status WHEN 'member' THEN p.un_group END AS un_group,
    c.status, c.held, c.sponsored, c.untold,
    l.resolution AS last, l.adopted_on AS last_on, l.year AS last_year,
    d.adopted_on AS dark_on,
    CASE WHEN c.dark > k.latest THEN d.year END AS dark_since,
    w.resolution AS pulled,
    coalesce(k.opportunities, 0) AS opportunities, coalesce(k.missed_since, 0) AS missed_since,
    coalesce(k.two_in_a_row, false) AS two_in_a_row,
    coalesce(k.on_latest, false) AS on_latest, coalesce(k.on_before, false) AS on_before,
    k.latest_value, t.resolution AS latest_resolution, t.year AS latest_year
FROM counted c
JOIN people p USING (iso3)
LEFT JOIN told k ON k.body = c.body AND k.iso3 = c.iso3
LEFT JOIN missed m ON m.body = c.body AND m.iso3 = c.iso3
LEFT JOIN texts l ON l.place = c.last
LEFT JOIN texts d ON d.place = c.dark
LEFT JOIN texts w ON w.place = m.pulled
LEFT JOIN texts t ON t.place = k.latest
ORDER BY c.body, c.iso3;
