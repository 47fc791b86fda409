-- The cells of some series and years in one word a text (coded), in order of adoption.
SELECT d.codes
FROM texts_in($series, $since, $until, $drafts) t
JOIN coded d USING (place)
ORDER BY t.adopted_on, t.resolution
