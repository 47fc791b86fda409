-- Other texts of the Third Committee of some years with their subject: adopted ones, and those of which only the draft as
-- tabled is held. Drafts that were replaced, withdrawn or are amendments have no resolution, and are left out.
SELECT
    o.other_id, o.resolution, o.session, o.year, o.title, o.stage, o.group_sponsor = 'yes' AS for_a_group,
    t.subject, t.reason,
    count(DISTINCT s.iso3) FILTER (p.status = 'member') AS names
FROM other_resolutions o
LEFT JOIN topics t USING (other_id)
LEFT JOIN other_sponsors s USING (other_id)
LEFT JOIN states p ON p.iso3 = s.iso3
WHERE o.year BETWEEN $since AND $until AND (o.resolution IS NOT NULL OR o.stage = 'tabled')
GROUP BY ALL
ORDER BY t.subject, o.year, o.other_id
