-- cells: the view stage_grid, kept: one row a text at a stage and State, in order of place and code.
--   place           the text and stage (texts)
--   iso3            the State
--   value, status   as in stage_grid; status is that on the day
--   known           whether the cell tells who sponsored at the stage asked for: at another than the final one "not named
--                   when tabled" does
--   named_on        the list that names the State, where it is not the one that answers for the text
--   withdrawn_list  the list of names taken back that names the State
--   on_any_list     whether a list of the text, of whatever stage, names it
CREATE TABLE cells AS
SELECT
    t.place,
    g.iso3::iso3 AS iso3,
    g.value,
    g.status,
    g.value IN ('sponsor', 'not_sponsor') OR (g.value = 'not_when_tabled' AND g.stage <> 'final') AS known,
    nullif(g.list_id, t.list_id) AS named_on,
    g.withdrawn_list,
    g.on_any_list
FROM stage_grid g
JOIN texts t ON t.resolution = g.resolution AND t.asked = g.stage
ORDER BY place, g.iso3;
