"""Spellings resolve to the State they mean, on the day they were written, and to nothing else."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.names import RULES, Names
from data.spelling import key, other_orders

SOURCES = Path(__file__).resolve().parents[2] / "data" / "sources"
NAMES = Names.from_files(SOURCES)
ALL_KNOWN = [(name, iso3) for iso3 in NAMES.codes() for name in NAMES.known(iso3)]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def adopted() -> dict[str, date]:
    return {row["resolution"]: date.fromisoformat(row["adopted_on"]) for row in rows(SOURCES / "resolutions.csv")}


@pytest.mark.parametrize("table", ["sponsors", "votes", "body_members", "other_sponsors"])
def test_every_spelling_in_the_sources_means_the_state_recorded_there(table):
    wrong = {
        (row["state_as_written"], row["iso3"], NAMES.resolve(row["state_as_written"]))
        for row in rows(SOURCES / f"{table}.csv")
        if (NAMES.resolve(row["state_as_written"]) or "") != row["iso3"]
    }
    assert wrong == set()


@pytest.mark.parametrize("table", ["sponsors", "votes"])
def test_and_it_means_that_state_on_the_day_of_the_resolution(table):
    days = adopted()
    wrong = [
        (row["state_as_written"], row["resolution"])
        for row in rows(SOURCES / f"{table}.csv")
        if row["iso3"] and NAMES.resolve(row["state_as_written"], days[row["resolution"]]) != row["iso3"]
    ]
    assert wrong == []


def test_a_state_that_spoke_for_a_group_is_no_sponsor_and_the_reason_says_so():
    spoken = [row["state_as_written"] for row in rows(SOURCES / "other_sponsors.csv") if not row["iso3"]]
    assert len(spoken) > 20
    for text in spoken:
        found = NAMES.check(text)
        assert found.iso3 is None
        assert "on behalf of a group" in found.reason


def test_there_are_195_states_and_each_has_its_current_names():
    states = rows(SOURCES / "states.csv")
    assert NAMES.codes() == sorted(row["iso3"] for row in states)
    assert len(NAMES.codes()) == 195
    for row in states:
        assert NAMES.resolve(row["name"]) == row["iso3"]
        assert NAMES.resolve(row["short_name"]) == row["iso3"]


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Congo", "COG"),
        ("the Congo", "COG"),
        ("Republic of the Congo", "COG"),
        ("Democratic Republic of the Congo", "COD"),
        ("Congo, Democratic Republic of the", "COD"),
        ("Republic of Korea", "KOR"),
        ("Korea, Republic of", "KOR"),
        ("Korea (Republic of)", "KOR"),
        ("Democratic People's Republic of Korea", "PRK"),
        ("Korea, Democratic People’s Republic of", "PRK"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Ireland", "IRL"),
        ("Samoa", "WSM"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("Micronesia", "FSM"),
        ("Micronesia (Federated States of)", "FSM"),
        ("Oman", "OMN"),
        ("Romania", "ROU"),
        ("Iran, Islamic Republic of", "IRN"),
        ("Islamic Republic of Iran", "IRN"),
        ("Mali", "MLI"),
        ("Tanzania, United Republic of", "TZA"),
        ("Bolivia, Plurinational State of", "BOL"),
        ("the Netherlands", "NLD"),
        ("Netherlands (Kingdom of the)", "NLD"),
        ("Kingdom of the Netherlands", "NLD"),
        ("Bahamas (The)", "BHS"),
        ("Gambia (the)", "GMB"),
        ("The Gambia", "GMB"),
        ("St. Lucia", "LCA"),
        ("St Vincent & the Grenadines", "VCT"),
        ("Kingdom of Norway", "NOR"),
        ("Hellenic Republic", "GRC"),
        ("Macedonia, the former Yugoslav Republic of", "MKD"),
        ("Zaire", "COD"),
        ("Swaziland", "SWZ"),
        ("Cape Verde", "CPV"),
        ("Libyan Arab Jamahiriya", "LBY"),
        ("Czech Republic", "CZE"),
        ("Turkey", "TUR"),
    ],
)
def test_english_names(text, iso3):
    assert NAMES.resolve(text) == iso3


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Norvège", "NOR"),
        ("la Norvège", "NOR"),
        ("l’Albanie", "ALB"),
        ("Côte d’Ivoire", "CIV"),
        ("États-Unis d’Amérique", "USA"),
        ("Etats-Unis d'Amerique", "USA"),
        ("République de Corée", "KOR"),
        ("République populaire démocratique de Corée", "PRK"),
        ("Pays-Bas (Royaume des)", "NLD"),
        ("Royaume-Uni de Grande-Bretagne et d’Irlande du Nord", "GBR"),
        ("Dominique", "DMA"),
        ("République dominicaine", "DOM"),
        ("Guinée équatoriale", "GNQ"),
        ("Saint-Siège", "VAT"),
        ("ex-République yougoslave de Macédoine", "MKD"),
        ("Trinité-et-Tobago", "TTO"),
        ("Soudan", "SDN"),
        ("Noruega", "NOR"),
        ("los Países Bajos", "NLD"),
        ("Estados Unidos de América", "USA"),
        ("Bolivia (Estado Plurinacional de)", "BOL"),
        ("República Centroafricana", "CAF"),
        ("Níger", "NER"),
        ("Reino Unido de Gran Bretaña e Irlanda del Norte", "GBR"),
        ("San Vicente y las Granadinas", "VCT"),
        ("Santo Tomé y Príncipe", "STP"),
        ("Islas Salomón", "SLB"),
        ("Estado de Palestina", "PSE"),
    ],
)
def test_french_and_spanish_names(text, iso3):
    assert NAMES.resolve(text) == iso3


@pytest.mark.parametrize(
    "text",
    [
        "Korea",
        "Corée",
        "Northern Ireland",
        "American Samoa",
        "European Union",
        "Group of African States",
        "Republic of",
        "Guinea and Guinea-Bissau",
        "Norway and Sweden",
        "Norvay",
        "Czechoslovakia",
        "",
        "*",
        "12",
        "Republic of China",
        "draft resolution",
        "Albania, Andorra",
    ],
)
def test_what_is_no_name_of_one_state_resolves_to_none_with_a_reason(text):
    found = NAMES.check(text)
    assert found.iso3 is None
    assert found.reason


@pytest.mark.parametrize(
    ("text", "on", "iso3"),
    [
        ("Serbia and Montenegro", date(2004, 12, 20), "SRB"),
        ("Serbia and Montenegro", date(2015, 1, 1), None),
        ("Serbia and Montenegro", date(2001, 1, 1), None),
        ("Yugoslavia", date(2001, 12, 19), "SRB"),
        ("Yugoslavia", date(2010, 1, 1), None),
        ("Yugoslavia", date(1985, 1, 1), None),
        ("South Sudan", date(2005, 1, 1), None),
        ("South Sudan", date(2013, 1, 1), "SSD"),
        ("Montenegro", date(2005, 1, 1), None),
        ("Montenegro", date(2007, 1, 1), "MNE"),
        ("Timor-Leste", date(2001, 1, 1), None),
        ("Timor Leste", date(2017, 1, 1), "TLS"),
        ("Sudan, Republic of the", date(2001, 1, 1), "SDN"),
        ("South Sudan, Republic of", date(2001, 1, 1), None),
        ("Switzerland", date(2001, 4, 25), "CHE"),  # spoke in the Commission before it was a Member
    ],
)
def test_a_name_must_be_able_to_mean_the_state_on_that_day(text, on, iso3):
    found = NAMES.check(text, on)
    assert found.iso3 == iso3
    assert bool(found.reason) == (iso3 is None)


@pytest.mark.parametrize(
    ("text", "on", "iso3"),
    [
        ("Swaziland", date(2020, 1, 1), "SWZ"),
        ("Eswatini", date(2010, 1, 1), "SWZ"),
        ("Zaire", date(2015, 1, 1), "COD"),
        ("North Macedonia", date(2010, 1, 1), "MKD"),
        ("Türkiye", date(2015, 1, 1), "TUR"),
    ],
)
def test_a_renamed_state_is_accepted_with_a_remark_outside_the_time_of_its_name(text, on, iso3):
    found = NAMES.check(text, on)
    assert found.iso3 == iso3
    assert "not the usual name" in found.reason


@pytest.mark.parametrize(("typo", "iso3"), [("Norvay", "NOR"), ("Guatamala", "GTM"), ("Kyrgystan", "KGZ")])
def test_typing_errors_get_suggestions_but_are_not_accepted(typo, iso3):
    assert NAMES.resolve(typo) is None
    suggestions = NAMES.suggest(typo)
    assert suggestions[0][0] == iso3
    assert all(0.6 <= score <= 1 for _, score in suggestions)
    assert len(NAMES.suggest(typo, n=1)) == 1


def test_no_suggestion_for_what_looks_like_no_name():
    assert NAMES.suggest("draft resolution submitted by the Chair") == []
    assert NAMES.suggest("") == []


def test_known_can_be_asked_for_a_day():
    assert {"Serbia and Montenegro", "Yugoslavia"} <= set(NAMES.known("SRB"))
    assert "Yugoslavia" not in NAMES.known("SRB", date(2004, 1, 1))
    assert "Serbia and Montenegro" in NAMES.known("SRB", date(2004, 1, 1))
    assert NAMES.known("SSD", date(2005, 1, 1)) == []


def test_a_spelling_for_two_states_stops_the_reading():
    with pytest.raises(ValueError, match="both NER and NGA"):
        Names([("Niger", "NER"), ("NIGER", "NGA")])


def test_a_spelling_both_known_and_refused_stops_the_reading():
    with pytest.raises(ValueError, match="known and refused"):
        Names([("Korea", "KOR")], refused=[{"name": "Korea", "reason": "which?"}])


@pytest.mark.parametrize("table", ["official_en.csv", "un_fr.csv", "un_es.csv", "dated.csv"])
def test_the_rules_name_only_states_of_the_record(table):
    assert {row["iso3"] for row in rows(RULES / table)} <= set(NAMES.codes())


def test_other_orders():
    assert "Korea, Republic of" in other_orders("Republic of Korea")
    assert "Islamic Republic of Iran" in other_orders("Iran (Islamic Republic of)")
    assert other_orders("Norway") == []


@given(st.sampled_from(ALL_KNOWN), st.data())
@settings(max_examples=150, deadline=None)
def test_what_printing_does_to_a_known_name_does_not_change_its_meaning(pair, data):
    name, iso3 = pair
    text = data.draw(st.sampled_from([name, name.upper(), name.lower(), name.replace("'", "’")]))
    if data.draw(st.booleans()):
        text = text.replace(" ", data.draw(st.sampled_from(["\n", "  ", "\u00a0", " \n "])))
    if data.draw(st.booleans()):
        at = data.draw(st.integers(1, len(text) - 1))
        if text[at - 1].isalpha() and text[at].isalpha():
            text = text[:at] + data.draw(st.sampled_from(["-\n", "\u00ad"])) + text[at:]
    text = data.draw(st.sampled_from(["", " ", "*", "the "])) + text
    text += data.draw(st.sampled_from(["", "*", "¹", "²³", " †", " [3]", "\n", ",", "."]))
    assert NAMES.resolve(text) == iso3


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_text_gives_an_answer_and_a_resolved_one_has_the_letters_of_a_known_name(text):
    found = NAMES.check(text)
    if found.iso3 is None:
        assert found.reason
    else:
        assert any(key(name) in key(text) for name in NAMES.known(found.iso3))
    for iso3, _ in NAMES.suggest(text):
        assert iso3 in NAMES.codes()
