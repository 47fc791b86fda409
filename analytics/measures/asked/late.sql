SELECT resolution, final, tabled, late FROM late
WHERE iso3 = $state::iso3 AND ($drafts OR NOT draft)
ORDER BY adopted_on, resolution
