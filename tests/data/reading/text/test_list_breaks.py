"""Where a list goes on or ends: page breaks, capitals, labels and notes as the documents have them."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise, recognise_text

NAMES = {"ALB", "CRI", "NZL", "ZWE"}
ADDENDUM = "A/C.3/70/L.46/Rev.1/Add.1\nGeneral Assembly\nSeventieth session\nThird Committee\nAgenda item 72 (b)\n\n"


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("ALBANIA AND ZIMBABWE: draft resolution", {"ALB", "ZWE"}),
        ("ALBANIE, SINGAPOUR ET VIET NAM : projet de résolution", {"ALB", "SGP", "VNM"}),
        ("ALBANIA, URUGUAY Y ZIMBABWE: proyecto de resolución", {"ALB", "URY", "ZWE"}),
    ],
)
def test_the_last_two_names_in_capitals_are_two(context, text, codes):
    (one,) = recognise_text(f"A/C.3/78/L.30\n\n{text}\n\nTitle\n\nThe General Assembly,\n", context)
    assert (one.iso3, one.unresolved) == (codes, ())


@pytest.mark.parametrize(
    "head",
    [
        "404 General Assembly—Fifty-seventh Session\n",
        "404\n\nGeneral Assembly—Fifty-seventh Session\n",
        "\nV. Resolutions adopted on the reports of the Third Committee 391\n",
        "404\n",
    ],
)
@pytest.mark.parametrize(
    "cut", ["New\n{}Zealand, Zimbabwe", "\n{}New Zealand, Zimbabwe", "New Zealand\n{}and Zimbabwe"]
)
def test_a_page_break_in_a_footnote_does_not_end_its_list(context, head, cut):
    (one,) = recognise_text(
        "RESOLUTION 57/209\n\n388 The draft resolution recommended in the report was sponsored in the Committee by: "
        f"Albania, Costa Rica, {cut.format(head)}\n389\nThe General Assembly, recalling Mexico, decides.\n",
        context,
    )
    assert (one.iso3, one.unresolved, one.resolution) == (NAMES, (), "A/RES/57/209")


@pytest.mark.parametrize(
    "text",
    [
        "To the list of sponsors of the draft resolution add Albania, Costa Rica, New Zealand and Zimbabwe.",
        "The following States have joined the sponsors of the draft resolution: Albania, Costa Rica, New Zealand, "
        "Zimbabwe.",
        "Additional sponsors\n\nAlbania, Costa Rica, New Zealand and Zimbabwe",
        "Additional sponsors are: Albania, Costa Rica, New Zealand and Zimbabwe.",
        "Chile and Peru: draft resolution\n\nTitle\n\nAddendum\n\nAdd the following countries to the list of"
        " sponsors of the "
        "draft resolution: Albania, Costa Rica, New Zealand and Zimbabwe.",
        "Ajouter les pays suivants à la liste des auteurs du projet de résolution : Albanie, Costa Rica,"
        " Nouvelle-Zélande et "
        "Zimbabwe.",
        "Ajouter l’Albanie, le Costa Rica, la Nouvelle-Zélande et le Zimbabwe à la liste des auteurs du projet"
        " de résolution.",
        "Chili et Pérou : projet de résolution\n\nTitre\n\nLes pays suivants se sont portés coauteurs du projet"
        " de résolution : "
        "Albanie, Costa Rica, Nouvelle-Zélande et Zimbabwe.",
        "Añádanse los siguientes países a la lista de patrocinadores del proyecto de resolución: Albania, Costa"
        " Rica, Nueva "
        "Zelandia y Zimbabwe.",
        "Agréguense Albania, Costa Rica, Nueva Zelandia y Zimbabwe a la lista de patrocinadores del proyecto de"
        " resolución.",
    ],
)
def test_an_addendum_names_those_who_came_later(context, text):
    (one,) = recognise_text(f"{ADDENDUM}{text}\n", context)
    assert (one.iso3, one.unresolved, one.stage) == (NAMES, (), "additional")
    assert one.document_symbol == "A/C.3/70/L.46/Rev.1/Add.1"


def test_an_addendum_that_prints_names_as_a_draft_does_may_repeat_the_first_sponsors(context):
    text = f"{ADDENDUM}Albania, Costa Rica, New Zealand and Zimbabwe: draft resolution\n"
    (one,) = recognise_text(text, context)
    assert (one.iso3, one.stage) == (NAMES, "")
    assert any("first sponsors" in note for note in one.notes)


@pytest.mark.parametrize(
    "labels",
    [
        ("In favour", "Against", "Abstain", "Absent"),
        ("Yes", "No", "Abstain", "Absent"),
        ("For", "Against", "Abstaining", "Absent"),
        ("Pour", "Contre", "Abstentions", "Absents"),
    ],
)
def test_labels_of_a_roll_call(context, labels):
    yes, no, abstain, absent = labels
    text = f"Vote\n\n{yes}: Albania, Norway.\n\n{no}: China.\n\n{abstain}: Algeria, Niger.\n\n{absent}: Haiti.\n"
    (one,) = recognise_text(text, context)
    votes = {s.iso3: s.role for s in one.states}
    assert votes == {"ALB": "yes", "NOR": "yes", "CHN": "no", "DZA": "abstain", "NER": "abstain"}


def test_names_under_a_label_that_is_no_vote_are_left_to_a_person(context):
    (one,) = recognise_text(
        "In favour: Albania.\nAgainst: China.\nAbstaining: Niger.\nPresent and not taking part: Haiti, Mali.\n"
        "Absent: Chad.\n",
        context,
    )
    assert {s.iso3: s.role for s in one.states} == {"ALB": "yes", "CHN": "no", "NER": "abstain"}
    assert [u.as_written for u in one.unresolved] == ["Haiti", "Mali"]


@pytest.mark.parametrize(
    "note",
    [
        "Kazakhstan withdrew its sponsorship.",
        "Kazakhstan: removed from list.",
        "Kazakhstan has withdrawn as a sponsor",
        "Removed from list: Kazakhstan",
    ],
)
def test_a_note_on_who_left_takes_the_name_off(context, note):
    fields = [("191", "a", "A/C.3/76/L.50"), ("245", "c", "Albania, Kazakhstan and Norway"), ("515", "a", note)]
    body = "".join(
        f'<datafield tag="{t}" ind1=" " ind2=" "><subfield code="{c}">{v}</subfield></datafield>' for t, c, v in fields
    )
    record = f'<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>{body}</record>'
    found = {one.stage: one for one in recognise(record.encode(), "record.xml", context)}
    assert found["tabled"].iso3 == {"ALB", "KAZ", "NOR"}
    assert found["final"].iso3 == {"ALB", "NOR"}


def test_who_withdrew_before_the_adoption_is_named_alone(context):
    found = recognise_text(
        "At its 45th meeting, on 21 November, the representative of Norway introduced a draft resolution "
        "(A/C.3/70/L.46), submitted by Albania, Chad and Norway. Before the draft resolution was adopted, Chad "
        "withdrew its sponsorship of the draft resolution.",
        context,
    )
    (final,) = (one for one in found if one.stage == "final")
    assert (final.iso3, final.unresolved) == ({"ALB", "NOR"}, ())


def test_spanish_names_before_2019(context):
    (one,) = recognise_text(
        "A/C.3/70/L.46\n\nEx República Yugoslava de Macedonia y República de Moldavia: proyecto de resolución\n",
        context,
    )
    assert (one.iso3, one.unresolved) == ({"MKD", "MDA"}, ())


def test_additional_co_sponsors_on_a_page_are_a_list_of_their_own(context):
    text = "Main sponsors: Norway\nCo-sponsors: Albania, Ghana.\n\nAdditional co-sponsors (2): Fiji, Togo.\n"
    first, later = recognise_text(text, context)
    assert (first.iso3, first.stage, first.unresolved) == ({"NOR", "ALB", "GHA"}, "", ())
    assert (later.iso3, later.stage, later.unresolved, later.claimed_count) == ({"FJI", "TGO"}, "additional", (), 2)


@pytest.mark.parametrize("first", ["Sponsors", "Core group", "Lead sponsors", "Main sponsors"])
def test_sponsors_and_co_sponsors_under_two_headings_are_one_list(context, first):
    text = f"A/HRC/RES/49/18\n\n{first}\n\nNorway\nChile\n\nCo-sponsors\n\nAlbania\nGhana\n"
    (one,) = recognise_text(text, context)
    assert {s.iso3: s.role for s in one.states} == {
        "NOR": "main sponsor",
        "CHL": "main sponsor",
        "ALB": "sponsor",
        "GHA": "sponsor",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Co-sponsors: 1. Albania 2. Costa Rica 3. New Zealand 4. Zimbabwe",
        "It was co-sponsored by the following States: Albania, Costa Rica, New Zealand, Zimbabwe.\nMexico spoke.",
        "The draft was co-sponsored by Albania, Costa Rica, New Zealand as well as Zimbabwe. Mexico spoke.",
        "Co-sponsors: Albania, Costa&nbsp;Rica, New&nbsp;Zealand and Zimbabwe.",
    ],
)
def test_names_under_a_label_all_come_back(context, text):
    (one,) = recognise_text(text, context)
    assert (one.iso3, one.unresolved) == (NAMES, ())


def test_names_side_by_side_under_one_heading_are_all_read(context):
    (one,) = recognise(b"Co-sponsors,\nAlbania,Costa Rica\nNew Zealand,Zimbabwe\n", "list.csv", context)
    assert one.iso3 == NAMES


def test_names_in_a_column_that_was_not_read_are_left_to_a_person(context):
    rows = "Main sponsors,Co-sponsors\nNorway,Albania\nAlbania,Chile\n"
    (one,) = recognise(rows.encode(), "list.csv", context)
    assert (one.iso3, [u.as_written for u in one.unresolved]) == ({"ALB", "CHL"}, ["Norway"])


def test_what_a_browser_prints_on_every_page_is_no_name(context):
    text = (
        "Co-sponsors:\nAlbania\nCosta Rica\nhttps://www.right-docs.org/doc/a-hrc-res-49-18/ 1/2\n\f\n"
        "11/25/26, 10:39 PM A/HRC/RES/49/18 - RightDocs\nNew Zealand\nZimbabwe\n"
    )
    (one,) = recognise_text(text, context)
    assert (one.iso3, one.unresolved) == (NAMES, ())
