-- Every text at every stage at which it is read, in order. All other steps go by `place`.

CREATE TYPE iso3 AS ENUM (SELECT iso3 FROM states ORDER BY iso3);

-- texts: one row a text and stage.
--   place         number of the row: by series, those of the bodies first, then in order of adoption
--   resolution, body, session, year, adopted_on   as in resolutions
--   coverage      resolutions.sponsor_coverage
--   draft         whether the text is not adopted yet
--   series        body and stage asked for, as "GA final"; own: whether it is the one by which the body is read
--   asked         the stage asked for
--   list_id, stage, completeness   the list that answers: NULL where none does
--   held          what that list allows at the stage asked for: complete, gap, partial; NULL where it is of another stage
--   status        the same for numbers of groups: `count only` where no more than a number is reported, else `none`
CREATE TABLE texts AS
SELECT
    q.stage = coalesce(s.stage, 'final') AS own,
    (row_number() OVER (ORDER BY NOT own, q.stage, r.body, r.adopted_on, r.resolution))::INTEGER AS place,
    r.resolution, r.body, r.session, r.year, r.adopted_on,
    r.sponsor_coverage AS coverage,
    r.adoption = 'not yet adopted' AS draft,
    r.body || ' ' || q.stage AS series,
    q.stage AS asked,
    a.list_id,
    a.list_stage AS stage,
    a.completeness,
    CASE
        WHEN a.list_stage IS DISTINCT FROM q.stage THEN NULL
        WHEN a.completeness = 'complete' THEN 'complete'
        WHEN a.completeness = 'suspected gap' THEN 'gap'
        ELSE 'partial'
    END AS held,
    coalesce(held, CASE WHEN coverage = 'count only' THEN 'count only' ELSE 'none' END) AS status
FROM asked q
JOIN resolutions r USING (resolution)
LEFT JOIN stages s ON s.body = r.body AND s.series
LEFT JOIN answers a ON a.resolution = q.resolution AND a.stage = q.stage
ORDER BY place;

-- people: the States, with their code as a number.
CREATE TABLE people AS
SELECT iso3::iso3 AS iso3, short_name, name, un_group FROM states ORDER BY iso3;

-- The texts of some series, as ['GA final'], and years; drafts only where they are asked for.
CREATE MACRO texts_in(those, since, until, drafts) AS TABLE
SELECT * FROM texts
WHERE list_contains(those, series) AND year BETWEEN since AND until AND (drafts OR NOT draft);
