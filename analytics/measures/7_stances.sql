-- stances: every recorded vote with what it means; of each State in order of adoption.
--   iso3, resolution, stage, state_as_written, vote, source_url   as in votes; body, year, adopted_on, draft: of the text
--   kind      text, or amendment: all amendments held were hostile, so that a yes to one is against the text
--   stance    for, against (the text) or abstained
--   put       whether the text was voted on as a whole
--   value     the State's cell on the text at the stage of the body's series: what is not known of the end is unknown
--   nth       the number of the text among those that the State voted against, by this vote or another, in order; else NULL
--   weighs    whether it is a vote against that makes its State opposed unless it comes round later: a no in plenary, or
--             one of two or more amendments to the text supported, more than rejected, by a State that then did not vote
--             for the text although it was voted on
--   said      what the State said later of this vote on the text, as in the event that tells it ("said later that …"), and
--             said_in its source; NULL where nothing
CREATE TABLE stances AS
WITH told AS (
    SELECT
        resolution, "date", source,
        unnest(regexp_extract_all(text, '[^.,;]+, recorded (?:in favour|against|as abstaining), said later [^.]+')) AS said
    FROM events
    WHERE resolution IS NOT NULL
),
remarks AS (
    SELECT
        t.resolution,
        s.iso3,
        CASE split_part(t.said, ', ', 2) WHEN 'recorded in favour' THEN 'yes' WHEN 'recorded against' THEN 'no'
            ELSE 'abstain' END AS vote,
        arg_max(array_to_string(string_split(t.said, ', ')[3:], ', '), t."date") AS said,
        arg_max(t.source, t."date") AS said_in
    FROM told t
    JOIN states s ON trim(split_part(t.said, ', ', 1)) IN (s.short_name, s.name)
    GROUP BY ALL
),
meant AS (
    SELECT
        v.*, r.body, r.year, r.adopted_on,
        r.adoption = 'not yet adopted' AS draft,
        r.adoption <> 'without a vote' AS put,
        CASE WHEN starts_with(v.stage, 'amendment ') THEN 'amendment' ELSE 'text' END AS kind,
        CASE
            WHEN v.vote = 'abstain' THEN 'abstained'
            WHEN (v.vote = 'yes') <> (kind = 'amendment') THEN 'for'
            ELSE 'against'
        END AS stance
    FROM votes v
    JOIN resolutions r USING (resolution)
),
on_text AS (
    SELECT
        iso3, resolution,
        CASE WHEN bool_or(stance = 'against') THEN row_number() OVER (
            PARTITION BY iso3
            ORDER BY bool_or(stance = 'against') DESC, adopted_on, min(stage) FILTER (stance = 'against'), resolution)
        END AS nth,
        count(*) FILTER (kind = 'amendment' AND stance = 'against') AS supported,
        count(*) FILTER (kind = 'amendment' AND stance = 'for') AS rejected,
        arg_max(stance, stage) FILTER (kind = 'text' AND stage <> 'committee') AS final
    FROM meant
    GROUP BY iso3, resolution, adopted_on
)
SELECT
    m.iso3::iso3 AS iso3, m.resolution, m.body, m.year, m.adopted_on, m.draft, m.stage, m.kind,
    m.state_as_written, m.vote, m.stance,
    o.nth,
    m.stance = 'against' AND CASE m.kind
        WHEN 'text' THEN m.stage <> 'committee'
        ELSE o.supported >= 2 AND o.supported > o.rejected AND coalesce(o.final <> 'for', false)
    END AS weighs,
    m.source_url, m.put,
    CASE c.value WHEN 'not_when_tabled' THEN 'unknown' ELSE c.value END::cell AS value,
    k.said, k.said_in
FROM meant m
JOIN texts t ON t.resolution = m.resolution AND t.own
JOIN cells c ON c.place = t.place AND c.iso3 = m.iso3::iso3
JOIN on_text o ON o.iso3 = m.iso3 AND o.resolution = m.resolution
LEFT JOIN remarks k ON m.kind = 'text' AND k.resolution = m.resolution AND k.iso3 = m.iso3 AND k.vote = m.vote::VARCHAR
ORDER BY m.iso3, m.adopted_on, m.stage, m.resolution;
