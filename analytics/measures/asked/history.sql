-- One State through the texts of some series and years: as written on the list, and its votes on the text ($plenary).
SELECT
    t.resolution, t.body, t.year, t.adopted_on, r.short_title, c.value, c.known,
    n.state_as_written AS as_written, n.role, coalesce(c.named_on, t.list_id) AS list_id, c.withdrawn_list,
    t.stage, t.asked, v.vote, v.stage AS vote_stage, v.said, v.said_in
FROM texts_in($series, $since, $until, $drafts) t
JOIN cells c USING (place)
JOIN resolutions r ON r.resolution = t.resolution
LEFT JOIN (FROM sponsors WHERE iso3 = $state) n ON n.list_id = coalesce(c.named_on, t.list_id)
LEFT JOIN (FROM stances WHERE iso3 = $state::iso3 AND list_contains($plenary, stage)) v ON v.resolution = t.resolution
WHERE c.iso3 = $state::iso3
ORDER BY t.adopted_on, t.resolution
