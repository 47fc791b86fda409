-- How cross-regional each text is: its regional groups with a sponsor, and the largest of them.
WITH mine AS (
    SELECT t.place, g."group", g.sponsors
    FROM texts_in($series, $since, $until, $drafts) t
    JOIN by_group g USING (place)
    WHERE g.grouping = 'un_group'
),
summed AS (
    SELECT
        place,
        sum(sponsors)::BIGINT AS sponsors,
        count(*) FILTER (sponsors > 0) AS groups_present,
        list("group" ORDER BY sponsors DESC, "group") FILTER (sponsors > 0) AS groups,
        max(sponsors) AS largest
    FROM mine
    GROUP BY place
)
SELECT
    t.resolution, t.body, t.year, t.adopted_on, t.asked, t.status,
    s.sponsors, s.groups_present, s.groups,
    s.groups[1] AS largest_group,
    s.largest,
    CASE WHEN t.status IN ('complete', 'gap') AND s.sponsors > 0 THEN (s.sponsors - s.largest) / s.sponsors END
        AS outside_largest
FROM summed s
JOIN texts t USING (place)
ORDER BY t.adopted_on, t.resolution
