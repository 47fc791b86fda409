"""The claim of the NGOs' letter of February 2008, that sponsors had grown in number since 2000, with its figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pandas as pd

from analytics.claims import Finding
from analytics.english import body_name, count, listing
from charts.frame.chart import Chart, Context
from charts.kinds.trends.lines import lines
from charts.words.asides import joined_notes
from data.words import COMPARABLE, at_stage

VERDICTS = {"true": "is true", "false": "is false", "cannot be known": "cannot be checked"}


def claim_chart(findings: Sequence[Finding], counts: pd.DataFrame, context: Context) -> Chart:
    """`findings`: analytics.claims.grown_between of each body; `counts`: Measures.counts of these bodies over
    all years, drawn as the longer line."""
    parts = [f"{_name(one)} {_number(_first(one))} to {_number(_last(one))}" for one in findings]
    title = f"That sponsors have grown in number since 2000 {_said(findings)}: {'; '.join(parts)}"
    chart = lines(counts, context)
    not_said = [note for one in findings if (note := _between(one))]
    return replace(
        chart,
        name="claim-of-2008",
        title=title,
        note=joined_notes(*not_said, _longer(counts), chart.note),
        alt=f"{title}. {chart.alt}",
        native=None,
    )


def _said(findings: Sequence[Finding]) -> str:
    """One verdict where the bodies agree; else each of its own body."""
    if len({one.verdict for one in findings}) == 1:
        return VERDICTS[findings[0].verdict]
    return listing(f"{VERDICTS[one.verdict]} of the {_body(one)}" for one in findings)


def _body(finding: Finding) -> str:
    return {"GA": "Assembly", "CHR": "Commission", "HRC": "Council"}[_first(finding)["body"]]


def _first(finding: Finding) -> pd.Series:
    return finding.figures.iloc[0]


def _last(finding: Finding) -> pd.Series:
    return finding.figures.iloc[-1]


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
    more = f"; {peak['year']} had {peak['shown_text']} already" if peak["year"] not in ends else ""
    return f"{_name(finding)}: not every text had more than the one before: fewer in {falls}{more}."


def _longer(counts: pd.DataFrame) -> str:
    """The whole line of the Assembly: from its first number to its highest, and what is not whole on the way."""
    rows = counts[(counts["body"] == "GA") & counts["shown"].notna()].sort_values("adopted_on")
    whole = rows[rows["status"] == "complete"]
    if len(whole) < 2:
        return ""
    first, peak = rows.iloc[0], whole.loc[whole["shown"].astype(int).idxmax()]
    part = rows[rows["status"] != "complete"]["year"]
    dark = f"; not whole: {listing(map(str, part))}" if len(part) else ""
    return (
        f"The longer line, {body_name('GA')}: {first['shown_text']} in {first['year']}, {peak['shown']} in "
        f"{peak['year']}, the most on the {count(len(whole), 'whole list')} held{dark}."
    )
