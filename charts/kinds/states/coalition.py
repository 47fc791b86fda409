"""A projected list on the assembly: who is certain, who is expected, who is asked."""

from __future__ import annotations

import pandas as pd

from analytics.coalition.coalition import Projection, condition
from analytics.english import count
from analytics.scope import BODY_NAMES
from charts.frame.legend import Swatch
from charts.kinds.states.paint import Painting

LOOKS = {
    "lead": Swatch("leads the text", "sponsor", "ink", heavy=True),
    "named": Swatch("named on the draft", "extra.1", "extra.1"),
    "certain": Swatch("core", "sponsor", "sponsor"),
    "expected": Swatch("sponsored the latest known text", "extra.2", "extra.2"),
    "asked": Swatch("asked", "joined", "joined"),
    "unconfirmed": Swatch("counted, latest record not known", "ground", "sponsor", hatch=True, heavy=True),
    "open": Swatch("not asked", "", "outline"),
}


def coalition_painting(projection: Projection, standing: pd.DataFrame, body: str) -> Painting:
    """A projected list (analytics.coalition.project) over all that may sponsor (analytics.coalition.standing). In a
    head the Members whose latest record is not known stand apart: "23 of 29, 3 not known"."""
    look = dict.fromkeys(projection.certain, "certain")
    look |= dict.fromkeys(projection.lead, "lead")
    look |= dict.fromkeys((*projection.named, *projection.named_observers), "named")
    look |= dict.fromkeys(projection.expected, "expected")
    look |= dict.fromkeys(projection.unconfirmed, "unconfirmed")
    look |= dict.fromkeys((*projection.asked, *projection.observers), "asked")
    said = {key: swatch.label for key, swatch in LOOKS.items()}
    states = standing[["iso3", "short_name", "un_group", "status"]].assign(order=0)
    states["look"] = states["iso3"].map(look).fillna("open")
    states["sentence"] = states["look"].map(said)
    title = f"{count(projection.total, 'sponsor')} {condition(projection)}"
    subtitle = f"A projected list for the {BODY_NAMES[body]}: a sum over named States, not a forecast"
    counted = ("lead", "named", "certain", "expected", "asked")
    return Painting("coalition", states, LOOKS, counted, ("unconfirmed",), title, subtitle, projection.sentence)
