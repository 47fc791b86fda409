-- What is held of each text, in order of adoption, from the best list held.
WITH reported AS (
    SELECT resolution, string_agg(said, '; ' ORDER BY kind, count, said) AS reported
    FROM (
        SELECT DISTINCT resolution, kind, count,
            concat(CASE WHEN bound = 'at least' THEN 'at least ' END, count, ' (', kind, ')') AS said
        FROM count_claims
        WHERE kind <> 'withdrawals')
    GROUP BY resolution
),
held AS (SELECT resolution, count(*) AS lists FROM sponsor_lists GROUP BY resolution)
SELECT
    t.resolution, t.body, t.year, t.adopted_on, r.short_title, t.coverage,
    t.list_id, t.stage, l.n_states AS names,
    c.dark AS unknown, c.tabled AS not_when_tabled,
    coalesce(h.lists, 0) AS lists,
    p.reported,
    CASE WHEN t.coverage = 'complete' THEN '' ELSE coalesce(
        nullif(concat_ws(' and ', 'report ' || r.report_symbol, 'draft ' || r.draft_symbol), ''),
        'the report of the session (symbol not known)')
    END AS wanted,
    r.official_url
FROM texts_in($series, $since, $until, $drafts) t
JOIN counts c USING (place)
JOIN resolutions r ON r.resolution = t.resolution
LEFT JOIN sponsor_lists l ON l.list_id = t.list_id
LEFT JOIN held h ON h.resolution = t.resolution
LEFT JOIN reported p ON p.resolution = t.resolution
ORDER BY t.adopted_on, t.resolution
