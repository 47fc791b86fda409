-- coded: the cells of each text at a stage as one word, for questions to all States at once; one row a place of texts.
--   codes    of all States in order of code a digit: the number of the cell's value in its type (data.words.CELLS), and
--            5 more for who was an observer on the day
CREATE TABLE coded AS
SELECT
    place,
    array_to_string(list(enum_code(value) + CASE status WHEN 'observer' THEN 5 ELSE 0 END ORDER BY iso3), '') AS codes
FROM cells
GROUP BY place
ORDER BY place;
