-- Member States named on other texts of the Third Committee of some years (as in the question `topics`), by subject: on how
-- many, on which, and when last.
SELECT
    t.subject,
    s.iso3,
    p.short_name,
    p.un_group,
    count(DISTINCT o.other_id) AS signed,
    list(DISTINCT coalesce(o.resolution, o.other_id) ORDER BY coalesce(o.resolution, o.other_id)) AS texts,
    max(o.year)::BIGINT AS last_year
FROM other_resolutions o
JOIN topics t USING (other_id)
JOIN other_sponsors s USING (other_id)
JOIN states p ON p.iso3 = s.iso3 AND p.status = 'member'
WHERE o.year BETWEEN $since AND $until AND (o.resolution IS NOT NULL OR o.stage = 'tabled')
GROUP BY ALL
ORDER BY t.subject, signed DESC, p.short_name
