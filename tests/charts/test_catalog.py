"""Every chart by name, from the real record."""

from __future__ import annotations

import json

import pytest

from charts import catalog
from charts.frame.sources import UN_BOUNDARIES

EXAMPLES = {name: {"state": "KEN"} for name, entry in catalog.CHARTS.items() if "state" in entry.params}
EXAMPLES |= {"assembly-coalition": {"picked": "ZAF,MLI"}}


@pytest.mark.parametrize("name", catalog.names())
def test_every_chart_is_whole(name: str, record) -> None:
    chart = catalog.build(name, record, **EXAMPLES.get(name, {}))
    assert chart.title.strip()
    assert chart.subtitle.strip()
    assert chart.alt.strip()
    assert chart.source.startswith("Source: ")
    assert (chart.data_version, record.version in chart.source) == (record.version, False)
    assert chart.data_version == record.version
    assert len(chart.table)
    assert (UN_BOUNDARIES in chart.note) == chart.is_map == name.startswith("map-")
    assert set(chart.context.texts) <= set(record.resolutions["resolution"])
    assert chart.context.texts, "a chart rests on at least one text"


STAGED = [name for name, entry in catalog.CHARTS.items() if "stage" in entry.params]


def test_every_chart_of_lists_takes_a_stage() -> None:
    fixed = {"assembly-targets", "assembly-coalition", "founders", "claim"}  # these have theirs by their question
    fixed |= {"votes", "assembly-votes", "map-votes", "topics"}  # and these are of no list on defenders
    assert set(STAGED) == set(catalog.CHARTS) - fixed


@pytest.mark.parametrize("name", STAGED)
def test_every_chart_is_drawn_at_the_stage_asked_for(name: str, record) -> None:
    """The Assembly as tabled: the chart says so, and rests on drafts alone."""
    body = {"bodies": "GA"} if "bodies" in catalog.CHARTS[name].params else {"body": "GA"}
    own = catalog.build(name, record, **EXAMPLES.get(name, {}), **body)
    chart = catalog.build(name, record, **EXAMPLES.get(name, {}), **body, stage="tabled")
    said = " ".join(note.text for note in chart.build("wide").layout.annotations)
    assert "as tabled" in f"{chart.title} {chart.subtitle} {said}"
    stages = set(record.rows("lists").set_index("list_id").loc[list(chart.context.lists), "stage"])
    assert stages == {"tabled"}
    assert "final" in set(record.rows("lists").set_index("list_id").loc[list(own.context.lists), "stage"])
    assert "A/RES/78/216" not in chart.context.lists
    assert "withdraw" not in chart.note, "withdrawals are of the final list"
    assert "Final" not in chart.subtitle


@pytest.mark.parametrize("name", STAGED)
def test_of_the_commission_nothing_is_called_final(name: str, record) -> None:
    params = {"text": "CHR 2000/61"} if "text" in catalog.CHARTS[name].params else {"bodies": "CHR"}
    chart = catalog.build(name, record, **EXAMPLES.get(name, {}), **params)
    said = " ".join(note.text for note in chart.build("wide").layout.annotations)
    assert "as tabled" in f"{chart.title} {chart.subtitle} {said}"
    assert "final" not in f"{chart.title} {chart.subtitle} {chart.note} {chart.alt}".lower()


@pytest.mark.parametrize("name", ["breadth", "matrix", "political", "regions", "counts", "columns"])
def test_2013_explains_itself_wherever_it_is_drawn(name: str, record) -> None:
    chart = catalog.build(name, record, bodies="GA")
    said = " ".join(note.text for note in chart.build("wide").layout.annotations).replace("<br>", " ")
    assert "36 European States (EU members and neighbours) withdraw" in " ".join(said.split())


def test_a_state_that_missed_2013_alone_has_it_explained(record) -> None:
    assert "Not a loss of support" in catalog.build("timeline", record, state="AUT").note
    assert "withdraw" not in catalog.build("timeline", record, state="NOR").note, "it stayed on the list"
    assert "withdraw" not in catalog.build("timeline", record, state="KEN", bodies="HRC").note


@pytest.mark.parametrize(
    ("name", "params"),
    [
        ("matrix", {"bodies": "GA", "group": "African Group"}),
        ("matrix", {"states": "KEN,GHA"}),
        ("regions", {"bodies": "GA", "groups": "African Group"}),
        ("political", {"bodies": "GA", "groups": "AU"}),
    ],
)
def test_2013_is_not_explained_where_nobody_that_withdrew_is_shown(name: str, params: dict, record) -> None:
    chart = catalog.build(name, record, **params)
    said = " ".join(note.text for note in chart.build("wide").layout.annotations)
    assert "2013: 36 European States" not in f"{said} {chart.note} {chart.alt}"


@pytest.mark.parametrize(("name", "params"), [("matrix", {"states": "KEN,AUT"}), ("political", {"groups": "EU,AU"})])
def test_2013_is_explained_where_one_that_withdrew_is_shown(name: str, params: dict, record) -> None:
    assert catalog.build(name, record, bodies="GA", **params).context.events


def test_every_table_of_lists_says_their_stage(record) -> None:
    for name in ("columns", "counts", "regions", "political", "breadth", "from-best", "timeline"):
        params = {"state": "KEN"} if name == "timeline" else {}
        assert "Stage" in catalog.build(name, record, **params).table, name
    heads = list(catalog.build("matrix", record, bodies="GA,CHR").table.columns)
    assert {"A/RES/74/146", "CHR 2000/61 as tabled"} <= set(heads)


def test_numbers_of_2019(record) -> None:
    """84 sponsors, 13 joined and 4 left since 2017; regions as counted by hand from the list."""
    chart = catalog.build("assembly-change", record, text="A/RES/74/146", since="A/RES/72/247")
    assert "84 States" in chart.title
    assert "13 joined since 2017, 4 sponsors of 2017 did not sponsor it" in chart.title
    table = catalog.build("columns", record, body="GA").table.set_index("Resolution").loc["A/RES/74/146"]
    groups = ["African", "Asia-Pacific", "Eastern European", "Latin America & Caribbean", "Western Europe & Others"]
    assert list(table[groups]) == [12, 9, 19, 17, 27]


def test_names_are_file_names_that_say_what_is_in_them(record) -> None:
    chart = catalog.build("assembly-change", record, text="A/RES/74/146", since="A/RES/72/247")
    assert chart.name == "assembly-change_a-res-74-146_since-a-res-72-247"
    assert catalog.build("columns", record, years="2001-2009").name == "sponsors-by-region-ga_2001-2009"
    assert catalog.build("assembly-targets", record, body="GA", year=2026).name == "assembly-targets-ga-2026"
    assert catalog.build("assembly-coalition", record, picked="KEN,GHA").name == "assembly-coalition_ga_2-asked"


def test_default_text_is_the_latest_with_names_and_the_default_since_has_the_same_stage(record) -> None:
    chart = catalog.build("changes", record)
    assert "A/RES/78/216" in chart.subtitle
    assert "A/RES/74/146" in chart.subtitle  # 2021 has a count only
    council = catalog.build("changes", record, body="HRC")
    assert "A/HRC/RES/40/11" in council.subtitle


def test_years_and_bodies_take_several_forms(record) -> None:
    for years in ("2001-2009", "2001–2009", (2001, 2009), [2001, 2009]):
        assert set(catalog.build("columns", record, years=years).table["Year"]) == {
            2001,
            2002,
            2003,
            2004,
            2005,
            2007,
            2009,
        }
    for bodies in ("GA,HRC", "hrc+ga", ("HRC", "GA"), ["GA", "HRC"]):
        assert catalog.build("counts", record, bodies=bodies).name == "sponsors-over-time-ga-hrc"
    assert catalog.build("counts", record, body="HRC").name == "sponsors-over-time-hrc"


def test_matrix_keeps_to_the_group_and_leaves_out_texts_without_a_list(record) -> None:
    table = catalog.build("matrix", record, bodies="GA", group="African Group", listed="yes").table
    assert len(table) == 54
    assert "A/RES/74/146" in table
    assert "A/RES/76/174" not in table


@pytest.mark.parametrize(
    ("name", "params", "said"),
    [
        ("nonsense", {}, "no chart 'nonsense'"),
        ("columns", {"state": "KEN"}, "takes no state"),
        ("columns", {"body": "XX"}, "no body XX"),
        ("columns", {"body": "GA,HRC"}, "one body at a time"),
        ("columns", {"years": "soon"}, "no period"),
        ("columns", {"years": "1950-1960"}, "no text of GA"),
        ("assembly-status", {"text": "A/RES/1/1"}, "no resolution 'A/RES/1/1'"),
        ("assembly-change", {"text": "A/RES/53/144"}, "no earlier list"),
        ("assembly-change", {"text": "A/HRC/RES/25/18"}, "A/HRC/RES/25/18 is of another stage (as tabled)"),
        ("assembly-change", {"text": "A/RES/74/146", "stage": "tabled"}, "no list of A/RES/74/146 as tabled is held"),
        ("columns", {"stage": "soon"}, "no lists of the stage 'soon' are held"),
        ("assembly-change", {"text": "A/HRC/RES/61/22"}, "another stage (single names from statements)"),
        ("assembly-change", {"text": "A/HRC/RES/43/16"}, "no list of sponsors of A/HRC/RES/43/16 is held"),
        ("assembly-change", {"text": "A/RES/74/146", "since": "A/HRC/RES/40/11"}, "different bodies"),
        ("timeline", {}, "a State is needed"),
        ("timeline", {"state": "XXX"}, "no State 'XXX'"),
        ("matrix", {"group": "Nordics"}, "no regional group"),
        ("matrix", {"order": "size"}, "no order"),
        ("matrix", {"listed": "perhaps"}, "yes or no"),
        ("assembly-status", {"body": "HRC", "years": "2020"}, "takes no years"),
        ("columns", {"body": "HRC", "years": "2021"}, "no text of HRC was adopted in 2021"),
    ],
)
def test_a_wrong_question_says_what_is_wrong(name: str, params: dict, said: str, record) -> None:
    with pytest.raises(ValueError) as problem:
        catalog.build(name, record, **params)
    assert said in str(problem.value)


def test_every_parameter_is_explained_and_the_listing_names_every_chart() -> None:
    for entry in catalog.CHARTS.values():
        assert set(entry.params) <= set(catalog.PARAMS)
        assert catalog.described(entry.name).startswith(entry.name)


def test_parameters_survive_json(record) -> None:
    params = json.loads(json.dumps({"bodies": ("GA", "HRC"), "years": (2001, 2023), "listed": True}))
    assert (
        catalog.build("matrix", record, **params).title
        == catalog.build("matrix", record, bodies=("GA", "HRC"), years=(2001, 2023), listed=True).title
    )


@pytest.mark.parametrize("name", ["assembly-targets", "assembly-coalition"])
def test_what_is_to_come_says_that_its_period_is_that_of_the_lists(record, name: str):
    assert catalog.build(name, record, body="GA").subtitle.endswith(", by the lists of 1998 to 2023")
