"""How often each State sponsored, and where it stands, as paintings: of a whole history, not of one text."""

import pandas as pd

from analytics.states.ladder import could_sponsor
from charts.frame.legend import Swatch, said
from charts.kinds.states.paint import LOOKS, Painting, rows_of
from charts.words.standings import laddered, timed
from data.tongues.speech import say, say_many, to_say
from data.words import NOT_MEMBER, SPONSOR, UNKNOWN

ON_LISTS = to_say("on the lists that tell")
"""What a head counts of those who sponsored: who is not on them may be on one that is not held."""
NEVER_MEMBER = to_say("not yet a Member on any of these texts")


def times_painting(ladder: pd.DataFrame, body: str) -> Painting:
    """How often each State sponsored. `ladder`: Measures.ladder of one body."""
    most = int(ladder["sponsored"].max()) if len(ladder) else 0
    tops = sorted({max(1, round(most * part)) for part in (0.25, 0.5, 0.75)} | {max(1, most)})
    looks, low = {}, 1
    for step, top in enumerate(tops):
        name = say("{low} to {top} times", low=low, top=top) if low < top else say_many("once", "{n} times", top, n=top)
        shade = f"steps.{step if len(tops) == 4 else 3 - (len(tops) - 1 - step)}"
        looks[f"times{top}"] = Swatch(name, shade, shade)
        low = top + 1
    looks = dict(reversed(looks.items()))
    looks["none"] = Swatch(say("on none of the lists that tell"), "", "outline")
    looks |= said({UNKNOWN: LOOKS[UNKNOWN], NOT_MEMBER: LOOKS[NOT_MEMBER]})
    could = could_sponsor(ladder)

    def look(row: pd.Series) -> str:
        if row["sponsored"]:
            return f"times{next(top for top in tops if row['sponsored'] <= top)}"
        return "none" if row["opportunities"] else UNKNOWN if could[row.name] else NOT_MEMBER

    sentence = pd.Series(
        [
            say_many(
                "sponsor of {made} of {n} known opportunity",
                "sponsor of {made} of {n} known opportunities",
                int(known),
                made=made,
            )
            for made, known in zip(ladder["sponsored"], ladder["opportunities"], strict=True)
        ],
        index=ladder.index,
    ).where(could, say(NEVER_MEMBER))
    states = rows_of(ladder, [look(row) for _, row in ladder.iterrows()], sentence, -ladder["sponsored"])
    counted = tuple(key for key in looks if key.startswith("times"))
    return Painting("times", states, looks, counted, ("unknown",), *timed(ladder, body), say(ON_LISTS))


LADDER = {
    "Core": Swatch(to_say("Core"), "sponsor", "sponsor"),
    "Regular": Swatch("Regular", "extra.1", "extra.1"),
    "Recent": Swatch("Recent", "extra.2", "extra.2"),
    "New": Swatch("New", "joined", "joined"),
    "Returned": Swatch("Returned", "extra.4", "extra.4"),
    "open on": Swatch(
        to_say("sponsored its latest known text, not known since"), "ground", "sponsor", hatch=True, heavy=True
    ),
    "Lapsed": Swatch("Lapsed", "", "left", heavy=True, text="left"),
    "Once": Swatch("Once", "pale", "outline"),
    "Never": Swatch("Never", "", "outline"),
    "open off": Swatch(to_say("not on its latest known text, not known since"), "pale", "unknown", hatch=True),
    "Too little known": Swatch("Too little known", "ground", "unknown", hatch=True),
    NOT_MEMBER: LOOKS[NOT_MEMBER],
}
STANDING = ("Core", "Regular", "Recent", "New", "Returned")
"""Words of who sponsored the latest text that tells."""


def ladder_painting(ladder: pd.DataFrame, body: str) -> Painting:
    """Where each State stands, in DESIGN.md's words. `ladder`: Measures.ladder of one body. A word that holds only to
    an earlier text than the latest that tells is hatched: it may have changed since."""

    could = could_sponsor(ladder)

    def look(row: pd.Series) -> str:
        if not could[row.name]:
            return NOT_MEMBER
        if not row["open"] or row["word"] == "Too little known":
            return row["word"]
        return "open on" if row["latest_value"] == SPONSOR else "open off"

    year = ladder["reference_year"].iloc[0] if len(ladder) else pd.NA
    states = rows_of(
        ladder, [look(row) for _, row in ladder.iterrows()], ladder["words"].where(could, say(NEVER_MEMBER))
    )
    # A head speaks of one text: of whom too little is known for a word may be known there, and the reverse.
    states = states.assign(hit=ladder["reference_value"].eq(SPONSOR), untold=ladder["reference_value"].eq(UNKNOWN))
    return Painting(
        "ladder",
        states,
        said(LADDER),
        STANDING,
        ("open on", "open off", "Too little known"),
        *laddered(ladder, body),
        "" if pd.isna(year) else say("on the {year} text", year=year),
    )
