"""Recorded votes: on a text, and on hostile amendments to it."""

from __future__ import annotations

import re

import pandas as pd

from analytics.english import listing
from data.tongues.speech import say, to_say

STANCES = ("for", "against", "abstained")
_TOOK_BACK = re.compile(r"([^.,;]+), recorded (in favour|against|as abstaining), (said later [^.]+)")
_RECORDED = {"in favour": "yes", "against": "no", "as abstaining": "abstain"}
_WAS_RECORDED = to_say(
    {
        "in favour": "Recorded in favour, it {said} ({source}).",
        "against": "Recorded against, it {said} ({source}).",
        "as abstaining": "Recorded as abstaining, it {said} ({source}).",
    }
)


def is_amendment(stage: str) -> bool:
    """Whether a vote's stage is one on an amendment. All amendments held were hostile: a yes supports them."""
    return stage.startswith("amendment ")


def stance(stage: str, vote: str) -> str:
    """for = yes on the text or no on a hostile amendment; against = the reverse; abstained."""
    if vote == "abstain":
        return "abstained"
    return "for" if (vote == "yes") != is_amendment(stage) else "against"


def with_stance(votes: pd.DataFrame, resolutions: pd.DataFrame) -> pd.DataFrame:
    """Each recorded vote with its text and what it means.

    Columns: resolution, body, year, adopted_on, stage, kind (text, amendment), iso3, state_as_written, vote,
    stance (for, against, abstained), source_url; in order of adoption. Voting is not sponsoring: a State that
    is not in a roll call was absent, or no member of the body.
    """
    texts = resolutions[["resolution", "body", "year", "adopted_on"]]
    table = votes.merge(texts, on="resolution")
    table["kind"] = table["stage"].map(lambda s: "amendment" if is_amendment(s) else "text")
    table["stance"] = [stance(s, v) for s, v in zip(table["stage"], table["vote"], strict=True)]
    columns = ["resolution", "body", "year", "adopted_on", "stage", "kind", "iso3", "state_as_written"]
    columns += ["vote", "stance", "source_url"]
    return table[columns].sort_values(["adopted_on", "stage", "iso3"]).reset_index(drop=True)


def remarks(events: pd.DataFrame, states: pd.DataFrame) -> dict[tuple[str, str, str], str]:
    """What a State said later of a vote of its own, by (resolution, ISO code, vote): such a vote never stands alone.

    From the events on the text that say "NAME, recorded in favour, said later that …"; a sentence with its source.
    """
    codes = {name: iso3 for iso3, *names in states[["iso3", "short_name", "name"]].to_numpy() for name in names}
    told = events[events["resolution"] != ""]
    found = {}
    for resolution, text, source in zip(told["resolution"], told["text"], told["source"], strict=True):
        for name, cast, said in _TOOK_BACK.findall(text):
            if iso3 := codes.get(name.strip()):
                sentence = say(_WAS_RECORDED[cast], said=say(said), source=source)
                found[resolution, iso3, _RECORDED[cast]] = sentence
    return found


def of_state(votes: pd.DataFrame, resolutions: pd.DataFrame, iso3: str) -> pd.DataFrame:
    """One State's recorded votes: the rows of with_stance for it, latest first."""
    table = with_stance(votes[votes["iso3"] == iso3], resolutions)
    return table.sort_values(["adopted_on", "stage"], ascending=[False, True]).reset_index(drop=True)


def tallies(votes: pd.DataFrame, resolutions: pd.DataFrame, resolution: str) -> pd.DataFrame:
    """The roll calls on one text of which names are held.

    Columns: stage, kind (text, amendment), yes, no, abstain (votes, Int64), names ("all held", or whose are not).
    The roll call in committee on A/RES/70/161 has names against and abstaining only: those in favour are the number
    that was announced (<NA> where none was), never 0.
    """
    rows = votes[votes["resolution"] == resolution]
    table = rows.pivot_table(index="stage", columns="vote", values="iso3", aggfunc="count", fill_value=0)
    table = table.reindex(columns=["yes", "no", "abstain"], fill_value=0).reset_index()
    table.insert(1, "kind", table["stage"].map(lambda s: "amendment" if is_amendment(s) else "text"))
    table.columns.name = None
    kinds = {"yes": "in favour", "no": "against", "abstain": "abstaining"}
    table = table.astype(dict.fromkeys(kinds, "Int64"))
    lacking = dict.fromkeys(kinds, False)
    if (in_committee := table["stage"].eq("committee")).any():
        text = resolutions.set_index("resolution").loc[resolution]
        for kind in kinds:
            announced = text[f"committee_{kind}"]
            if pd.isna(announced) and table.loc[in_committee, kind].gt(0).all():
                continue  # no number to hold the names against: they are what is known
            lacking[kind] = not table.loc[in_committee, kind].eq(announced).fillna(False).all()
            if lacking[kind]:
                table.loc[in_committee, kind] = announced
    missing = [word for kind, word in kinds.items() if lacking[kind]]
    table["names"] = "all held"
    if missing:
        table.loc[in_committee, "names"] = f"those {listing(missing)} not held"
    return table.sort_values(["kind", "stage"], ascending=[False, True]).reset_index(drop=True)


def record_of(votes: pd.DataFrame, resolutions: pd.DataFrame) -> pd.DataFrame:
    """Each State's votes in all: iso3, texts_for, texts_against, texts_abstained, amendments_for (the text, so
    against the amendment), amendments_against, amendments_abstained (numbers of votes). States without any
    recorded vote have no row. The committee vote of A/RES/70/161 is left out: it repeats the plenary's.
    """
    table = with_stance(votes[votes["stage"] != "committee"], resolutions)
    table["cell"] = table["kind"] + "s_" + table["stance"]
    names = [f"{kind}s_{s}" for kind in ("text", "amendment") for s in STANCES]
    wide = table.pivot_table(index="iso3", columns="cell", values="vote", aggfunc="count", fill_value=0)
    wide.columns.name = None
    return wide.reindex(columns=names, fill_value=0).reset_index()
