FROM signs ORDER BY iso3
