-- The lists whose note says some words.
FROM sponsor_lists WHERE contains(lower(note), $words) ORDER BY list_id
