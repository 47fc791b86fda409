"""The agreement of all States with one, as tiles or on the map."""

import pandas as pd

from analytics.agreement.pairs import HIGH
from analytics.english import body_name, count, percent, percent_told
from charts.frame.legend import Swatch, said
from charts.kinds.states.paint import Painting
from charts.words.together import agreement_with, alike, alike_notes
from data.tongues.speech import headed, in_language, say, to_say
from data.tongues.speech import name as called
from data.words import at_stage

STEPS = (
    (0.9, "90", to_say("90 % or more"), "steps.3"),
    (0.75, "75", to_say("75 % to under 90 %"), "steps.1"),
    (0.5, "50", to_say("50 % to under 75 %"), "steps.0"),
    (0.0, "0", to_say("under 50 %"), "pale"),
)
"""From which share on, key, words and colour of each look, the highest first."""
DARK, SELF, OBSERVER = "few", "self", "observer"
SHADES = {key: Swatch(words, shade, "outline" if shade == "pale" else shade) for _, key, words, shade in STEPS}
TOO_FEW = Swatch(to_say("too few texts known"), "ground", "unknown", hatch=True)


def step(share: float) -> str:
    """The look of a share, DARK where none is told."""
    return next((key for least, key, *_ in STEPS if share >= least), DARK)


def alike_painting(table: pd.DataFrame, states: pd.DataFrame, iso3: str, body: str, asked: str) -> Painting:
    """`table`: analytics.agreement.pairs.with_state of the State `iso3`; `states`: record.states; `body` and `asked`:
    body and stage."""
    people = states[["iso3", "short_name", "un_group", "status"]].merge(
        table.drop(columns=["short_name", "un_group"]), on="iso3", how="left"
    )
    name = called(iso3, people.loc[people["iso3"] == iso3, "short_name"].iloc[0])
    looks = {SELF: Swatch(name, "pick", "ink"), **said({**SHADES, DARK: TOO_FEW})}
    looks[OBSERVER] = Swatch(say("observer, not compared"), "", "outline", dotted=True)

    def look(row: pd.Series) -> str:
        if row["iso3"] == iso3:
            return SELF
        return OBSERVER if row["status"] == "observer" else step(row["share"])

    found = people.assign(look=[look(row) for _, row in people.iterrows()], order=-people["share"].fillna(-1))
    found["sentence"] = [_said(row, name) for _, row in found.iterrows()]
    found = found.assign(hit=found["share"].ge(HIGH), untold=found["look"].eq(DARK))
    subtitle = f"{agreement_with(name)}. {body_name(body)}{at_stage(asked)}"
    columns = ["iso3", "short_name", "un_group", "status", "look", "sentence", "order", "hit", "untold"]
    words = (alike(name, table), subtitle, alike_notes(name, table))
    among = (*SHADES, DARK)
    high = say("at {part} or more", part=percent(HIGH))
    return Painting("agreement", in_language(found[columns]), looks, (), (DARK,), *words, high, among)


def _said(row: pd.Series, name: str) -> str:
    if row["look"] == SELF:
        return say("the State compared with all others")
    if row["look"] == OBSERVER:
        return say("an observer: not compared")
    if row["look"] == DARK:
        known = int(row["known"]) if pd.notna(row["known"]) else 0
        return say("with {name} only {texts} known of both", name=name, texts=count(known, "text"))
    numbers = say(
        "both sponsored {both}, neither {neither}, one alone {apart}",
        both=int(row["both"]),
        neither=int(row["neither"]),
        apart=int(row["only_one"] + row["only_other"]),
    )
    of = {"part": percent_told(row["share"]), "texts": count(int(row["known"]), "text")}
    return headed(say("agrees with {name} on {part} of {texts}", name=name, **of), numbers)
