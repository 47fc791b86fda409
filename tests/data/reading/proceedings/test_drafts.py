from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise_text


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


def test_a_name_that_ends_in_an_apostrophe_keeps_its_star(context):
    text = "Agenda item 3\nIran, République islamique d',* Israel and Norway:* draft resolution\nA/HRC/52/L.1\n"
    (found,) = recognise_text(text, context)
    assert [(s.iso3, s.starred) for s in found.states] == [("IRN", True), ("ISR", False), ("NOR", True)]


def test_the_last_star_may_stand_behind_the_colon(context):
    text = (
        "Human Rights Council\nFifty-second session\nAgenda item 3\n"
        "Albania,* Andorra,* Argentina, Norway* and Tunisia:* draft resolution\n"
        "52/... Mandate of the Special Rapporteur\nA/HRC/52/L.1\n"
    )
    (found,) = recognise_text(text, context)
    assert [(s.iso3, s.starred) for s in found.states] == [
        ("ALB", True),
        ("AND", True),
        ("ARG", False),
        ("NOR", True),
        ("TUN", True),
    ]
    assert (found.stage, found.resolution) == ("tabled", "A/HRC/RES/52/4")


@pytest.mark.parametrize(
    ("after", "title"),
    [
        ("Human rights defenders\n\nThe General Assembly,", "Human rights defenders"),
        ("52/... Mandate of the\nSpecial Rapporteur\n\nThe Human Rights Council,", "Mandate of the Special Rapporteur"),
        ("40/… Environmental defenders\n The Human Rights Council,", "Environmental defenders"),
        ("Défenseurs des droits\nL’Assemblée générale,", "Défenseurs des droits"),
        ("Human rights defenders\nRecalling the Declaration", ""),
        ("", ""),
    ],
)
def test_the_title_stands_between_the_sponsors_and_the_text(context, after, title):
    (found,) = recognise_text(f"A/C.3/81/L.30\nAlbania, Kenya and Norway: draft resolution\n\n{after}", context)
    assert found.title == title
    assert found.iso3 == {"ALB", "KEN", "NOR"}


@pytest.mark.parametrize(("mark", "note"), [("¹", "¹ "), ("1", "1  "), ("**", "** "), ("[1]", "\n[1]\n"), (",1", "1 ")])
def test_a_footnote_says_for_whom_a_sponsor_spoke(context, mark, note):
    (found,) = recognise_text(
        f"A/C.3/74/L.31\nThird Committee\nAgenda item 70 (b)\n\nAlbania,* Egypt{mark}, Kenya and Norway: draft "
        f"resolution\n\n"
        "Human rights defenders\n\nThe General Assembly,\n\n__________\n* Reissued for technical reasons.\n"
        f"{note}On behalf of the States Members of the United Nations that are members of the Group of 77 and China.\n",
        context,
    )
    assert found.iso3 == {"ALB", "KEN", "NOR"}
    assert [(o.speaker, "Group of 77" in o.as_written) for o in found.on_behalf_of] == [("EGY", True)]
    assert found.unresolved == ()


@pytest.mark.parametrize(
    "text",
    [
        "A/74/399/Add.2\nReport of the Third Committee\nThe Third Committee recommends to the General Assembly the "
        "adoption "
        "of the following draft resolutions:\n\nDraft resolution I\nDefenders\n\nThe General Assembly,\nRecalling "
        "Norway,",
        "Statements by China, Cuba and Egypt. The Committee recommends the adoption of the following text:\n\nDraft "
        "resolution\n\nDefenders",
        "A/C.3/70/L.67\nThird Committee\nAgenda item 72 (b)\n\nBelarus, China and Egypt: amendments to draft "
        "resolution "
        "A/C.3/70/L.46/Rev.1\n\nReplace the third paragraph.",
    ],
)
def test_what_is_no_draft_has_no_sponsors(context, text):
    assert recognise_text(text, context) == []
