"""One State's record, text by text: a lane for each body, on one time axis.

Filled: sponsor. Hollow: not a sponsor, in another colour where it withdrew. Pale diamond: not named when tabled.
Hatched with "?": not known. Small dot: not yet a Member. A recorded vote is written beside its text. On a narrow screen
time runs downwards."""

from functools import partial

import pandas as pd

from analytics.english import bodies_at, body_name, count, in_body, listing
from analytics.grid import not_known, withdrew
from charts.frame.chart import Chart, Context, Kind
from charts.kinds.records.timeline_marks import draw_timeline
from data.tongues.speech import clauses, headed, quoted, say
from data.words import BODIES, FINAL, NOT_WHEN_TABLED, SPONSOR, UNKNOWN, VOTE_WORDS, at_stage, stage_words
from files.names import slug


def timeline(history: pd.DataFrame, name: str, context: Context) -> Chart:
    """`history`: Measures.history of one State, in a scope; `name`: the State's short name. Each point carries its
    resolution in `customdata`."""
    present = [body for body in BODIES if body in set(history["body"])]
    title = _title(history, name, present)
    unknown = history["value"].eq(UNKNOWN).sum()
    late = history.loc[history["value"].eq(NOT_WHEN_TABLED) & ~history["known"], "resolution"]
    back = history.loc[withdrew(history), "resolution"]
    note = context.noted(
        say(
            "Not known for {n} of {texts}: no list is held, or the list leaves {state} open.",
            n=unknown,
            texts=count(len(history), "text"),
            state=name,
        )
        if unknown
        else "",
        say("Not named when {texts} was tabled; whether it joined later is not known.", texts=listing(late))
        if len(late)
        else "",
        say("It had sponsored {texts} and withdrew.", texts=listing(back)) if len(back) else "",
        *(headed(*one) for one in zip(history["resolution"], history["remark"], strict=True) if one[1]),
    )
    stages = bodies_at(history.loc[history["asked"] != FINAL, ["body", "asked"]])
    subtitle = context.within(say("Each mark is one text on human rights defenders, recorded votes written beside"))
    subtitle = clauses([subtitle, say("lists: {bodies}", bodies=stages)]) if stages else subtitle
    told = list(zip(history["body"], history["year"], history["word"], strict=True))
    words = clauses(
        headed(body_name(code), ", ".join(f"{year} {word}" for body, year, word in told if body == code))
        for code in dict.fromkeys(history["body"])
    )
    draw = partial(draw_timeline, history=history, present=present)
    return Chart(Kind.TIMELINE, f"timeline-{slug(name)}", title, subtitle, note, words, _table(history), draw, context)


def _title(history: pd.DataFrame, name: str, present: list[str]) -> str:
    """In each body, how many of the texts that are known the State sponsored, and when last."""
    history = history[["body", "year", "adopted_on", "value", "known", "asked"]]
    parts = []
    for body in present:
        part = history[(history["body"] == body) & history["known"]]
        if len(part):
            made = int(part["value"].eq(SPONSOR).sum())
            when = at_stage(part["asked"].iloc[0])
            texts = str(len(part)) if parts else count(len(part), "known text")
            parts.append(say("{n} of {texts} {in_body}{when}", n=made, texts=texts, in_body=in_body(body), when=when))
    if not parts:
        return say("{state}: its record is not known for this period", state=name)
    made = history[history["value"] == SPONSOR]
    last: list[str] = []
    if len(made):
        latest = made.loc[made["adopted_on"].idxmax()]
        # With several bodies "last" would be read as the one that is named last.
        where = f"{in_body(latest['body'])} " if len(parts) > 1 else ""
        later = history[history["adopted_on"] > latest["adopted_on"]]
        told = "last known {in_body}in {year}" if not_known(later).any() else "last {in_body}in {year}"
        last = [say(told, in_body=where, year=latest["year"])]
    return clauses([say("{state} sponsored {numbers}", state=name, numbers=listing(parts)), *last])


def _table(history: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("Body"): history["body"].map(body_name),
            say("Resolution"): history["resolution"],
            say("Year"): history["year"],
            say("Subject"): history["short_title"].map(quoted),
            say("Record"): history["word"],
            say("Vote"): history["vote"].map(VOTE_WORDS).map(say),
            say("Stage"): history["asked"].map(stage_words()),
        }
    )
