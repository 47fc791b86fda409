-- One cell with all that speaks of it: its State, text and vote on the text ($plenary), and the lists of the text, one a row
-- (one row without a list where none is held), with the State as it is written there.
SELECT
    p.name, p.short_name, s.member_since, t.adopted_on, r.official_url AS text_url,
    c.value, coalesce(c.named_on, t.list_id) AS decides, c.withdrawn_list,
    v.vote, v.stage AS vote_stage, v.said, v.said_in,
    l.list_id, l.stage, l.completeness, l.n_states, l.document_symbol, l.official_url, l.read_at, l.source_title, l.note,
    n.state_as_written AS as_written, n.role
FROM texts_in($series, $since, $until, $drafts) t
JOIN cells c USING (place)
JOIN people p USING (iso3)
JOIN states s ON s.iso3 = $state
JOIN resolutions r ON r.resolution = $text
LEFT JOIN sponsor_lists l ON l.resolution = $text
LEFT JOIN (FROM sponsors WHERE iso3 = $state AND resolution = $text) n ON n.list_id = l.list_id
LEFT JOIN (FROM stances WHERE iso3 = try_cast($state AS iso3) AND resolution = $text AND list_contains($plenary, stage)) v
    ON v.resolution = t.resolution
WHERE t.resolution = $text AND c.iso3 = try_cast($state AS iso3)
ORDER BY l.list_id
