"""The founders of a text as tiles or on the map: who sponsored it then, and where each stands today."""

from __future__ import annotations

import pandas as pd

from analytics.english import body_name, count
from analytics.states.founders import WHAT
from charts.frame.legend import Swatch
from charts.kinds.states.paint import LOOKS, Painting
from charts.words.asides import joined_notes, not_known, observers
from data.words import NOT_MEMBER, SPONSOR, UNKNOWN, at_stage

STAND = ("on", "open", "off")


def founders_painting(founders: pd.DataFrame, text: pd.Series, what: str, today: str) -> Painting:
    """`founders`: of analytics.states.founders; `text`: the row of record.resolutions of the founding text, with the
    stage `asked`; `what`: a key of WHAT; `today`: the body asked about."""
    year, year_then = int(founders["reference_year"].iloc[0]), text["year"]
    looks = {
        "on": Swatch(f"{WHAT[what]}; sponsor in {year}", "sponsor", "sponsor"),
        "open": Swatch(f"{WHAT[what]}; {year} not known", "ground", "sponsor", hatch=True, heavy=True),
        "off": Swatch(f"{WHAT[what]}; not a sponsor in {year}", "", "left", heavy=True, text="left"),
        "unsure": Swatch(f"not known whether it {WHAT[what]}", "ground", "unknown", hatch=True),
        "other": Swatch("did not", "", "outline"),
        NOT_MEMBER: LOOKS[NOT_MEMBER],
    }

    def look(row: pd.Series) -> str:
        if row["founder"]:
            return row["now"]
        return {UNKNOWN: "unsure", NOT_MEMBER: NOT_MEMBER}.get(row["value"], "other")

    mine = founders[founders["founder"]]
    number = mine["now"].value_counts()
    verb = WHAT[what].split(" ")[0]
    states = count(len(mine), "State")
    unsure, open_ = founders[founders["value"] == UNKNOWN], mine[mine["now"] == "open"]
    did = f"known to have {WHAT[what]}" if len(unsure) else f"that {WHAT[what]}"
    title = f"Of the {states} {did} in {year_then}, {int(number.get('on', 0))} sponsored the "
    title += f"{today_name(today)} text of {year} and {int(number.get('off', 0))} did not"
    dark = int(number.get("open", 0))
    title += f"; of {dark} it is not known" if dark else ""
    observed = mine[mine["status_then"] == "observer"]["short_name"]
    draft = at_stage(text["asked"])
    note = joined_notes(
        f"An observer in {year_then}: {', '.join(sorted(observed))}." if len(observed) else "",
        f"The list is the draft{draft}: who joined later is not known." if draft else "",
        not_known(unsure["short_name"], int(founders["value"].ne(NOT_MEMBER).sum()), f" whether they {WHAT[what]}"),
        not_known(open_["short_name"], len(mine), f" whether they sponsored in {year}"),
        observers(
            founders[founders["value"].eq(SPONSOR) & founders["now"].eq("on")],
            (f"Observers, outside the Member States: {{names}} {verb} too, and stands today too.",) * 2,
        ),
    )
    then = {
        SPONSOR: WHAT[what],
        UNKNOWN: f"not known whether it {WHAT[what]}",
        NOT_MEMBER: f"not yet a Member in {year_then}",
    }
    other = f"was not among those that {WHAT[what]}"
    sentence = [f"{then.get(row.value, other)}; today {row.words}" for row in founders.itertuples()]
    states_painted = founders[["iso3", "short_name", "un_group", "status"]].assign(
        look=[look(row) for _, row in founders.iterrows()], sentence=sentence, order=0
    )
    subtitle = f"Sponsors{at_stage(text['asked'])} of {text['resolution']} ({text['year']}), and their record in the "
    subtitle += f"{body_name(today)}"
    return Painting("founders", states_painted, looks, ("on",), ("open",), title, subtitle, note, "stand", STAND)


def today_name(body: str) -> str:
    """ "Assembly", "Council": a body in a sentence that names it once more."""
    return body_name(body).split(" ")[-1] if body == "GA" else "Council" if body == "HRC" else "Commission"
