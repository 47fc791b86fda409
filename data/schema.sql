-- The record. One table for each source file, in the order in which they refer to each other, then the views
-- that others rely on. The meaning of every column is in datapackage.json and docs/data_dictionary.md.

CREATE TYPE body AS ENUM ('GA', 'CHR', 'HRC');
CREATE TYPE un_group AS ENUM ('African Group', 'Asia-Pacific Group', 'Eastern European Group',
    'Latin American and Caribbean Group', 'Western European and Others Group');
CREATE TYPE status AS ENUM ('member', 'observer');
CREATE TYPE coverage AS ENUM ('complete', 'suspected gap', 'partial', 'count only', 'no list found');
CREATE TYPE completeness AS ENUM ('complete', 'suspected gap', 'partial', 'unknown');
CREATE TYPE stage AS ENUM ('tabled', 'tabled revised', 'additional', 'oral', 'as adopted', 'final');
CREATE TYPE yes_no AS ENUM ('yes', 'no');
CREATE TYPE vote AS ENUM ('yes', 'no', 'abstain');
CREATE TYPE role AS ENUM ('sponsor', 'main sponsor');
CREATE TYPE bound AS ENUM ('exact', 'at least');
CREATE TYPE certainty AS ENUM ('expected', 'inferred');
CREATE TYPE cell AS ENUM ('sponsor', 'not_sponsor', 'unknown', 'not_member');

CREATE TABLE states (
    iso3 VARCHAR PRIMARY KEY CHECK (length(iso3) = 3),
    name VARCHAR NOT NULL UNIQUE,
    short_name VARCHAR NOT NULL UNIQUE,
    status status NOT NULL,
    un_group un_group,
    m49_region VARCHAR NOT NULL,
    m49_subregion VARCHAR NOT NULL,
    member_since DATE,
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
    read_at VARCHAR NOT NULL,
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
    PRIMARY KEY (group_id, iso3),
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

CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);

-- What is known of every State on every text, from the best list held (used_for_analysis).
-- A name on the list comes first: it is positive evidence. Absence is a "no" only where the list allows it.
CREATE VIEW grid AS
WITH best AS (
    SELECT list_id, resolution, completeness, string_split(coalesce(unknown_states, ''), ';') AS in_doubt
    FROM sponsor_lists
    WHERE used_for_analysis = 'yes'
),
named AS (
    SELECT list_id, iso3 FROM sponsors WHERE iso3 IS NOT NULL
)
SELECT
    r.resolution,
    s.iso3,
    CASE
        WHEN n.iso3 IS NOT NULL THEN 'sponsor'
        WHEN s.member_since > r.adopted_on THEN 'not_member'
        WHEN b.list_id IS NULL THEN 'unknown'
        WHEN b.completeness NOT IN ('complete', 'suspected gap') THEN 'unknown'
        WHEN list_contains(b.in_doubt, '*') OR list_contains(b.in_doubt, s.iso3) THEN 'unknown'
        ELSE 'not_sponsor'
    END::cell AS value,
    b.list_id
FROM resolutions r
CROSS JOIN states s
LEFT JOIN best b ON b.resolution = r.resolution
LEFT JOIN named n ON n.list_id = b.list_id AND n.iso3 = s.iso3;

-- Members only: observers are counted apart. `members` is the number of Members on the day of adoption.
CREATE VIEW resolution_totals AS
SELECT
    g.resolution,
    s.un_group,
    count(*) FILTER (g.value = 'sponsor') AS sponsors,
    count(*) FILTER (g.value <> 'not_member') AS members,
    count(*) FILTER (g.value = 'unknown') AS unknown
FROM grid g
JOIN states s USING (iso3)
WHERE s.status = 'member'
GROUP BY ALL;
