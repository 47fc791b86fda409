SELECT
    t.resolution, t.body, t.year::BIGINT AS year, t.adopted_on, t.asked, t.stage,
    c.status, c.sponsors, c.observers, c.unknown, c.members, c.claimed, c.claimed_at, c.bound, c.shown, c.shown_text,
    c.withdrew
FROM texts_in($series, $since, $until, $drafts) t
JOIN counts c USING (place)
ORDER BY t.adopted_on, t.resolution
