-- counts: how many sponsors each text has at a stage, and how sure that is; one row a place of texts.
--   status          what is held: complete, gap, partial, count only, none. A list of another stage is no list of this one
--   sponsors        Member States on the day that a list of the stage names; observers: the others that it names
--   unknown         Member States of which it is not known; all where no list of the stage is held, as one of another
--                   stage tells nothing of this one, not even of the States that it names
--   members         Member States on the day
--   claimed, bound, claimed_at   the number reported for the end of the process (States; NULL: none, or another stage is
--                   asked for), whether it is exact, and whether it is final or at adoption
--   shown           the number to draw: States, NULL where nothing can be said; shown_text: in words
--   withdrew        Member States that took their names back
--   dark, tabled    Member States whose cell is `unknown`, and `not_when_tabled`
CREATE TABLE counts AS
WITH reported AS (
    SELECT resolution, count AS claimed, bound, kind AS claimed_at
    FROM count_claims
    WHERE kind IN ('final', 'at adoption')
    -- A final number before one at adoption, an exact one before a bound.
    QUALIFY row_number() OVER (
        PARTITION BY resolution ORDER BY kind = 'final' DESC, bound = 'exact' DESC, count DESC) = 1
),
tallied AS (
    SELECT
        place,
        count(*) FILTER (value = 'sponsor' AND status = 'member') AS sponsors,
        count(*) FILTER (value = 'sponsor' AND status = 'observer') AS observers,
        count(*) FILTER (NOT known AND value <> 'not_member' AND status = 'member') AS unknown,
        count(*) FILTER (value <> 'not_member' AND status = 'member') AS members,
        count(*) FILTER (withdrawn_list IS NOT NULL AND status = 'member') AS withdrew,
        count(*) FILTER (value = 'unknown' AND status = 'member') AS dark,
        count(*) FILTER (value = 'not_when_tabled' AND status = 'member') AS tabled
    FROM cells
    GROUP BY place
),
joined AS (
    SELECT
        t.place,
        coalesce(t.held, CASE WHEN r.claimed IS NULL THEN 'none' ELSE 'count only' END) AS status,
        CASE WHEN t.held IS NULL THEN 0 ELSE n.sponsors END AS sponsors,
        CASE WHEN t.held IS NULL THEN 0 ELSE n.observers END AS observers,
        CASE WHEN t.held IS NULL THEN n.members ELSE n.unknown END AS unknown,
        n.members, r.claimed, r.bound, r.claimed_at, n.withdrew, n.dark, n.tabled
    FROM texts t
    JOIN tallied n USING (place)
    LEFT JOIN reported r ON r.resolution = t.resolution AND t.asked = 'final'
)
SELECT
    place, status, sponsors, observers, unknown, members, claimed, bound, claimed_at,
    CASE
        WHEN status = 'complete' THEN sponsors + observers
        WHEN status <> 'gap' AND claimed IS NOT NULL THEN claimed
        WHEN status IN ('gap', 'partial') THEN sponsors + observers
    END::INTEGER AS shown,
    CASE
        WHEN status = 'complete' THEN '' || shown
        WHEN status <> 'gap' AND claimed IS NOT NULL THEN
            -- After a number at adoption others may have joined.
            concat(CASE WHEN bound = 'at least' THEN 'at least ' END, claimed,
                CASE WHEN claimed_at <> 'final' THEN ' ' || claimed_at END)
        WHEN shown IS NOT NULL THEN 'at least ' || shown
        ELSE 'not known'
    END AS shown_text,
    withdrew, dark, tabled
FROM joined
ORDER BY place;
