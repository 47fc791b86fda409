FROM tallies ORDER BY body, iso3
