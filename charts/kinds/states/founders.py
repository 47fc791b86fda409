"""The founders of a text as tiles or on the map: who sponsored it then, and where each stands today."""

import pandas as pd

from analytics.english import count, in_body, of_body, short_body
from analytics.states.founders import WHAT
from charts.frame.legend import Swatch, said
from charts.kinds.states.paint import LOOKS, Painting
from charts.words.asides import joined_notes, not_known, observers
from data.tongues.speech import clauses, headed, named, say, to_count, to_say
from data.words import NOT_MEMBER, SPONSOR, UNKNOWN, at_stage

STAND = ("on", "open", "off")
OF_THOSE = {
    "mandate": to_say(
        (
            "Of the {states} that tabled the resolution that created the mandate in {then}",
            "Of the {states} known to have tabled the resolution that created the mandate in {then}",
        )
    ),
    "declaration": to_say(
        (
            "Of the {states} that sponsored the Declaration in {then}",
            "Of the {states} known to have sponsored the Declaration in {then}",
        )
    ),
}
"""Whom the title counts, by what they did: where all are known, and where it is not known of some."""
WHETHER = to_say(
    {
        "mandate": " whether they tabled the resolution that created the mandate",
        "declaration": " whether they sponsored the Declaration",
    }
)
NOT_AMONG = to_say(
    {
        "mandate": "was not among those that tabled the resolution that created the mandate",
        "declaration": "was not among those that sponsored the Declaration",
    }
)
OBSERVERS = {
    "mandate": to_count("Observers, outside the Member States: {names} tabled too, and stands today too."),
    "declaration": to_count("Observers, outside the Member States: {names} sponsored too, and stands today too."),
}


def founders_painting(founders: pd.DataFrame, text: pd.Series, what: str, today: str) -> Painting:
    """`founders`: of analytics.states.founders; `text`: the row of record.resolutions of the founding text, with the
    stage `asked`; `what`: a key of WHAT; `today`: the body asked about."""
    year, year_then = int(founders["reference_year"].iloc[0]), text["year"]
    did = say(WHAT[what])
    on, off = say("sponsor in {year}", year=year), say("not a sponsor in {year}", year=year)
    unsure_of = say("not known whether it {did}", did=did)
    looks = {
        "on": Swatch(clauses([did, on]), "sponsor", "sponsor"),
        "open": Swatch(clauses([did, say("{now} not known", now=year)]), "ground", "sponsor", hatch=True, heavy=True),
        "off": Swatch(clauses([did, off]), "", "left", heavy=True, text="left"),
        "unsure": Swatch(unsure_of, "ground", "unknown", hatch=True),
        "other": Swatch(say("did not"), "", "outline"),
        **said({NOT_MEMBER: LOOKS[NOT_MEMBER]}),
    }

    def look(row: pd.Series) -> str:
        if row["founder"]:
            return row["now"]
        return {UNKNOWN: "unsure", NOT_MEMBER: NOT_MEMBER}.get(row["value"], "other")

    mine = founders[founders["founder"]]
    number = mine["now"].value_counts()
    states = count(len(mine), "State")
    unsure, open_ = founders[founders["value"] == UNKNOWN], mine[mine["now"] == "open"]
    title = say(
        "{of_those}, {on} sponsored the {body} text of {year} and {off} did not",
        of_those=say(OF_THOSE[what][bool(len(unsure))], states=states, then=year_then),
        on=int(number.get("on", 0)),
        body=short_body(today),
        of_body=of_body(today),
        year=year,
        off=int(number.get("off", 0)),
    )
    dark = int(number.get("open", 0))
    title = clauses([title, say("of {n} it is not known", n=dark)]) if dark else title
    observed = mine[mine["status_then"] == "observer"]
    draft = at_stage(text["asked"])
    head = say("An observer in {year}", year=year_then)
    note = joined_notes(
        f"{headed(head, ', '.join(named(observed)))}." if len(observed) else "",
        say("The list is the draft{when}: who joined later is not known.", when=draft) if draft else "",
        not_known(unsure["short_name"], int(founders["value"].ne(NOT_MEMBER).sum()), say(WHETHER[what])),
        not_known(open_["short_name"], len(mine), say(" whether they sponsored in {year}", year=year)),
        observers(founders[founders["value"].eq(SPONSOR) & founders["now"].eq("on")], OBSERVERS[what]),
    )
    then = {SPONSOR: did, UNKNOWN: unsure_of, NOT_MEMBER: say("not yet a Member in {year}", year=year_then)}
    other = say(NOT_AMONG[what])
    sentence = [
        clauses([then.get(row.value, other), say("today {words}", words=row.words)]) for row in founders.itertuples()
    ]
    states_painted = founders[["iso3", "short_name", "un_group", "status"]].assign(
        look=[look(row) for _, row in founders.iterrows()], sentence=sentence, order=0
    )
    subtitle = say(
        "Sponsors{when} of {text} ({year}), and their record {in_body}",
        when=draft,
        text=text["resolution"],
        year=text["year"],
        in_body=in_body(today),
    )
    stand = say("founders|stand")
    return Painting("founders", states_painted, looks, ("on",), ("open",), title, subtitle, note, stand, STAND)
