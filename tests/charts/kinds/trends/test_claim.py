"""The claim of February 2008, put to both bodies, each at its stage."""

from __future__ import annotations

import pandas as pd
import pytest

from analytics.claims import grown_between
from analytics.measures import Measures
from charts.catalog import build
from charts.frame.chart import Context
from charts.kinds.trends.claim import claim_chart
from tests import made


def claim(assembly: str, commission: str, **more):
    table = pd.concat(
        [
            Measures(made.drawn(assembly, **more)).counts(),
            Measures(
                made.drawn(commission, body="CHR", lists=dict.fromkeys((2000, 2003, 2005), ("complete", "tabled")))
            ).counts(),
        ]
    )
    found = [grown_between(table, "GA", 2000, 2007), grown_between(table, "CHR", 2000, 2005)]
    return claim_chart(found, table, Context())


def test_each_body_has_its_figures_and_its_stage():
    chart = claim("2000 2003 2007\nAAA S S S\nBBB n n S", "2000 2003 2005\nAAA S S S\nBBB t S S\nCCC t S t")
    assert chart.title == (
        "That sponsors have grown in number since 2000 is true: Assembly 1 (2000) to 2 (2007); Commission as tabled 1 "
        "(2000) to 2 (2005)"
    )
    assert (
        "Commission as tabled: not every text had more than the one before: fewer in 2005 (2); 2003 had 3 already."
    ) in chart.note
    assert "Assembly: not every" not in chart.note


def test_where_one_body_cannot_be_checked_nothing_is_called_false():
    gap = {2000: ("suspected gap", "final"), 2003: ("complete", "final"), 2007: ("complete", "final")}
    chart = claim("2000 2003 2007\nAAA S S S\nBBB ? n S", "2000 2005\nAAA S S\nBBB t S", lists=gap)
    assert chart.title.startswith(
        "That sponsors have grown in number since 2000 cannot be checked of the Assembly and is true of the "
        "Commission: Assembly at least 1 (2000) to 2 (2007)"
    )


@pytest.mark.parametrize("layout", ["wide", "slide"])
def test_the_claim_of_2008_by_the_lists(record, layout: str):
    """Recounted from the lists: A/RES/55/98 70, A/RES/62/152 82; E/CN.4/2000/L.37 52, E/CN.4/2005/L.85 62."""
    names = record.rows("sponsors").groupby("list_id")["iso3"].nunique()
    assert [names[key] for key in ("A/RES/55/98#final-catalogue", "A/RES/62/152#final")] == [70, 82]
    assert [names[key] for key in ("CHR 2000/61#tabled", "CHR 2005/67#tabled")] == [52, 62]
    chart = build("claim", record)
    assert chart.title == (
        "That sponsors have grown in number since 2000 is true: Assembly 70 (2000) to 82 (2007); Commission as tabled "
        "52 (2000) to 62 (2005)"
    )
    for said in (
        "Assembly: not every text had more than the one before: fewer in 2002 (68) and 2004 (74); 2001 had 83 already.",
        "fewer in 2002 (52)",
        "at least 55 in 1998, 84 in 2019, the most on the 13 whole lists held; not whole: 1998, 2011, 2021 and 2023.",
    ):
        assert said in chart.note
    heads = [note.text for note in chart.build().layout.annotations]
    assert any("Commission on Human Rights, as tabled" in text for text in heads)
