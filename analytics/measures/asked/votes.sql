-- The recorded votes on some texts ($texts, NULL: all) and of some States ($states, NULL: all); $against: only on texts
-- that they voted against.
SELECT
    resolution, body, year, adopted_on, stage, kind, iso3, state_as_written, vote, stance, weighs, source_url, put, value,
    said, said_in
FROM stances
WHERE ($drafts OR NOT draft)
    AND (against OR NOT $against)
    AND ($texts IS NULL OR list_contains($texts, resolution))
    AND ($states IS NULL OR list_contains($states::iso3[], iso3))
ORDER BY adopted_on, stage, iso3, resolution
