SELECT iso3, other, share FROM alike WHERE body = $body ORDER BY iso3, share DESC, other
