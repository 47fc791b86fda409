"""Roll calls where other words stand near: what was voted on, and where the last list ends."""

from __future__ import annotations

import pytest

from data.reading.context import Context
from data.reading.recognise import recognise_text


@pytest.fixture(scope="module")
def context() -> Context:
    return Context.from_files()


def cast(one) -> dict[str, set[str]]:
    return {vote: {s.iso3 for s in one.states if s.role == vote} for vote in ("yes", "no", "abstain")}


def test_what_follows_the_last_list_is_no_name(context):
    (one,) = recognise_text(
        "Draft resolution A/C.3/70/L.46/Rev.1\nA recorded vote was taken.\nIn favour: Albania, Norway\nAgainst: China\n"
        "Abstaining: Niger, Nigeria\nDraft resolution A/C.3/70/L.46/Rev.1, as orally revised, was adopted by 2 "
        "votes to "
        "1, with 2 abstentions.\n[Subsequently, the delegation of Chad informed the Secretariat that it had "
        "intended to "
        "vote in favour.]",
        context,
    )
    assert cast(one) == {"yes": {"ALB", "NOR"}, "no": {"CHN"}, "abstain": {"NER", "NGA"}}
    assert one.unresolved == ()


@pytest.mark.parametrize(
    "text",
    [
        "A/RES/70/161\nVotent pour : Albanie, Norvège.\nVotent contre : Chine.\nS’abstiennent : Niger et Nigéria.\n",
        "A/RES/70/161\nVotos a favor: Albania, Noruega.\nVotos en contra: China.\nAbstenciones: Níger y Nigeria.\n",
    ],
)
def test_roll_calls_in_french_and_spanish(context, text):
    (one,) = recognise_text(text, context)
    assert cast(one) == {"yes": {"ALB", "NOR"}, "no": {"CHN"}, "abstain": {"NER", "NGA"}}
    assert (one.resolution, one.stage) == ("A/RES/70/161", "plenary")


@pytest.mark.parametrize(
    ("before", "after", "stage"),
    [
        (
            "Amendments A/HRC/31/L.41 to A/HRC/31/L.71 had been submitted. A recorded vote was taken, as follows:",
            "The draft resolution was adopted by 2 votes to 1 (resolution 31/32).",
            "HRC plenary",
        ),
        (
            "The amendment A/HRC/31/L.41 to draft resolution A/HRC/31/L.28 was put to a recorded vote:",
            "",
            "amendment A/HRC/31/L.41",
        ),
        (
            "All amendments (A/HRC/31/L.41) were rejected. A recorded vote was taken on draft resolution "
            "A/HRC/31/L.28:",
            "",
            "HRC plenary",
        ),
    ],
)
def test_a_vote_on_the_text_is_not_one_on_an_amendment(context, before, after, stage):
    (one,) = recognise_text(
        f"Draft resolution A/HRC/31/L.28.\n{before}\nIn favour: Albania, Botswana\nAgainst: China\nAbstaining: "
        f"Togo\n\n{after}",
        context,
    )
    assert one.stage == stage
    assert one.document_symbol == stage.removeprefix("amendment ").replace("HRC plenary", "A/HRC/31/L.28")
