-- The cells of some series and years, of some texts ($texts, NULL: all) and States ($states, NULL: all).
SELECT
    t.resolution, t.body, t.session, t.year, t.adopted_on,
    c.iso3, p.short_name, p.name,
    CASE WHEN c.status = 'member' THEN p.un_group END AS un_group,
    c.status, c.value,
    coalesce(c.named_on, t.list_id) AS list_id,
    t.asked, t.stage, t.completeness, t.coverage, c.known, c.withdrawn_list, c.on_any_list
FROM texts_in($series, $since, $until, $drafts) t
JOIN cells c USING (place)
JOIN people p USING (iso3)
WHERE ($texts IS NULL OR list_contains($texts, t.resolution))
    AND ($states IS NULL OR list_contains($states, p.iso3::VARCHAR))
ORDER BY t.adopted_on, t.resolution, c.iso3
