"""Drafts as printed: marks that lead to a group, titles that name States, preambles that speak of reports."""

# ruff: noqa: E501

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise_text

CONTEXT = Context.from_files()
HEAD = "United Nations A/C.3/72/L.50\n\nGeneral Assembly\nThird Committee\nAgenda item 72 (c)\n"
NOTE = "On behalf of the States Members of the United Nations that are members of the Group of 77 and China"


def only(text: str):
    (one,) = recognise_text(text, CONTEXT)
    return one


@pytest.mark.parametrize(
    ("names", "note", "speakers", "sponsors"),
    [
        ("Iraq:* draft resolution", "* {}", "IRQ", ""),
        (
            "Iraq:** draft resolution",
            " ** {}, taking into account also\nthe provisions of resolution ES-10/23.",
            "IRQ",
            "",
        ),
        ("Iraq:¹ draft resolution", "¹ {}", "IRQ", ""),
        ("Iraq:[1] draft resolution", "[1] {}", "IRQ", ""),
        ("Iraq* and Norway: draft resolution", "* {}", "IRQ", "NOR"),
        ("Mexico, Norway and Iraq:* draft resolution", "* {}", "IRQ", "MEX NOR"),
        ("Mexico,** Norway and Iraq:* draft resolution", "* {}\n** State of another kind.", "IRQ", "MEX NOR"),
        (
            "Iraq :* projet de résolution",
            "* Au nom des États qui sont membres du Groupe des 77 et de la Chine",
            "IRQ",
            "",
        ),
        ("Iraq:* proyecto de resolución", "* En nombre de los Estados miembros del Grupo de los 77 y China", "IRQ", ""),
        ("Mexico, Norway and Tunisia:* draft resolution", "* State not a member of the Council.", "", "MEX NOR TUN"),
    ],
)
def test_a_mark_behind_the_colon_leads_to_its_footnote(names, note, speakers, sponsors):
    one = only(f"{HEAD}Title of the item\n\n{names}\n\nTitle\n\nThe General Assembly,\n______\n{note.format(NOTE)}.\n")
    assert one.iso3 == set(sponsors.split())
    assert {spoken.speaker for spoken in one.on_behalf_of} == set(speakers.split())
    assert one.unresolved == ()


@pytest.mark.parametrize(
    "title",
    [
        "Human rights questions: situation of human rights in\nMyanmar\n\n",
        "Situation of human rights in Ukraine, Georgia\nand Moldova\n",
        "Situation in Afghanistan, Iraq\n\n",
        "Assistance to Haiti\n\n",
        "Human rights in\nCuba\n",
        "Report of the Special Committee on\nthe Sudan\n\n",
    ],
)
@pytest.mark.parametrize(
    "names", ["Albania, Austria and Norway", "Albania,\nAustria\nand Norway", "Albania,\n\nAustria and\n\nNorway"]
)
def test_a_state_in_the_title_above_is_no_sponsor(title, names):
    one = only(f"{HEAD}{title}{names}: draft resolution\n\nTitle\n\nThe General Assembly,\n")
    assert (one.iso3, one.unresolved, one.stage) == ({"ALB", "AUT", "NOR"}, (), "tabled")


@pytest.mark.parametrize(
    ("names", "sponsors"),
    [
        ("Albania\nAustria\nBosnia and Herzegovina\nNorway", "ALB AUT BIH NOR"),
        ("Albania, Austria, Bosnia and\n\nHerzegovina, Chile,\n\nNorway and New\n\nZealand", "ALB AUT BIH CHL NOR NZL"),
        ("Albania, Austria, Belgium\nChile, Norway and Peru", "ALB AUT BEL CHL NOR PER"),
    ],
)
def test_lines_and_lost_commas_inside_a_list_part_nobody_from_it(names, sponsors):
    assert only(f"{HEAD}{names}: draft resolution\n").iso3 == set(sponsors.split())


@pytest.mark.parametrize("what", ["Executive", "Special", "Advisory", "Third"])
def test_a_preamble_that_speaks_of_a_report_makes_no_report(what):
    preamble = f"The General Assembly,\nHaving considered the report of the {what} Committee,\n"
    one = only(f"{HEAD}Title of the item\n\nAlbania and Norway: draft resolution\n\nTitle\n\n{preamble}")
    assert (one.iso3, one.stage) == ({"ALB", "NOR"}, "tabled")
    pasted = only(f"Agenda item 72\n\nAlbania and Norway: draft resolution\n\nTitle\n\n{preamble}")
    assert pasted.iso3 == {"ALB", "NOR"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Co-sponsors (5):\nAfrica: Ghana and South\nAfrica.\nEastern Europe (2): Poland, Latvia.\nWestern Europe and Others: Norway.\n",
            "GHA ZAF POL LVA NOR",
        ),
        (
            "The draft was sponsored by Africa: Ghana; Asia: Japan, Nepal; Europe: Norway (A/C.3/72/L.50).",
            "GHA JPN NPL NOR",
        ),
        (
            "African Group (2): Ghana, Kenya\n\nAsia-Pacific Group (2): Japan, Nepal\n\nGRULAC: Chile\n\nWEOG: Norway",
            "GHA KEN JPN NPL CHL NOR",
        ),
        ("Africa\nGhana\nKenya\nSouth\nAfrica\n\nEurope\nPoland\nNorway", "GHA KEN ZAF POL NOR"),
        ("Afrique : Ghana, Kenya. Asie et Pacifique : Japon. Europe orientale : Pologne.", "GHA KEN JPN POL"),
        (
            "África: Ghana, Kenya. América Latina y el Caribe: Chile, Perú. Europa Oriental: Polonia.",
            "GHA KEN CHL PER POL",
        ),
    ],
)
def test_a_list_by_region_gives_all_of_them(text, expected):
    for one in recognise_text(text, CONTEXT):
        assert (one.iso3, one.unresolved) == (set(expected.split()), ())
