-- The recorded votes on some texts ($texts, NULL: all) and of some States ($states, NULL: all); $against: all (0), or
-- only on the first so many texts that each voted against, and on those of the day of its last vote that weighs.
SELECT
    resolution, body, year, adopted_on, stage, kind, iso3, state_as_written, vote, stance, weighs, source_url, put, value,
    said, said_in
FROM stances
WHERE ($drafts OR NOT draft)
    AND ($against = 0 OR nth IS NOT NULL)
    AND ($texts IS NULL OR list_contains($texts, resolution))
    AND ($states IS NULL OR list_contains($states::iso3[], iso3))
QUALIFY $against = 0 OR nth <= $against OR adopted_on = max(adopted_on) FILTER (weighs) OVER (PARTITION BY iso3)
ORDER BY adopted_on, stage, iso3, resolution
