"""How large the files are: a picture or a page has to go through an e-mail."""

from __future__ import annotations

import pytest

from briefing import formats
from charts import catalog

MEGABYTE = 1_000_000


@pytest.mark.parametrize("name", catalog.names())
def test_every_chart_is_a_page_of_less_than_a_megabyte(name, chart_of) -> None:
    """But the matrix: some 5,000 marks, each with what is said of it, in four widths."""
    chart = chart_of(name, **({"state": "KEN"} if "state" in catalog.CHARTS[name].params else {}))
    limit = 1_250_000 if name == "matrix" else MEGABYTE // 2 if chart.is_map else MEGABYTE
    assert len(formats.make(chart, "html")) <= limit


@pytest.mark.system
@pytest.mark.parametrize("name", ["map-status", "map-ladder"])
def test_a_map_is_a_vector_picture_of_less_than_a_megabyte(name, chart_of) -> None:
    drawn = formats.make(chart_of(name), "svg").decode()
    assert 200_000 < len(drawn) <= MEGABYTE
    assert drawn.count("choroplethlocation") > 180, "every State is still on it"
