SELECT
    t.resolution, t.body, t.year, t.adopted_on, t.asked,
    g."group", g.sponsors, g.not_sponsors, g.unknown, g.members,
    CASE WHEN t.status IN ('complete', 'gap') THEN g.sponsors / g.members END AS share,
    g.sponsors / g.members AS share_low,
    (g.sponsors + g.unknown) / g.members AS share_high,
    t.status
FROM texts_in($series, $since, $until, $drafts) t
JOIN by_group g USING (place)
WHERE g.grouping = $grouping
ORDER BY t.adopted_on, t.resolution, g."group"
