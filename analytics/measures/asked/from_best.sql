-- Each group's latest text that can be compared against the one on which most of it sponsored (of equals the latest).
WITH mine AS (
    SELECT
        t.place, t.body, t.year, g."group", g.sponsors,
        t.status IN ('complete', 'gap') AS usable
    FROM texts_in($series, $since, $until, $drafts) t
    JOIN by_group g USING (place)
    WHERE g.grouping = $grouping
),
found AS (
    SELECT
        body, "group",
        max(place) FILTER (usable) AS latest,
        max(place) AS latest_of_all,
        -- By sponsors, then by place.
        max((sponsors << 32) + place) FILTER (usable) & 4294967295 AS best,
        count(*) FILTER (usable) AS texts,
        min(place) FILTER (usable) AS first_usable,
        list(year ORDER BY place) FILTER (NOT usable) AS gaps,
        min(place) AS first
    FROM mine
    GROUP BY body, "group"
    HAVING latest IS NOT NULL
),
told AS (
    SELECT t.*, g."group", g.sponsors, g.unknown, g.members, g.sponsors / g.members AS share
    FROM texts t
    JOIN by_group g USING (place)
    WHERE g.grouping = $grouping AND t.place IN (SELECT unnest([latest, best]) FROM found)
)
SELECT
    f.body, l.asked, f."group",
    l.resolution AS latest, l.year AS latest_year, l.sponsors AS latest_sponsors,
    l.unknown AS latest_unknown, l.members AS latest_members, l.share AS latest_share,
    l.status AS latest_status, f.latest = f.latest_of_all AS latest_of_all,
    b.resolution AS best, b.year AS best_year, b.sponsors AS best_sponsors, b.share AS best_share,
    f.texts, u.year::BIGINT AS first_year, f.gaps,
    b.sponsors - l.sponsors AS short_by
FROM found f
JOIN told l ON l.place = f.latest AND l."group" = f."group"
JOIN told b ON b.place = f.best AND b."group" = f."group"
JOIN texts u ON u.place = f.first_usable
JOIN texts o ON o.place = f.first
ORDER BY o.adopted_on, o.resolution, f."group"
