-- Of each State what Measures.votes and Measures.late come to: votes for a text or against a hostile amendment, without
-- those that it said later were meant otherwise; whether one of them is on a text that it is not known to have sponsored;
-- votes against; the day of the last that weighs, and of the last vote for a text in plenary; whether it abstained on a
-- text; final lists with its name whose tabled list is held ("both"), and on how many of the tabled ones it is not (late).
WITH cast_votes AS (
    SELECT
        iso3,
        count(*) FILTER (stance = 'for' AND said IS NULL) AS votes_for,
        coalesce(bool_or(value <> 'sponsor') FILTER (stance = 'for' AND said IS NULL), false) AS voted_for,
        count(*) FILTER (stance = 'against') AS votes_against,
        max(adopted_on) FILTER (weighs) AS weighing,
        max(adopted_on) FILTER (stance = 'for' AND kind = 'text' AND stage <> 'committee' AND said IS NULL) AS supporting,
        bool_or(kind = 'text' AND stance = 'abstained') AS abstained
    FROM stances
    WHERE $drafts OR NOT draft
    GROUP BY iso3
),
joined AS (
    SELECT iso3, count(*) AS "both", count(*) FILTER (late) AS late FROM late WHERE $drafts OR NOT draft GROUP BY iso3
)
SELECT
    iso3, coalesce(votes_for, 0) AS votes_for, coalesce(voted_for, false) AS voted_for,
    coalesce(votes_against, 0) AS votes_against, weighing, supporting, coalesce(abstained, false) AS abstained,
    coalesce("both", 0) AS "both", coalesce(late, 0) AS late
FROM people
LEFT JOIN cast_votes USING (iso3)
LEFT JOIN joined USING (iso3)
ORDER BY iso3
