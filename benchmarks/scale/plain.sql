-- What the product is held against: each question as one would write it in SQL for the file, without its words.

-- counts
SELECT t.*, c.* FROM texts t JOIN counts c USING (place) WHERE series = 'GA final' AND NOT draft ORDER BY place

-- by_group, regional
SELECT t.*, g.*, sponsors / members AS share
FROM texts t JOIN by_group g USING (place)
WHERE series = 'GA final' AND NOT draft AND grouping = 'un_group'
ORDER BY place, "group"

-- by_group, political
SELECT t.*, g.*, sponsors / members AS share
FROM texts t JOIN by_group g USING (place)
WHERE series = 'GA final' AND NOT draft AND grouping = 'political'
ORDER BY place, "group"

-- breadth
SELECT t.*, sum(sponsors), count(*) FILTER (sponsors > 0), list("group" ORDER BY sponsors DESC), max(sponsors)
FROM texts t JOIN by_group g USING (place)
WHERE series = 'GA final' AND NOT draft AND grouping = 'un_group'
GROUP BY ALL
ORDER BY place

-- from_best
SELECT "group", arg_max(g.sponsors, place) AS latest, max(g.sponsors) AS best, arg_max(resolution, (g.sponsors, place)),
    count(*), list(year) FILTER (held NOT IN ('complete', 'gap'))
FROM texts t JOIN by_group g USING (place)
WHERE series = 'GA final' AND NOT draft AND grouping = 'un_group'
GROUP BY "group"

-- ladder
SELECT c.iso3, any_value(s.name), any_value(s.un_group),
    list(t.resolution ORDER BY place) FILTER (value = 'sponsor'),
    list(t.resolution ORDER BY place) FILTER (known AND value <> 'sponsor'),
    list(t.resolution ORDER BY place) FILTER (NOT known AND value <> 'not_member'),
    list(t.resolution ORDER BY place) FILTER (on_any_list AND value <> 'sponsor'),
    arg_max(value, place) FILTER (known), arg_max(c.status, place)
FROM texts t JOIN cells c USING (place) JOIN states s ON s.iso3 = c.iso3::VARCHAR
WHERE series = 'GA final' AND NOT draft
GROUP BY c.iso3

-- cells of a text
SELECT t.*, c.*, s.name, s.un_group
FROM texts t JOIN cells c USING (place) JOIN states s ON s.iso3 = c.iso3::VARCHAR
WHERE series = 'GA final' AND resolution = 'A/RES/78/216'

-- changes
SELECT c.iso3, any_value(s.name), any_value(s.un_group),
    any_value(value) FILTER (resolution = 'A/RES/74/146') AS before,
    any_value(value) FILTER (resolution = 'A/RES/78/216') AS after,
    bool_or(on_any_list) AS named, bool_or(on_any_list) FILTER (adopted_on < DATE '2019-12-18') AS had,
    list(t.resolution ORDER BY place) FILTER (NOT known AND value <> 'not_member') AS gaps,
    list(t.resolution ORDER BY place) FILTER (known AND value <> 'sponsor' AND adopted_on > DATE '2019-12-18') AS missed
FROM texts t JOIN cells c USING (place) JOIN states s ON s.iso3 = c.iso3::VARCHAR
WHERE series = 'GA final' AND NOT draft
GROUP BY c.iso3

-- history
SELECT t.*, c.*, r.short_title, n.state_as_written, n.role, v.vote
FROM texts t
JOIN cells c USING (place)
JOIN resolutions r USING (resolution)
LEFT JOIN (FROM sponsors WHERE iso3 = 'AUT') n ON n.list_id = coalesce(c.named_on, t.list_id)
LEFT JOIN (FROM votes WHERE iso3 = 'AUT' AND stage LIKE '%plenary') v ON v.resolution = t.resolution
WHERE series = 'GA final' AND NOT draft AND c.iso3 = 'AUT'
ORDER BY place

-- two States
SELECT t.*, c.*, s.name, s.un_group
FROM texts t JOIN cells c USING (place) JOIN states s ON s.iso3 = c.iso3::VARCHAR
WHERE series = 'GA final' AND NOT draft AND c.iso3 IN ('AUT', 'KEN')
ORDER BY place

-- coverage
SELECT t.*, c.*, r.*, l.n_states, h.lists
FROM texts t
JOIN counts c USING (place)
JOIN resolutions r ON r.resolution = t.resolution
LEFT JOIN sponsor_lists l ON l.list_id = t.list_id
LEFT JOIN (SELECT resolution, count(*) AS lists FROM sponsor_lists GROUP BY ALL) h ON h.resolution = t.resolution
WHERE asked = 'final' AND NOT draft
ORDER BY place

-- evidence of a cell
SELECT *
FROM texts t
JOIN cells c USING (place)
LEFT JOIN sponsor_lists l ON l.resolution = t.resolution
LEFT JOIN sponsors n ON n.list_id = l.list_id AND n.iso3 = 'AUT'
WHERE series = 'GA final' AND t.resolution = 'A/RES/78/216' AND c.iso3 = 'AUT'
