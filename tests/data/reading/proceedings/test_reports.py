"""Reports as the Committee and the Council print them, sentence by sentence: nobody lost, nobody invented."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise_text
from tests.data.reading import made

INTRODUCED = (
    "6. At the 45th meeting, on 14 November, the representative of Norway, on behalf of Albania, Andorra and Bosnia "
    "and "
    "Herzegovina, introduced a draft resolution entitled “Implementing the Declaration” (A/C.3/74/L.31)."
)
FIRST = "NOR ALB AND BIH"


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


def committee(*paragraphs: str) -> str:
    """A report of the Third Committee, with the dialogue before and the recommendations after the draft."""
    return (
        (
            "United Nations A/74/399/Add.2\nGeneral Assembly\nSeventy-fourth session\nAgenda item 70 (b)\n"
            "Report of the Third Committee*\nRapporteur: Ms. Firesom Mohammed (Ethiopia)\nI. Introduction\n"
            "2. At the 22nd meeting, on 15 October, the Committee held a dialogue with the representatives of "
            "Switzerland, "
            "Brazil, China, Cuba and the European Union.\nII. Consideration of proposals\n"
            "B. Draft resolution A/C.3/74/L.31 and Rev.1 and amendments thereto contained in documents "
            "A/C.3/74/L.60 and "
            "A/C.3/74/L.61\n"
        )
        + "\n".join(paragraphs)
        + made.RECOMMENDED
    )


def last(text: str, context: Context, symbol: str = "A/C.3/74/L.31"):
    """The final list that a report makes up of one draft."""
    found = [one for one in recognise_text(text, context) if one.document_symbol.startswith(symbol)]
    (one,) = [one for one in found if one.stage == "final"]
    return one


@pytest.mark.parametrize(
    ("told", "truth"),
    [
        ("", FIRST),
        (
            "7. Subsequently, the Niger and Trinidad and Tobago joined in sponsoring the draft resolution.",
            f"{FIRST} NER TTO",
        ),
        (
            "7. At its 51st meeting, on 20 November, the Committee had before it a revised draft resolution "
            "(A/C.3/74/L.31/Rev.1), submitted by the sponsors of draft resolution A/C.3/74/L.31 and the Congo "
            "and Mali.\n"
            "8. At the same meeting, the representative of Norway orally revised the draft resolution and announced "
            "that the "
            "Dominican Republic and Guinea-Bissau had joined in sponsoring the draft resolution.",
            f"{FIRST} COG MLI DOM GNB",
        ),
        (
            "7. At the same meeting, the representative of Norway announced that the following countries had joined in "
            "sponsoring the draft resolution: the Congo, Côte d’Ivoire and Trinidad and Tobago.",
            f"{FIRST} COG CIV TTO",
        ),
        (
            "7. At its 48th meeting, the Committee was informed that the sponsors of the draft resolution had been "
            "joined by "
            "Bolivia (Plurinational State of) and the Sudan.",
            f"{FIRST} BOL SDN",
        ),
        (
            "7. Subsequently, Belize and the Gambia joined in sponsoring the draft resolution, and the sponsors were "
            "further "
            "joined by Saint Lucia and Nigeria.",
            f"{FIRST} BLZ GMB LCA NGA",
        ),
        (
            "7. The Chair noted that Armenia and the Congo also wished to become sponsors of the draft resolution.",
            f"{FIRST} ARM COG",
        ),
        (
            "7. Also at the same meeting, the representatives of Albania and Andorra announced that their "
            "delegations had "
            "withdrawn their sponsorship of the draft resolution.",
            "NOR BIH",
        ),
        (
            "7. At the 50th meeting, the representative of the Russian Federation, also on behalf of Belarus "
            "and China, "
            "introduced an amendment to draft resolution A/C.3/74/L.31 (A/C.3/74/L.60). Subsequently, Cuba and "
            "the Syrian "
            "Arab Republic joined the sponsors.\n8. Also at the same meeting, Mexico joined in sponsoring the draft "
            "resolution.",
            f"{FIRST} MEX",
        ),
        (
            "7. Statements were made by the representatives of China, Cuba and Egypt, who joined in expressing "
            "concern, and by "
            "the observer for the Holy See.",
            FIRST,
        ),
    ],
)
def test_who_came_and_who_went_in_the_committee(context, told, truth):
    one = last(committee(INTRODUCED, told), context)
    assert one.iso3 == set(truth.split())
    assert one.unresolved == ()
    assert one.resolution == "A/RES/74/146"


@pytest.mark.parametrize(
    "paragraph",
    [
        "6. At the 45th meeting, on 14 November, the representative of Norway introduced, on behalf of the following "
        "countries: Albania, Andorra and Bosnia and Herzegovina, a draft resolution entitled “X” (A/C.3/74/L.31).",
        "6. At the 45th meeting, on 14 November, the representative of Norway introduced draft resolution "
        "A/C.3/74/L.31, "
        "entitled “A text on behalf of Cuba”, on behalf of Albania, Andorra and Bosnia and Herzegovina.",
        "6. À la 45e séance, le 14 novembre, le représentant de la Norvège a présenté, au nom des pays suivants : "
        "Albanie, "
        "Andorre et Bosnie-Herzégovine, un projet de résolution intitulé « X » (A/C.3/74/L.31).",
        "6. À la 45e séance, la représentante de la Norvège, au nom de l’Albanie, de l’Andorre et de la "
        "Bosnie-Herzégovine, a présenté un projet de résolution intitulé « X » (A/C.3/74/L.31).",
        "6. En la 45ª sesión, el representante de Noruega, en nombre de Albania, Andorra y Bosnia y Herzegovina, "
        "presentó "
        "un proyecto de resolución titulado “X” (A/C.3/74/L.31).",
    ],
)
def test_on_whose_behalf_a_draft_is_introduced(context, paragraph):
    one = last(committee(paragraph), context)
    assert (one.iso3, one.unresolved) == (set(FIRST.split()), ())


def test_who_joined_and_who_withdrew_in_one_breath_is_left_to_a_person(context):
    one = last(
        committee(
            INTRODUCED,
            "7. At the same meeting, the sponsors of the draft resolution were joined by Georgia and Saint Lucia, and "
            "Belize and Bosnia and Herzegovina withdrew from sponsorship.",
        ),
        context,
    )
    assert {top for item in one.unresolved for top, _ in item.suggestions[:1]} == {"GEO", "LCA", "BLZ", "BIH"}
    assert not one.iso3 & {"GEO", "LCA", "BLZ"}


def test_the_votes_and_sponsors_of_a_council_text_and_of_its_amendments_are_kept_apart(context):
    found = recognise_text(
        "A/HRC/31/2\nReport of the Human Rights Council on its thirty-first session\nProtecting defenders\n"
        "98. At the 64th meeting, on 24 March 2016, the representative of Norway introduced draft resolution "
        "A/HRC/31/L.28, sponsored by Norway and co-sponsored by Albania and Andorra. Subsequently, Chile joined the "
        "sponsors.\n"
        "99. At the same meeting, the representative of the Russian Federation introduced amendment A/HRC/31/L.41 "
        "to draft "
        "resolution A/HRC/31/L.28, sponsored by the Russian Federation and co-sponsored by China. Subsequently, "
        "Belarus "
        "and Egypt joined the sponsors.\n"
        "100. Also at the same meeting, Ghana joined the sponsors of the draft resolution.\n"
        "102. At the same meeting, a recorded vote was taken on amendment A/HRC/31/L.41. The voting was as follows:\n"
        "In favour:\nChina, Cuba\nAgainst:\nAlbania\nAbstaining:\nNigeria\n"
        "103. Amendment A/HRC/31/L.41 was rejected by 2 votes to 1, with 1 abstention.\n"
        "104. At the request of China, a recorded vote was taken on draft resolution A/HRC/31/L.28. The voting was as "
        "follows:\nIn favour:\nAlbania, Botswana\nAgainst:\nChina\nAbstaining:\nNigeria\n"
        "105. The draft resolution was adopted by 2 votes to 1, with 1 abstention (resolution 31/32).\n",
        context,
    )
    (final,) = [one for one in found if one.stage == "final"]
    assert final.iso3 == {"NOR", "ALB", "AND", "CHL", "GHA"}
    votes = {one.stage: one for one in found if one.is_vote}
    assert set(votes) == {"amendment A/HRC/31/L.41", "HRC plenary"}
    assert votes["HRC plenary"].document_symbol == "A/HRC/31/L.28"
    assert {s.iso3 for s in votes["HRC plenary"].states if s.role == "yes"} == {"ALB", "BWA"}
