-- Each group's latest text that can be compared against the one on which most of it sponsored (of equals the latest).
WITH mine AS (
    SELECT
        t.place, t.resolution, t.body, t.asked, t.year, t.adopted_on, t.status, g."group", g.sponsors, g.unknown, g.members,
        g.sponsors / g.members AS share,
        t.status IN ('complete', 'gap') AS usable
    FROM texts_in($series, $since, $until, $drafts) t
    JOIN by_group g USING (place)
    WHERE g.grouping = $grouping
),
found AS (
    SELECT
        body, "group",
        arg_max(mine, place) FILTER (usable) AS latest,
        arg_max(usable, place) AS latest_of_all,
        arg_max(mine, (sponsors, place)) FILTER (usable) AS best,
        count(*) FILTER (usable) AS texts,
        arg_min(year, place) FILTER (usable) AS first_year,
        list(year ORDER BY place) FILTER (NOT usable) AS gaps,
        arg_min(mine, place) AS first
    FROM mine
    GROUP BY body, "group"
)
SELECT
    body, latest.asked AS asked, "group",
    latest.resolution AS latest, latest.year AS latest_year, latest.sponsors AS latest_sponsors,
    latest.unknown AS latest_unknown, latest.members AS latest_members, latest.share AS latest_share,
    latest.status AS latest_status, latest_of_all,
    best.resolution AS best, best.year AS best_year, best.sponsors AS best_sponsors, best.share AS best_share,
    texts, first_year::BIGINT AS first_year, gaps,
    best.sponsors - latest.sponsors AS short_by
FROM found
WHERE texts > 0
ORDER BY first.adopted_on, first.resolution, "group"
