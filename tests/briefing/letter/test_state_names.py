"""The names of States in three languages: cases read by a person, and rules that hold for every row."""

from __future__ import annotations

import csv
import re

import pytest

from data.names import Names
from data.tongues import state_names
from data.tongues.state_names import TABLE, codes, full_of, name, of, the, with_of
from files.paths import SOURCES

ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8", newline="")))
BY_CODE = {row["iso3"]: row for row in ROWS}
STATES = {row["iso3"]: row for row in csv.DictReader((SOURCES / "states.csv").open(encoding="utf-8", newline=""))}

ENGLISH = {
    "BHS": "the Bahamas",
    "BOL": "the Plurinational State of Bolivia",
    "CAF": "the Central African Republic",
    "COD": "the Democratic Republic of the Congo",
    "COG": "the Congo",
    "COM": "the Comoros",
    "DOM": "the Dominican Republic",
    "GBR": "the United Kingdom",
    "GMB": "the Gambia",
    "IRN": "the Islamic Republic of Iran",
    "KOR": "the Republic of Korea",
    "MDV": "Maldives",
    "MHL": "the Marshall Islands",
    "NER": "the Niger",
    "NGA": "Nigeria",
    "NLD": "the Netherlands",
    "PHL": "the Philippines",
    "PSE": "the State of Palestine",
    "RUS": "the Russian Federation",
    "SDN": "the Sudan",
    "SLB": "Solomon Islands",
    "SSD": "South Sudan",
    "SYR": "the Syrian Arab Republic",
    "TZA": "the United Republic of Tanzania",
    "USA": "the United States",
    "VAT": "the Holy See",
    "VEN": "the Bolivarian Republic of Venezuela",
    "CIV": "Côte d'Ivoire",
    "TUR": "Türkiye",
    "UKR": "Ukraine",
}
FRENCH = {
    "AGO": "de l'Angola",
    "AND": "de l'Andorre",
    "ARE": "des Émirats arabes unis",
    "BHR": "de Bahreïn",
    "BLR": "du Bélarus",
    "BOL": "de l'État plurinational de Bolivie",
    "CHE": "de la Suisse",
    "CIV": "de la Côte d'Ivoire",
    "COD": "de la République démocratique du Congo",
    "COG": "du Congo",
    "CPV": "de Cabo Verde",
    "CUB": "de Cuba",
    "CYP": "de Chypre",
    "DJI": "de Djibouti",
    "ECU": "de l'Équateur",
    "FJI": "des Fidji",
    "FRA": "de la France",
    "FSM": "des États fédérés de Micronésie",
    "GBR": "du Royaume-Uni",
    "HND": "du Honduras",
    "HTI": "d'Haïti",
    "HUN": "de la Hongrie",
    "IRN": "de la République islamique d'Iran",
    "ISR": "d'Israël",
    "KEN": "du Kenya",
    "KHM": "du Cambodge",
    "KNA": "de Saint-Kitts-et-Nevis",
    "MDA": "de la République de Moldova",
    "MDG": "de Madagascar",
    "MEX": "du Mexique",
    "MHL": "des Îles Marshall",
    "MKD": "de la Macédoine du Nord",
    "MMR": "du Myanmar",
    "MOZ": "du Mozambique",
    "MUS": "de Maurice",
    "NLD": "des Pays-Bas",
    "OMN": "d'Oman",
    "PLW": "des Palaos",
    "PSE": "de l'État de Palestine",
    "RUS": "de la Fédération de Russie",
    "SLV": "d'El Salvador",
    "SUR": "du Suriname",
    "SWZ": "de l'Eswatini",
    "SYR": "de la République arabe syrienne",
    "TLS": "du Timor-Leste",
    "TON": "des Tonga",
    "TTO": "de la Trinité-et-Tobago",
    "TUR": "de la Türkiye",
    "TZA": "de la République-Unie de Tanzanie",
    "URY": "de l'Uruguay",
    "USA": "des États-Unis",
    "VAT": "du Saint-Siège",
    "VCT": "de Saint-Vincent-et-les Grenadines",
    "VUT": "de Vanuatu",
    "YEM": "du Yémen",
    "ZWE": "du Zimbabwe",
}
SPANISH = {
    "AFG": "del Afganistán",
    "ARE": "de los Emiratos Árabes Unidos",
    "ARG": "de la Argentina",
    "BHS": "de las Bahamas",
    "BLR": "de Belarús",
    "BOL": "del Estado Plurinacional de Bolivia",
    "BRA": "del Brasil",
    "BWA": "de Botswana",
    "CAF": "de la República Centroafricana",
    "CAN": "del Canadá",
    "CIV": "de Côte d'Ivoire",
    "COD": "de la República Democrática del Congo",
    "COM": "de las Comoras",
    "ECU": "del Ecuador",
    "ESP": "de España",
    "FJI": "de Fiji",
    "GBR": "del Reino Unido",
    "IND": "de la India",
    "IRN": "de la República Islámica del Irán",
    "IRQ": "del Iraq",
    "JPN": "del Japón",
    "KEN": "de Kenya",
    "KNA": "de Saint Kitts y Nevis",
    "MAR": "de Marruecos",
    "MHL": "de las Islas Marshall",
    "NLD": "de los Países Bajos",
    "NZL": "de Nueva Zelandia",
    "PER": "del Perú",
    "PHL": "de Filipinas",
    "PNG": "de Papua Nueva Guinea",
    "PSE": "del Estado de Palestina",
    "RUS": "de la Federación de Rusia",
    "SAU": "de la Arabia Saudita",
    "SLV": "de El Salvador",
    "TTO": "de Trinidad y Tabago",
    "TUR": "de Türkiye",
    "TZA": "de la República Unida de Tanzanía",
    "URY": "del Uruguay",
    "USA": "de los Estados Unidos",
    "VAT": "de la Santa Sede",
    "VEN": "de la República Bolivariana de Venezuela",
    "VNM": "de Viet Nam",
    "ZWE": "de Zimbabwe",
}


@pytest.mark.parametrize(("iso3", "said"), ENGLISH.items())
def test_english_article(iso3, said):
    assert the(iso3, "en") == said
    assert of(iso3, "en") == f"of {said}"


@pytest.mark.parametrize(("iso3", "said"), FRENCH.items())
def test_french_preposition(iso3, said):
    assert of(iso3, "fr") == said


@pytest.mark.parametrize(("iso3", "said"), SPANISH.items())
def test_spanish_preposition(iso3, said):
    assert of(iso3, "es") == said


@pytest.mark.parametrize(
    ("iso3", "language", "listed"),
    [
        ("NLD", "en", "Netherlands (Kingdom of the)"),
        ("NLD", "es", "Países Bajos (Reino de los)"),
        ("GBR", "fr", "Royaume-Uni de Grande-Bretagne et d'Irlande du Nord"),
        ("TUR", "fr", "Türkiye"),
        ("SWZ", "en", "Eswatini"),
        ("MDA", "fr", "République de Moldova"),
        ("CPV", "en", "Cabo Verde"),
        ("NAM", "es", "Namibia"),
        ("PRK", "fr", "République populaire démocratique de Corée"),
    ],
)
def test_names_as_listed(iso3, language, listed):
    assert name(iso3, language) == listed


def test_the_form_for_an_address_is_the_long_one():
    assert full_of("GBR", "en") == "of the United Kingdom of Great Britain and Northern Ireland"
    assert full_of("GBR", "fr") == "du Royaume-Uni de Grande-Bretagne et d'Irlande du Nord"
    assert full_of("NLD", "es") == "del Reino de los Países Bajos"
    assert full_of("USA", "fr") == "des États-Unis d'Amérique"
    assert full_of("KEN", "fr") == "du Kenya"


def test_every_state_and_observer_once_and_english_as_in_the_record():
    assert sorted(BY_CODE) == sorted(STATES) == sorted(codes())
    assert len(ROWS) == len(BY_CODE) == 195
    assert {iso3: row["en"] for iso3, row in BY_CODE.items()} == {i: s["name"] for i, s in STATES.items()}


@pytest.mark.parametrize("language", ["en", "fr", "es"])
def test_no_name_is_empty_or_shared(language):
    for form in (name, the, of, full_of):
        said = [form(iso3, language) for iso3 in codes()]
        assert all(said), form
        assert len(set(said)) == 195, form
        assert not [s for s in said if s != s.strip() or "  " in s]


def test_french_forms_follow_from_the_article():
    for iso3, row in BY_CODE.items():
        article, the_form, of_form = row["fr_article"], row["fr_the"], row["fr_of"]
        begins = {"le": ("le ", "du "), "la": ("la ", "de la "), "l'": ("l'", "de l'"), "les": ("les ", "des ")}
        if article:
            assert the_form.startswith(begins[article][0]), iso3
            assert of_form.startswith(begins[article][1]), iso3
            assert row["fr_gender"] in {"le": "m", "la": "f"}.get(article, "mf"), iso3
            assert row["fr_number"] == ("p" if article == "les" else "s"), iso3
        else:
            assert re.match(r"d'[AEIOUÉÎH]|de [^AEIOUÉÎH]", of_form), iso3
            assert of_form.split("'" if of_form.startswith("d'") else " ", 1)[1] == the_form, iso3
        assert of_form == with_of(the_form, "fr"), iso3


def test_french_elision_before_every_vowel():
    # "le" and "la" never stand before a vowel; "l'" only before one.
    for iso3, row in BY_CODE.items():
        assert not re.match(r"l[ea] [AEIOUÀÉÈÊÎÔ]", row["fr_the"]), iso3
        if row["fr_article"] == "l'":
            assert re.match(r"l'[AEIOUÉÎÔ]", row["fr_the"]), iso3


def test_spanish_forms_follow_from_the_article():
    begins = {"el": "del ", "la": "de la ", "los": "de los ", "las": "de las "}
    for iso3, row in BY_CODE.items():
        if row["es_article"]:
            assert row["es_the"].startswith(row["es_article"] + " "), iso3
            assert row["es_of"].startswith(begins[row["es_article"]]), iso3
        else:
            assert row["es_of"] == f"de {row['es_the']}", iso3
            assert not re.match(r"(el|la|los|las) ", row["es_the"]), iso3
        assert row["es_of"] == with_of(row["es_the"], "es"), iso3
        assert "de el " not in row["es_of"], iso3


def test_english_has_the_article_in_small_letters_only():
    for iso3, row in BY_CODE.items():
        assert row["en_the"].removeprefix("the ")[0].isupper(), iso3
        assert not row["en_the"].startswith("The "), iso3


def test_the_importer_reads_every_name_back_as_the_same_state():
    names = Names.from_files(SOURCES)
    for language in state_names.LANGUAGES:
        wrong = {i: names.resolve(name(i, language)) for i in codes() if names.resolve(name(i, language)) != i}
        assert wrong == {}


def test_unknown_state_and_language_are_refused():
    with pytest.raises(KeyError, match="XXX"):
        name("XXX", "en")
    with pytest.raises(ValueError, match="'de'"):
        of("KEN", "de")
