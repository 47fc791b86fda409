FROM standings_in($series, $since, $until, $drafts) ORDER BY iso3
