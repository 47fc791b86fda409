"""Who is a target, on the assembly and the map: the categories of analytics.targets.targets as looks."""

from dataclasses import dataclass, replace

import pandas as pd

from analytics.english import body_name, count, listing, of_body
from analytics.texts.texts import Headline
from charts.frame.legend import Swatch, said
from charts.kinds.states.paint import LOOKS as CELLS
from charts.kinds.states.paint import Painting
from data.tongues.speech import clauses, named, say, to_say

LOOKS = {
    "signed": Swatch(to_say("named on the draft: thank it"), "sponsor", "sponsor"),
    "awaited": Swatch(to_say("on the latest list held, not named so far"), "extra.2", "left", heavy=True),
    "lead": Swatch(to_say("leads the text"), "sponsor", "ink", heavy=True),
    "sure": Swatch(to_say("core"), "sponsor", "sponsor"),
    "keep": Swatch(to_say("on the latest list held: keep"), "extra.2", "extra.2"),
    "dropped": Swatch(to_say("to confirm: no more on the draft"), "ground", "sponsor", hatch=True),
    "confirm": Swatch(to_say("to confirm: latest list does not tell"), "ground", "sponsor", hatch=True, heavy=True),
    "gone": Swatch(to_say("sponsored before, not the latest"), "", "left", heavy=True, text="left"),
    "now and then": Swatch(to_say("once, or now and then"), "pale", "left"),
    # Outlines: who is on no list of this text must not look like a sponsor.
    "elsewhere": Swatch(to_say("sponsored other texts, not these"), "", "joined", heavy=True),
    "votes or peers": Swatch(to_say("voted for, or its peers sponsor"), "pale", "joined"),
    "no sign": Swatch(to_say("no sign in the record"), "", "outline"),
    "opposed": Swatch(to_say("opposed: not asked"), "neutral", "outline", dotted=True),
    "may not": Swatch(to_say("may not sponsor here"), "", "outline", dotted=True),
    "not_member": CELLS["not_member"],
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


@dataclass(frozen=True)
class Ahead:
    """A coming text. `title`: the finding, such as the sentence of analytics.texts.headline; `draft`: the draft that
    names who has signed, "" for none."""

    body: str
    year: int
    title: str
    draft: str = ""


def target_painting(prospects: pd.DataFrame, ladder: pd.DataFrame, text: Ahead) -> Painting:
    """Every State by what a campaign makes of it. `prospects`: of analytics.targets.targets; `ladder`: Measures.ladder
    of the body (who is not among the prospects is a sure sponsor)."""
    by_state = prospects.set_index("iso3")
    category = ladder["iso3"].map(by_state["category"]).fillna("sure")
    year_known = ladder["reference_year"].iloc[0]
    # Whoever the latest list leaves open keeps its category's line, hatched: the category holds to an earlier text. Who
    # is named on a draft is known to be.
    untold = ladder["iso3"].map(by_state["untold"]).fillna(False).astype(bool)
    looks = {}
    since = say("{now} not known", now=year_known)
    for key, swatch in said(LOOKS).items():
        dark = replace(swatch, label=clauses([swatch.label, since]), fill="ground", hatch=True, dotted=False)
        looks |= {key: swatch} if swatch.hatch else {key: swatch, f"{key} untold": dark}
    look = category.map(lambda kind: _LOOK_OF.get(kind, kind))
    hatched = untold & category.ne("signed") & (look + " untold").isin(looks)
    look = look.where(~hatched, look + " untold")
    sure = say("Core sponsor, and on the latest whole list held")
    words = ladder["iso3"].map(by_state["category_words"]).fillna(sure)
    targets = int((prospects["target"] & prospects["status"].eq("member")).sum())
    subtitle = say(
        "What the record suggests for the {body} text of {year}: {states} to ask",
        body=body_name(text.body),
        of_body=of_body(text.body),
        year=text.year,
        states=count(targets, "State"),
    )
    signed = prospects[prospects["kinds"].map(lambda kinds: "signed" in kinds)]
    if text.draft:
        so_far = say("{states} named so far on {draft}", states=on_draft(signed), draft=text.draft)
        subtitle = clauses([subtitle, so_far])
    note = say("A category is a rule on the record, not a forecast. To confirm: the latest list does not tell.")
    note += f" {say('Hatched: the category holds to an earlier text.')}" if untold.any() else ""
    states = ladder[["iso3", "short_name", "un_group", "status"]].assign(look=look, sentence=words, order=0)
    # A head counts who is on the latest whole list: whom it does not tell of stands apart, whatever was known before.
    # Who has signed the draft counts there, and in the head as what it was on the latest list.
    states["apart"] = ladder["iso3"].isin(signed["iso3"])
    states["hit"] = ladder["iso3"].map(by_state["on_latest"]).fillna(True).astype(bool)
    states["untold"] = untold
    return Painting(
        f"targets-{text.body.lower()}-{text.year}",
        states,
        looks,
        ("lead", "sure", "keep"),
        ("confirm",),
        text.title,
        subtitle,
        note,
        say("in {year}", year=year_known),
        apart=say("on the draft") if text.draft else "",
    )


def answered(headline: Headline, prospects: pd.DataFrame, draft: str) -> str:
    """The answer of the page: who left (analytics.texts.headline), and apart from it who is named so far on
    the draft that is being sponsored ("" where no name is on file)."""
    if not draft:
        return headline.sentence
    signed = prospects[prospects["kinds"].map(lambda kinds: "signed" in kinds)]
    back = back_on_draft(headline, prospects)
    of_left = f"; of those who had sponsored: {back}" if back else ""
    verb = "is" if len(signed) == 1 else "are"
    return f"{headline.sentence} {on_draft(signed)} {verb} named so far on {draft}{of_left}."


def back_on_draft(headline: Headline, prospects: pd.DataFrame) -> str:
    """Who is named on the draft of those that sponsored the text before and not the latest (analytics.texts.headline),
    in words: "Liberia"; "" where nobody is."""
    back = prospects["iso3"].isin(headline.left) & prospects["kinds"].map(lambda kinds: "signed" in kinds)
    return listing(named(prospects[back]), limit=5)


def on_draft(signed: pd.DataFrame) -> str:
    """ "39 States and 1 observer": who is named on a draft (rows of analytics.targets.targets)."""
    members = int(signed["status"].eq("member").sum())
    beside = [count(len(signed) - members, "observer")] if len(signed) > members else []
    return listing([count(members, "State"), *beside])
