-- Recorded votes by group: of all roll calls on texts of some bodies and years, and on amendments to them, those of which
-- all names are held. Who has a seat: in the Assembly every Member State, elsewhere who was a member of the body at the
-- text, or in its year where that is what is held. `silent`: has a seat, and no vote of it is recorded.
WITH called AS (
    SELECT DISTINCT
        r.resolution, r.body, r.year, r.adopted_on, v.stage,
        CASE WHEN v.stage LIKE 'amendment %' THEN 'amendment' ELSE 'text' END AS kind
    FROM votes v
    JOIN resolutions r USING (resolution)
    WHERE list_contains($bodies, r.body::VARCHAR) AND r.year BETWEEN $since AND $until AND v.stage <> 'committee'
),
at_text AS (SELECT DISTINCT key AS resolution, iso3 FROM body_members WHERE "at" = 'resolution'),
seats AS (
    SELECT c.resolution, s.iso3
    FROM (SELECT DISTINCT resolution FROM called WHERE body = 'GA') c
    JOIN standing s ON s.resolution = c.resolution AND s.status = 'member'
    UNION
    SELECT resolution, iso3 FROM at_text
    UNION
    SELECT c.resolution, b.iso3
    FROM (SELECT DISTINCT resolution, body, year FROM called) c
    JOIN body_members b ON b.body = c.body AND b."at" = 'year' AND b.key = c.year::VARCHAR
    WHERE c.resolution NOT IN (SELECT resolution FROM at_text)
),
memberships AS (
    SELECT 'un_group' AS grouping, un_group::VARCHAR AS "group", iso3, NULL::DATE AS member_from, NULL::DATE AS member_to
    FROM states
    WHERE un_group IS NOT NULL
    UNION ALL
    SELECT 'political', group_id, iso3, member_from, member_to FROM group_members
)
SELECT
    c.resolution, c.body, c.year::BIGINT AS year, c.adopted_on, c.stage, c.kind, m."group",
    count(*) FILTER (v.vote = 'yes') AS yes,
    count(*) FILTER (v.vote = 'no') AS no,
    count(*) FILTER (v.vote = 'abstain') AS abstain,
    count(*) FILTER (v.vote IS NULL) AS silent,
    count(*) AS members
FROM called c
JOIN seats s USING (resolution)
JOIN memberships m ON m.iso3 = s.iso3 AND m.grouping = $grouping
LEFT JOIN votes v ON v.resolution = c.resolution AND v.stage = c.stage AND v.iso3 = s.iso3
WHERE (m.member_from IS NULL OR m.member_from <= c.adopted_on) AND (m.member_to IS NULL OR m.member_to >= c.adopted_on)
GROUP BY ALL
ORDER BY c.adopted_on, c.resolution, c.kind DESC, c.stage, m."group"
