-- The record. One table for each source file, in the order in which they refer to each other, then the views
-- that others rely on. The meaning of every column is in datapackage.json and docs/data_dictionary.md.

CREATE TYPE body AS ENUM ('GA', 'CHR', 'HRC');
CREATE TYPE un_group AS ENUM ('African Group', 'Asia-Pacific Group', 'Eastern European Group',
    'Latin American and Caribbean Group', 'Western European and Others Group');
CREATE TYPE status AS ENUM ('member', 'observer');
CREATE TYPE coverage AS ENUM ('complete', 'suspected gap', 'partial', 'tabled only', 'names only', 'count only',
    'no list found');
CREATE TYPE completeness AS ENUM ('complete', 'suspected gap', 'partial', 'unknown');
CREATE TYPE stage AS ENUM ('tabled', 'tabled revised', 'additional', 'oral', 'as adopted', 'final', 'withdrawn',
    'statement');
CREATE TYPE before_membership AS ENUM ('observer', 'independent', 'not independent');
CREATE TYPE yes_no AS ENUM ('yes', 'no');
CREATE TYPE vote AS ENUM ('yes', 'no', 'abstain');
CREATE TYPE role AS ENUM ('sponsor', 'main sponsor');
CREATE TYPE bound AS ENUM ('exact', 'at least');
CREATE TYPE certainty AS ENUM ('expected', 'inferred');
CREATE TYPE cell AS ENUM ('sponsor', 'not_sponsor', 'not_when_tabled', 'unknown', 'not_member');

CREATE TABLE states (
    iso3 VARCHAR PRIMARY KEY CHECK (length(iso3) = 3),
    name VARCHAR NOT NULL UNIQUE,
    short_name VARCHAR NOT NULL UNIQUE,
    status status NOT NULL,
    un_group un_group,
    m49_region VARCHAR NOT NULL,
    m49_subregion VARCHAR NOT NULL,
    member_since DATE,
    before_membership before_membership,
    CHECK ((member_since IS NULL) = (before_membership IS NULL)),
    CHECK ((status = 'member') = (un_group IS NOT NULL))
);

CREATE TABLE resolutions (
    resolution VARCHAR PRIMARY KEY,
    body body NOT NULL,
    session INTEGER NOT NULL,
    year INTEGER NOT NULL,
    adopted_on DATE NOT NULL,
    short_title VARCHAR NOT NULL,
    title VARCHAR NOT NULL,
    mandate_action VARCHAR,
    draft_symbol VARCHAR,
    report_symbol VARCHAR,
    adoption VARCHAR NOT NULL,
    yes INTEGER, no INTEGER, abstain INTEGER,
    committee_yes INTEGER, committee_no INTEGER, committee_abstain INTEGER,
    sponsor_coverage coverage NOT NULL,
    n_sponsors_read INTEGER,
    official_url VARCHAR NOT NULL
);

CREATE TABLE sponsor_lists (
    list_id VARCHAR PRIMARY KEY,
    resolution VARCHAR NOT NULL REFERENCES resolutions (resolution),
    stage stage NOT NULL,
    used_for_analysis yes_no NOT NULL,
    completeness completeness NOT NULL,
    unknown_states VARCHAR,
    n_states INTEGER NOT NULL CHECK (n_states >= 0),
    document_symbol VARCHAR,
    official_url VARCHAR,
    read_at VARCHAR,
    source_title VARCHAR NOT NULL,
    note VARCHAR
);

CREATE TABLE sponsors (
    list_id VARCHAR NOT NULL REFERENCES sponsor_lists (list_id),
    resolution VARCHAR NOT NULL REFERENCES resolutions (resolution),
    stage stage NOT NULL,
    state_as_written VARCHAR NOT NULL,
    iso3 VARCHAR REFERENCES states (iso3),
    role role NOT NULL,
    PRIMARY KEY (list_id, state_as_written),
    UNIQUE (list_id, iso3)
);

CREATE TABLE count_claims (
    resolution VARCHAR NOT NULL REFERENCES resolutions (resolution),
    count INTEGER NOT NULL CHECK (count > 0),
    bound bound NOT NULL,
    kind VARCHAR NOT NULL,
    what VARCHAR NOT NULL,
    source_url VARCHAR NOT NULL,
    quote VARCHAR NOT NULL
);

CREATE TABLE votes (
    resolution VARCHAR NOT NULL REFERENCES resolutions (resolution),
    stage VARCHAR NOT NULL,
    state_as_written VARCHAR NOT NULL,
    iso3 VARCHAR NOT NULL REFERENCES states (iso3),
    vote vote NOT NULL,
    source_url VARCHAR NOT NULL,
    PRIMARY KEY (resolution, stage, iso3)
);

CREATE TABLE body_members (
    body body NOT NULL,
    "at" VARCHAR NOT NULL CHECK ("at" IN ('year', 'resolution')),
    key VARCHAR NOT NULL,
    state_as_written VARCHAR NOT NULL,
    iso3 VARCHAR NOT NULL REFERENCES states (iso3),
    source VARCHAR NOT NULL
    -- No key: in the source 32 members of a year stand twice (30 word for word); they are kept as found.
);

CREATE TABLE group_members (
    group_id VARCHAR NOT NULL,
    group_name VARCHAR NOT NULL,
    iso3 VARCHAR NOT NULL REFERENCES states (iso3),
    member_from DATE,
    member_to DATE,
    UNIQUE (group_id, iso3, member_from),
    CHECK (member_from IS NULL OR member_to IS NULL OR member_from <= member_to)
);

CREATE TABLE other_resolutions (
    other_id VARCHAR PRIMARY KEY,
    resolution VARCHAR,
    draft_symbol VARCHAR,
    session INTEGER NOT NULL,
    year INTEGER NOT NULL,
    title VARCHAR NOT NULL,
    stage VARCHAR NOT NULL,
    read_at VARCHAR NOT NULL,
    group_sponsor yes_no NOT NULL
);

CREATE TABLE other_sponsors (
    other_id VARCHAR NOT NULL REFERENCES other_resolutions (other_id),
    stage stage NOT NULL,
    state_as_written VARCHAR NOT NULL,
    iso3 VARCHAR REFERENCES states (iso3),
    PRIMARY KEY (other_id, stage, state_as_written)
);

CREATE TABLE events (
    date DATE NOT NULL,
    kind VARCHAR NOT NULL,
    resolution VARCHAR REFERENCES resolutions (resolution),
    text VARCHAR NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE opportunities (
    body body NOT NULL,
    year INTEGER NOT NULL,
    session INTEGER,
    what VARCHAR NOT NULL,
    certainty certainty NOT NULL,
    basis VARCHAR NOT NULL,
    PRIMARY KEY (body, year, what)
);

CREATE TABLE name_variants_seen (
    state_as_written VARCHAR PRIMARY KEY,
    iso3 VARCHAR NOT NULL REFERENCES states (iso3)
);

CREATE TABLE places (
    iso3 VARCHAR PRIMARY KEY REFERENCES states (iso3),
    name VARCHAR NOT NULL,
    lon DOUBLE NOT NULL CHECK (lon BETWEEN -180 AND 180),
    lat DOUBLE NOT NULL CHECK (lat BETWEEN -90 AND 90),
    area_km2 DOUBLE NOT NULL CHECK (area_km2 > 0),
    on_map BOOLEAN NOT NULL,
    marker BOOLEAN NOT NULL,
    source VARCHAR NOT NULL
);

CREATE TABLE neighbours (
    iso3 VARCHAR NOT NULL REFERENCES states (iso3),
    neighbour VARCHAR NOT NULL REFERENCES states (iso3),
    PRIMARY KEY (iso3, neighbour),
    CHECK (iso3 <> neighbour)
);

CREATE TABLE mission_languages (
    iso3 VARCHAR NOT NULL REFERENCES states (iso3),
    language VARCHAR NOT NULL,
    basis VARCHAR NOT NULL,
    source_url VARCHAR NOT NULL,
    PRIMARY KEY (iso3, language)
);

CREATE TABLE topics (
    other_id VARCHAR PRIMARY KEY,
    subject VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);

CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- Which list answers when the sponsors of a text at a stage are asked for. For `final`: the best list held
-- (used_for_analysis), whatever its stage. For another stage: a list of that very stage, the one used before others,
-- then the most complete, then the longest.
CREATE VIEW answers AS
SELECT resolution, 'final'::stage AS stage, list_id, stage AS list_stage, completeness,
    string_split(coalesce(unknown_states, ''), ';') AS in_doubt
FROM sponsor_lists
WHERE used_for_analysis = 'yes'
UNION ALL
SELECT resolution, stage, list_id, stage, completeness, string_split(coalesce(unknown_states, ''), ';')
FROM sponsor_lists
WHERE stage IN ('tabled', 'tabled revised', 'oral', 'as adopted')
QUALIFY row_number() OVER (
    PARTITION BY resolution, stage ORDER BY used_for_analysis, completeness, n_states DESC, list_id) = 1;

-- The series of a body is drawn at one stage: the one at which most of its adopted texts have whole lists. `series` is
-- that stage; the others can be chosen where at least two texts have whole lists of them.
CREATE VIEW stages AS
WITH held AS (
    SELECT r.body, a.list_stage AS stage, count(*) AS texts
    FROM answers a
    JOIN resolutions r USING (resolution)
    WHERE a.list_stage = a.stage AND a.completeness IN ('complete', 'suspected gap')
        AND r.adoption <> 'not yet adopted'
    GROUP BY ALL
),
ranked AS (
    SELECT *, row_number() OVER (PARTITION BY body ORDER BY texts DESC, stage = 'final' DESC, stage) = 1 AS series
    FROM held
)
SELECT body, stage, texts, series FROM ranked WHERE series OR texts >= 2;

-- What a State was on the day of each text. A later Member that was an observer could sponsor in the Commission.
CREATE VIEW standing AS
SELECT
    r.resolution,
    s.iso3,
    CASE
        WHEN s.status = 'observer' THEN 'observer'
        WHEN s.member_since IS NULL OR s.member_since <= r.adopted_on THEN 'member'
        WHEN s.before_membership = 'observer' AND r.body = 'CHR' THEN 'observer'
        ELSE 'not yet'
    END AS status
FROM resolutions r
CROSS JOIN states s;

-- The version of a draft that a list was printed with: 0 as first tabled, 1 its first revision; an addendum belongs to
-- the version that it adds to. NULL for a list that stands by itself (a report, a statement).
CREATE VIEW versions AS
SELECT list_id, resolution, stage,
    CASE
        WHEN stage = 'tabled' THEN 0
        WHEN stage = 'tabled revised' THEN greatest(revision, 1)
        WHEN stage = 'additional' AND regexp_matches(document_symbol, '/L\.[0-9]+.*/Add\.[0-9]') THEN revision
    END AS version
FROM (
    SELECT *, coalesce(try_cast(regexp_extract(document_symbol, '/Rev\.([0-9]+)', 1) AS INTEGER), 0) AS revision
    FROM sponsor_lists);

-- Who is named. While a text is not adopted, all its lists count together: each State by the list used if that names
-- it, else by the first that does. A revision prints all sponsors anew: who stands on an earlier version of the draft
-- or its addenda, not on the revision, nor on any later list, is not counted.
CREATE VIEW named AS
SELECT a.resolution, a.stage, n.iso3, n.list_id
FROM answers a
JOIN sponsors n USING (list_id)
WHERE n.iso3 IS NOT NULL
UNION ALL
SELECT n.resolution, 'final', n.iso3, min_by(n.list_id, (l.stage, n.list_id))
FROM sponsors n
JOIN versions l USING (list_id)
JOIN resolutions r ON r.resolution = n.resolution AND r.adoption = 'not yet adopted'
WHERE n.iso3 IS NOT NULL AND l.stage <> 'withdrawn'
    AND NOT EXISTS (
        FROM answers a JOIN sponsors b USING (list_id)
        WHERE a.resolution = n.resolution AND a.stage = 'final' AND b.iso3 = n.iso3)
    AND NOT EXISTS (
        FROM versions later
        WHERE later.resolution = n.resolution AND later.stage = 'tabled revised' AND later.version > l.version)
GROUP BY n.resolution, n.iso3;

CREATE VIEW withdrew AS
SELECT resolution, iso3, min(list_id) AS list_id
FROM sponsors
WHERE stage = 'withdrawn' AND iso3 IS NOT NULL
GROUP BY ALL;

-- The stages at which each text is read: `final`, and those that its body offers.
CREATE VIEW asked AS
SELECT resolution, 'final'::stage AS stage FROM resolutions
UNION
SELECT r.resolution, s.stage FROM resolutions r JOIN stages s USING (body);

-- What is known of every State on every text at each stage that its body offers; for `final` from the best list held.
-- A name comes first: it is positive evidence, unless the State took it back after a list that is not the final one.
-- Absence is a "no" only from a whole final list; from a whole draft it says that the State was not named then.
-- `on_any_list`: whether a list of the text, of any stage, names the State: what "for the first time" is held against.
CREATE VIEW stage_grid AS
SELECT
    q.resolution,
    q.stage,
    d.iso3,
    CASE
        WHEN n.iso3 IS NOT NULL AND (w.iso3 IS NULL OR a.list_stage = 'final') THEN 'sponsor'
        WHEN w.iso3 IS NOT NULL THEN 'not_sponsor'
        WHEN d.status = 'not yet' THEN 'not_member'
        WHEN a.list_id IS NULL OR a.completeness NOT IN ('complete', 'suspected gap') THEN 'unknown'
        WHEN list_contains(a.in_doubt, '*') OR list_contains(a.in_doubt, d.iso3) THEN 'unknown'
        WHEN a.list_stage = 'final' THEN 'not_sponsor'
        WHEN a.list_stage IN ('tabled', 'tabled revised', 'oral', 'as adopted') THEN 'not_when_tabled'
        ELSE 'unknown'
    END::cell AS value,
    CASE WHEN d.status = 'observer' THEN 'observer' ELSE 'member' END::status AS status,
    coalesce(n.list_id, a.list_id) AS list_id,
    a.list_stage,
    a.completeness,
    w.list_id AS withdrawn_list,
    e.iso3 IS NOT NULL AS on_any_list
FROM asked q
JOIN standing d USING (resolution)
LEFT JOIN answers a ON a.resolution = q.resolution AND a.stage = q.stage
LEFT JOIN named n ON n.resolution = q.resolution AND n.stage = q.stage AND n.iso3 = d.iso3
LEFT JOIN withdrew w ON q.stage = 'final' AND w.resolution = q.resolution AND w.iso3 = d.iso3
LEFT JOIN (SELECT DISTINCT resolution, iso3 FROM sponsors) e ON e.resolution = q.resolution AND e.iso3 = d.iso3;

-- The grid: the best list held. `status` is the State's on the day.
CREATE VIEW grid AS SELECT * EXCLUDE (stage) FROM stage_grid WHERE stage = 'final';

-- Members on the day only: observers are counted apart.
CREATE VIEW resolution_totals AS
SELECT
    g.resolution,
    s.un_group,
    count(*) FILTER (g.value = 'sponsor') AS sponsors,
    count(*) FILTER (g.value <> 'not_member') AS members,
    count(*) FILTER (g.value = 'not_when_tabled') AS not_when_tabled,
    count(*) FILTER (g.value = 'unknown') AS unknown
FROM grid g
JOIN states s USING (iso3)
WHERE g.status = 'member'
GROUP BY ALL;
