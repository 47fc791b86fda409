FROM ladder WHERE list_contains($series, series) ORDER BY iso3
