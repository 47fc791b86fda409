SELECT place, resolution, body, year, adopted_on, coverage, asked, list_id, stage, completeness
FROM texts_in($series, $since, $until, $drafts)
ORDER BY adopted_on, resolution
