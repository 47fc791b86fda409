-- late: who is on the final list of a text of which the whole list of the draft is held too; of each State in order of
-- adoption.
--   iso3, resolution, adopted_on, draft   the State and the text
--   final, tabled    the two lists: of the draft the one that comes first
--   late             whether the State is on the final one only
CREATE TABLE late AS
WITH early AS (
    SELECT resolution, list_id FROM sponsor_lists
    WHERE completeness = 'complete' AND stage IN ('tabled', 'tabled revised')
    QUALIFY row_number() OVER (PARTITION BY resolution ORDER BY stage, list_id) = 1
)
SELECT
    f.iso3::iso3 AS iso3, t.resolution, t.adopted_on, t.draft,
    t.list_id AS final, e.list_id AS tabled, d.iso3 IS NULL AS late
FROM texts t
JOIN early e USING (resolution)
JOIN sponsors f ON f.list_id = t.list_id AND f.iso3 IS NOT NULL
LEFT JOIN sponsors d ON d.list_id = e.list_id AND d.iso3 = f.iso3
WHERE t.own AND t.stage = 'final'
ORDER BY f.iso3, t.adopted_on, t.resolution;

-- signs: what the votes and lists of each State come to, one row a State; adopted texts only.
--   iso3             the State
--   votes_for        votes for a text, or against a hostile amendment; voted_for: whether one of them is on a text that it
--                    is not known to have sponsored. Neither counts votes that it said later were meant otherwise
--   votes_against    votes against a text, or for a hostile amendment; texts_against: on so many texts
--   weighing         day of the last of these that weighs (stances)
--   came_round       day of the last text that it voted for in plenary, or sponsored
--   abstained        whether it did on a text
--   both, late       rows of late, and how many of them say so
CREATE TABLE signs AS
WITH cast_votes AS (
    SELECT
        iso3,
        count(*) FILTER (stance = 'for' AND said IS NULL) AS votes_for,
        bool_or(value <> 'sponsor') FILTER (stance = 'for' AND said IS NULL) AS voted_for,
        count(*) FILTER (stance = 'against') AS votes_against,
        max(nth) AS texts_against,
        max(adopted_on) FILTER (weighs) AS weighing,
        max(adopted_on) FILTER (stance = 'for' AND kind = 'text' AND stage <> 'committee' AND said IS NULL)
            AS supporting,
        bool_or(kind = 'text' AND stance = 'abstained') AS abstained
    FROM stances
    WHERE NOT draft
    GROUP BY iso3
),
joined AS (SELECT iso3, count(*) AS "both", count(*) FILTER (late) AS late FROM late WHERE NOT draft GROUP BY iso3),
signed AS (SELECT iso3, max(last_on) AS sponsored_on FROM tallies GROUP BY iso3)
SELECT
    iso3, coalesce(votes_for, 0) AS votes_for, coalesce(voted_for, false) AS voted_for,
    coalesce(votes_against, 0) AS votes_against, coalesce(texts_against, 0) AS texts_against,
    weighing, greatest(supporting, sponsored_on) AS came_round, coalesce(abstained, false) AS abstained, coalesce("both", 0) AS "both", coalesce(late, 0) AS late
FROM people
LEFT JOIN cast_votes USING (iso3)
LEFT JOIN joined USING (iso3)
LEFT JOIN signed USING (iso3)
ORDER BY iso3;
