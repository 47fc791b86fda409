"""A projected list on the assembly: who is certain, who is expected, who is asked."""

from __future__ import annotations

import pandas as pd

from analytics.coalition import Projection
from analytics.scope import BODY_NAMES
from charts.painting import Painting
from charts.swatches import Swatch

LOOKS = {
    "certain": Swatch("core sponsor", "sponsor", "sponsor"),
    "expected": Swatch("sponsored the latest known text", "extra.2", "extra.2"),
    "asked": Swatch("asked", "joined", "joined"),
    "unconfirmed": Swatch("counted, latest record not known", "ground", "sponsor", hatch=True, heavy=True),
    "open": Swatch("not asked", "", "outline"),
}


def coalition_painting(projection: Projection, standing: pd.DataFrame, body: str) -> Painting:
    """A projected list (analytics.coalition.project) over all Member States (analytics.coalition.standing)."""
    look = dict.fromkeys(projection.certain, "certain")
    look |= dict.fromkeys(projection.expected, "expected")
    look |= dict.fromkeys(projection.unconfirmed, "unconfirmed")
    look |= dict.fromkeys(projection.asked, "asked")
    said = {key: swatch.label for key, swatch in LOOKS.items()}
    states = standing[["iso3", "short_name", "un_group"]].assign(status="member", order=0)
    states["look"] = states["iso3"].map(look).fillna("open")
    states["sentence"] = states["look"].map(said)
    asked = len(projection.asked)
    title = (
        f"{projection.total} sponsors if the {'State' if asked == 1 else f'{asked} States'} asked agree"
        if asked
        else f"{projection.total} sponsors if those of the latest texts stay"
    )
    subtitle = f"A projected list for the {BODY_NAMES[body]}: a sum over named States, not a forecast"
    counted = ("certain", "expected", "asked", "unconfirmed")
    return Painting("coalition", states, LOOKS, counted, (), title, subtitle, projection.sentence)
