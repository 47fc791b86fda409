"""The claim of the NGOs' letter of February 2008, that sponsors had grown in number since 2000, with its figures."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from analytics.claims import Finding
from analytics.english import body_name, count, listing, short_body
from charts.frame.chart import Chart, Context
from charts.kinds.trends.lines import lines
from charts.words.asides import joined_notes
from data.tongues.speech import clauses, headed, say, to_say
from data.words import COMPARABLE, at_stage

VERDICTS = to_say({"true": "is true", "false": "is false", "cannot be known": "cannot be checked"})


def claim_chart(findings: Sequence[Finding], counts: pd.DataFrame, context: Context) -> Chart:
    """`findings`: analytics.claims.grown_between of each body; `counts`: Measures.counts of these bodies over
    all years, drawn as the longer line."""
    parts = [_from_to(one) for one in findings]
    title = headed(
        say("That sponsors have grown in number since 2000 {verdict}", verdict=_said(findings)), clauses(parts)
    )
    chart = lines(counts, context)
    not_said = [note for one in findings if (note := _between(one))]
    return replace(
        chart, name="claim-of-2008", title=title, note=joined_notes(*not_said, _longer(counts), chart.note), native=None
    )


def _said(findings: Sequence[Finding]) -> str:
    """One verdict where the bodies agree; else each of its own body."""
    if len({one.verdict for one in findings}) == 1:
        return say(VERDICTS[findings[0].verdict])
    return listing(
        say("{verdict} of the {body}", verdict=say(VERDICTS[one.verdict]), body=_body(one)) for one in findings
    )


def _from_to(one: Finding) -> str:
    """ "Assembly 50 (2000) to 61 (2007)"."""
    first, last = _number(_first(one)), _number(one.figures.iloc[-1])
    return say("{name} {first} to {last}", name=_name(one), first=first, last=last)


def _body(finding: Finding) -> str:
    return short_body(_first(finding)["body"])


def _first(finding: Finding) -> pd.Series:
    return finding.figures.iloc[0]


def _number(row: pd.Series) -> str:
    return f"{row['shown_text']} ({row['year']})"


def _name(finding: Finding) -> str:
    return _body(finding) + at_stage(_first(finding)["asked"])


def _between(finding: Finding) -> str:
    """What the claim does not say: that each text had more than the one before, or that the last had most."""
    # The number of a list with a gap is a lower bound: a later whole list below it had fewer for sure.
    rows = finding.figures[finding.figures["status"].isin(COMPARABLE)]
    texts = list(finding.figures.itertuples())
    fell = [
        row
        for before, row in pairwise(texts)
        if row.status == "complete" and before.status in COMPARABLE and row.shown < before.shown
    ]
    if not fell:
        return ""
    falls = listing(f"{row.year} ({row.shown})" for row in fell)
    peak = rows.loc[rows["shown"].astype(int).idxmax()]
    ends = (texts[0].year, texts[-1].year)
    told = say(
        "{name}: not every text had more than the one before: fewer in {falls}", name=_name(finding), falls=falls
    )
    if peak["year"] not in ends:
        told = clauses([told, say("{year} had {n} already", year=peak["year"], n=peak["shown_text"])])
    return f"{told}."


def _longer(counts: pd.DataFrame) -> str:
    """The whole line of the Assembly: from its first number to its highest, and what is not whole on the way."""
    rows = counts[(counts["body"] == "GA") & counts["shown"].notna()].sort_values("adopted_on")
    whole = rows[rows["status"] == "complete"]
    if len(whole) < 2:
        return ""
    first, peak = rows.iloc[0], whole.loc[whole["shown"].astype(int).idxmax()]
    part = rows[rows["status"] != "complete"]["year"]
    dark = [headed(say("not whole"), listing(map(str, part)))] if len(part) else []
    told = say(
        "The longer line, {body}: {first} in {year}, {most} in {peak}, the most on the {lists} held",
        body=body_name("GA"),
        first=first["shown_text"],
        year=first["year"],
        most=peak["shown"],
        peak=peak["year"],
        lists=count(len(whole), "whole list"),
    )
    return f"{clauses([told, *dark])}."
