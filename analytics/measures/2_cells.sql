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

-- The cells with what their texts tell, as in the views stage_grid and grid; `list_id` is the list that decides the cell.
CREATE VIEW kept_stage_grid AS
SELECT
    t.resolution, t.asked AS stage, c.iso3::VARCHAR AS iso3, c.value, c.status,
    coalesce(c.named_on, t.list_id) AS list_id, t.stage AS list_stage, t.completeness, c.withdrawn_list, c.on_any_list
FROM cells c
JOIN texts t USING (place);
CREATE VIEW kept_grid AS SELECT * EXCLUDE (stage) FROM kept_stage_grid WHERE stage = 'final';
