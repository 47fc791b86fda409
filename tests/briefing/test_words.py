"""What a chart says where it is pasted as text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.words import digest
from charts import catalog


@pytest.mark.parametrize("name", ["claim", "agreement", "timeline", "assembly-status", "votes"])
def test_a_finding_is_told_once_with_its_figures_and_what_is_missing(name: str, record) -> None:
    chart = catalog.build(name, record, **({"state": "KEN"} if "state" in catalog.CHARTS[name].params else {}))
    finding, figures, source, made = digest(chart).split("\n\n")
    assert finding == f"{chart.title}."
    assert figures.startswith(chart.subtitle.rstrip("."))
    assert chart.figures
    for told in (chart.figures, *chart.note.split("\n")):
        assert told.strip().rstrip(".") in figures
    assert ".." not in figures.replace("…", "")
    assert source.startswith("Source: ")
    assert made.endswith(f"data version {record.version}.")


def test_a_title_that_stands_in_the_figures_too_cuts_nothing(record) -> None:
    """The figures are a field: they are not looked for behind the title."""
    chart = replace(catalog.build("columns", record), title="2001", figures="2001: 5, 2003: 7", note="")
    assert digest(chart).split("\n\n")[1].endswith(" 2001: 5, 2003: 7.")
    assert chart.alt.endswith(" 2001. 2001: 5, 2003: 7.")
