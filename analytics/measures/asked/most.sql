-- The most sponsors that each regional group ever had on one list of the final stage.
SELECT g."group", max(g.sponsors)::BIGINT AS sponsors
FROM texts_in($series, $since, $until, $drafts) t
JOIN by_group g USING (place)
WHERE g.grouping = 'un_group' AND t.stage = 'final'
GROUP BY g."group"
ORDER BY g."group"
