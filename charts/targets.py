"""Who is a target, on the assembly and the map: the categories of analytics.prospects as looks."""

from __future__ import annotations

import pandas as pd

from analytics.scope import BODY_NAMES
from charts.painting import LOOKS, Painting
from charts.phrases import count
from charts.swatches import Swatch

LOOKS = {
    "sure": Swatch("core sponsor", "sponsor", "sponsor"),
    "sponsors now": Swatch("sponsors now: keep", "extra.2", "extra.2"),
    "confirm": Swatch("to confirm: latest not known", "ground", "sponsor", hatch=True, heavy=True),
    "gone": Swatch("left or lapsed", "", "left", heavy=True, text="left"),
    "now and then": Swatch("once, or on and off", "pale", "left"),
    # Outlines: who is on no list of this text must not look like a sponsor.
    "elsewhere": Swatch("signs other texts, not these", "", "joined", heavy=True),
    "votes or peers": Swatch("voted for, or its peers sponsor", "pale", "joined"),
    "no sign": Swatch("no sign in the record", "", "outline"),
    "opposed": Swatch("opposed: a warning", "neutral", "outline", dotted=True),
    "not_member": LOOKS["not_member"],
}
_LOOK_OF = {
    "left": "gone",
    "lapsed": "gone",
    "on and off": "now and then",
    "other body": "elsewhere",
    "sibling": "elsewhere",
    "voted for": "votes or peers",
    "peers": "votes or peers",
}


def target_painting(
    prospects: pd.DataFrame, ladder: pd.DataFrame, body: str, year: int, title: str
) -> Painting:
    """Every State by what a campaign makes of it.

    `prospects`: analytics.prospects.prospects; `ladder`: analytics.ladder.ladder of the body (who is not among the
    prospects is a sure sponsor); `title`: the finding, e.g. the sentence of analytics.prospects_texts.headline.
    """
    by_state = prospects.set_index("iso3")
    category = ladder["iso3"].map(by_state["category"]).fillna("sure")
    look = category.map(lambda kind: _LOOK_OF.get(kind, kind))
    words = (
        ladder["iso3"]
        .map(by_state["category_words"])
        .fillna("Core sponsor, and on the latest list that tells")
    )
    targets = int((prospects["target"] & prospects["status"].eq("member")).sum())
    subtitle = (
        f"What the record suggests for the {BODY_NAMES[body]} text of {year}: "
        f"{count(targets, 'State')} to ask"
    )
    note = "A category is a rule on the record, not a forecast. To confirm: the latest list does not tell."
    states = ladder[["iso3", "short_name", "un_group", "status"]].assign(look=look, sentence=words, order=0)
    return Painting(
        f"targets-{body.lower()}-{year}",
        states,
        LOOKS,
        ("sure", "sponsors now"),
        ("confirm",),
        title,
        subtitle,
        note,
    )
