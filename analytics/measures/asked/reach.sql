-- Of each body: Member States that sponsored a text or more, Member States on the day of one, and cells not known.
SELECT
    t.body, t.asked,
    count(DISTINCT c.iso3) FILTER (c.value = 'sponsor') AS sponsored,
    count(DISTINCT c.iso3) AS members,
    count(*) FILTER (NOT c.known) AS unknown,
    count(*) AS cells
FROM texts_in($series, $since, $until, $drafts) t
JOIN cells c USING (place)
WHERE c.status = 'member' AND c.value <> 'not_member'
GROUP BY t.body, t.asked
ORDER BY t.body
