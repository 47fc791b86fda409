"""Which draft has become which resolution."""

from __future__ import annotations

import pytest

from data.drafts import NOT_ADOPTED, became


def row(resolution: str, draft: str, adoption: str = "without a vote") -> dict[str, str]:
    return {"resolution": resolution, "draft_symbol": draft, "adoption": adoption}


DRAFT = row("A/C.3/81/L.30", "A/C.3/81/L.30", NOT_ADOPTED)


@pytest.mark.parametrize(
    ("others", "found"),
    [
        ([], {}),
        ([row("A/RES/81/190", "A/C.3/81/L.30")], {"A/C.3/81/L.30": "A/RES/81/190"}),
        ([row("A/RES/81/190", "A/C.3/81/L.30/Rev.1")], {"A/C.3/81/L.30": "A/RES/81/190"}),
        ([row("A/RES/81/190", "A/C.3/81/L.3")], {}),
        ([row("A/RES/81/190", "")], {}),
        ([row("A/RES/81/190", "A/C.3/81/L.30"), row("A/RES/81/191", "A/C.3/81/L.30")], {}),
        ([row("A/C.3/81/L.31", "A/C.3/81/L.30", NOT_ADOPTED)], {}),
    ],
    ids=["alone", "same symbol", "revised", "another number", "no draft", "two claim it", "another draft"],
)
def test_a_draft_becomes_the_one_adopted_text_that_names_it(others: list[dict], found: dict) -> None:
    assert became([DRAFT, *others]) == found
