"""A projected list on the assembly: who is certain, who is expected, who is asked."""

import pandas as pd

from analytics.coalition.coalition import Projection
from analytics.coalition.words import condition
from analytics.english import count, the_body
from charts.frame.legend import Swatch
from charts.frame.legend import said as in_words
from charts.kinds.states.paint import Painting
from data.tongues.speech import say, to_say

LOOKS = {
    "lead": Swatch(to_say("leads the text"), "sponsor", "ink", heavy=True),
    "named": Swatch(to_say("named on the draft"), "extra.1", "extra.1"),
    "certain": Swatch(to_say("core"), "sponsor", "sponsor"),
    "expected": Swatch(to_say("sponsored the latest known text"), "extra.2", "extra.2"),
    "asked": Swatch(to_say("asked"), "joined", "joined"),
    "unconfirmed": Swatch(to_say("counted, latest record not known"), "ground", "sponsor", hatch=True, heavy=True),
    "open": Swatch(to_say("not asked"), "", "outline"),
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
    looks = in_words(LOOKS)
    said = {key: swatch.label for key, swatch in looks.items()}
    states = standing[["iso3", "short_name", "un_group", "status"]].assign(order=0)
    states["look"] = states["iso3"].map(look).fillna("open")
    states["sentence"] = states["look"].map(said)
    title = f"{count(projection.total, 'sponsor')} {condition(projection)}"
    subtitle = say("A projected list for {the_body}: a sum over named States, not a forecast", the_body=the_body(body))
    counted = ("lead", "named", "certain", "expected", "asked")
    return Painting("coalition", states, looks, counted, ("unconfirmed",), title, subtitle, projection.sentence)
