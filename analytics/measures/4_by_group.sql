-- by_group: the Member States of each group on each text at a stage, by regional group and by political group.
-- By regional group every Member stands once. By political group a State stands in each group of which it was a member on
-- the day of adoption, hence several times or never. Observers belong to no group.
--   grouping      un_group (regional) or political
--   place         the text and stage (texts)
--   group         name of the regional group, or code of the political one
--   sponsors      States named; not_sponsors: States known not to have sponsored at the stage asked for
--   unknown       States of which it is not known; all where no list of the stage is held
--   members       all Member States of the group on the day
CREATE TABLE by_group AS
WITH memberships AS (
    SELECT 'un_group' AS grouping, un_group::VARCHAR AS "group", iso3::iso3 AS iso3,
        NULL::DATE AS member_from, NULL::DATE AS member_to
    FROM states
    WHERE un_group IS NOT NULL
    UNION ALL
    SELECT 'political', group_id, iso3::iso3, member_from, member_to FROM group_members
)
SELECT
    m.grouping,
    c.place,
    m."group",
    count(*) FILTER (c.value = 'sponsor' AND t.held IS NOT NULL) AS sponsors,
    count(*) FILTER (c.known AND c.value <> 'sponsor' AND t.held IS NOT NULL) AS not_sponsors,
    count(*) FILTER (NOT c.known OR t.held IS NULL) AS unknown,
    count(*) AS members
FROM cells c
JOIN texts t USING (place)
JOIN memberships m USING (iso3)
WHERE c.status = 'member' AND c.value <> 'not_member'
    AND (m.member_from IS NULL OR m.member_from <= t.adopted_on)
    AND (m.member_to IS NULL OR m.member_to >= t.adopted_on)
GROUP BY ALL
ORDER BY m.grouping, c.place, m."group";
