-- The cells of some series and years, one text after the other, of each all States in order of code: as numbers, in the
-- order of data.words.CELLS, and whether the State was a Member on the day. For questions to all States at once.
SELECT enum_code(c.value) AS code, c.status = 'member' AS member
FROM texts_in($series, $since, $until, $drafts) t
JOIN cells c USING (place)
ORDER BY t.adopted_on, t.resolution, c.iso3
