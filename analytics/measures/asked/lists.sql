-- The lists that the cells of some texts rest on; those of names that were taken back among them.
WITH mine AS (
    SELECT t.list_id AS answering, c.named_on, c.withdrawn_list, c.value
    FROM texts_in($series, $since, $until, $drafts) t
    JOIN cells c USING (place)
    WHERE list_contains($texts, t.resolution)
)
SELECT * FROM sponsor_lists
WHERE list_id IN (
    SELECT coalesce(named_on, answering) FROM mine
    UNION
    SELECT withdrawn_list FROM mine WHERE value = 'not_sponsor')
ORDER BY list_id
