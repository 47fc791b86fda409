"""The pictures in French and Spanish: each word out of the catalogue, and what they say the same as in English."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pandas as pd
import pytest

from charts import catalog
from charts.catalog import CHARTS
from charts.frame.chart import Chart
from data.tongues.speech import speaking
from tests import tongues
from tests.drafted import DRAFT

ASKED = {
    "assembly-change": [{}, {"text": "A/RES/68/181", "since": "A/RES/64/163"}, {"body": "HRC"}, {"body": "CHR"}],
    "assembly-times": [{}, {"body": "HRC", "years": "2013-2019"}, {"body": "CHR"}],
    "assembly-ladder": [{}, {"body": "HRC"}, {"body": "CHR"}],
    "map-status": [{}, {"text": "A/HRC/RES/25/18"}],
    "map-change": [{}],
    "map-times": [{}],
    "map-ladder": [{}],
    "columns": [{}, {"body": "HRC"}, {"body": "CHR"}, {"years": "2011-2013"}, {"stage": "tabled"}],
    "counts": [{}, {"bodies": "GA,CHR,HRC"}, {"body": "HRC", "years": "2020-2026"}, {"stage": "tabled"}],
    "regions": [{}, {"bodies": "GA,CHR,HRC"}, {"body": "GA", "years": "2021-2023"}, {"body": "CHR"}],
    "political": [{}, {"groups": "EU"}, {"groups": "AU,OIC", "body": "HRC"}],
    "breadth": [{}, {"bodies": "GA,CHR,HRC"}, {"body": "GA", "years": "2021-2021"}],
    "from-best": [{}, {"body": "CHR"}, {"body": "GA", "years": "2017-2019"}, {"years": "2019-2019"}],
    "changes": [{}, {"text": "A/RES/68/181", "since": "A/RES/64/163"}, {"body": "HRC"}, {"body": "CHR"}],
    "matrix": [
        *({}, {"states": "KEN,NOR"}, {"states": "KEN,NOR", "body": "GA"}, {"states": "KEN", "body": "GA"}),
        *({"states": "SSD", "body": "CHR"}, {"body": "HRC", "years": "2010-2012"}, {"body": "CHR"}),
        *({"texts": "A/RES/74/146,A/RES/68/181"}, {"texts": "A/RES/74/146", "states": "KEN"}),
    ],
    "founders": [{}, {"text": "A/RES/53/144"}, {"text": "CHR 2000/61", "body": "HRC"}],
    "claim": [{}],
    "assembly-targets": [{"year": "2026"}, {"body": "HRC", "year": "2028"}],
    "assembly-coalition": [
        *({"year": "2026"}, {"year": "2026", "picked": "KEN,GHA"}, {"year": "2026", "picked": "MLI", "keep": "no"}),
        *({"body": "HRC", "year": "2028", "picked": "KEN,PSE", "keep": "no"}, {"body": "HRC", "year": "2028"}),
    ],
    "agreement": [
        *({"state": "KEN"}, {"state": "GBR", "body": "CHR"}, {"state": "SSD", "years": "2013-2015"}),
        *({"state": "FRA", "years": "2013-2019"}, {"state": "LIE", "body": "HRC"}),
    ],
    "assembly-agreement": [{"state": "KEN"}, {"state": "SSD", "body": "CHR"}],
    "map-agreement": [{"state": "BRA", "body": "HRC"}],
    "agreement-matrix": [{}, {"group": "GCC"}, {"group": "African Group", "body": "CHR"}, {"years": "2019-2019"}],
    "agreement-political": [{}, {"groups": "AU,EU"}, {"years": "2019-2019"}],
    "bridges": [{}, {"body": "CHR"}],
    "cohesion": [{}, {"bodies": "GA,CHR,HRC"}, {"body": "CHR"}],
    "cohesion-political": [{"groups": "EU,AU"}],
    "votes": [{}, {"bodies": "GA,CHR,HRC"}, {"bodies": "CHR"}],
    "assembly-votes": [{}, {"body": "HRC"}, {"body": "HRC", "years": "2014-2014"}],
    "map-votes": [{"body": "CHR"}],
    "topics": [{}, {"years": "2013-2013"}],
    "timeline": [{"state": "DEU"}, {"state": "MRT"}, {"state": "SSD"}, {"state": "PSE"}, {"state": "CHN"}],
}
"""Questions to each kind, of all forms of its sentences; of a text all texts are asked, and some drawn."""
MARKED = ("left", "joined", "headings", "names", "totals", "not known", "figures", "pairs", "votes")
"""Names of traces by which our own code finds them: nobody sees them."""
DRAWN = ("A/RES/53/144", "A/RES/68/181", "CHR 2004/68", "A/HRC/RES/25/18", "A/HRC/RES/61/22")


def questions(record) -> Iterator[tuple[str, dict]]:
    for text, held in zip(record.resolutions["resolution"], record.resolutions["sponsor_coverage"], strict=True):
        if held not in ("no list found", "count only"):
            yield "assembly-status", {"text": text}
    for name, asked in ASKED.items():
        yield from ((name, params) for params in asked)


def by_code(table: pd.DataFrame) -> pd.DataFrame:
    """A table of States in the order of their codes, which is the same in all languages."""
    return table.sort_values(table.columns[1]) if table.columns[1] in ("Code", "Código") else table


def said(chart: Chart) -> list[str]:
    """What a chart says beside its picture, and the words of its table."""
    rows = by_code(chart.table)
    table = [str(value) for column in rows for value in rows[column] if not pd.isna(value)]
    words = [chart.title, chart.subtitle, chart.note, chart.source, chart.alt, *map(str, chart.table), *table]
    if chart.native:
        words += [chart.native.subtitle, chart.native.note]
        words += [text for plot in chart.native.plots for text in (plot.title, *plot.categories)]
        words += [series.name for plot in chart.native.plots for series in plot.series]
    return words


def drawn(chart: Chart, layout: str) -> Iterator[str]:
    """What stands in a picture, and what is shown where one points at it."""
    figure = chart.build(layout).to_plotly_json()
    yield from (note["text"] for note in figure["layout"]["annotations"])
    for axis in figure["layout"].values():
        yield from map(str, axis.get("ticktext") or ()) if isinstance(axis, dict) else ()
    for trace in figure["data"]:
        for key in ("name", "hovertemplate", "text", "hovertext"):
            held = trace.get(key)
            if key == "name" and held in MARKED:
                continue
            yield from [held] if isinstance(held, str) else map(str, () if held is None else held)


def test_each_kind_that_is_offered_is_asked():
    assert {*ASKED, "assembly-status"} == set(CHARTS)


def test_nothing_comes_past_the_catalogue(record):
    layouts = cycle(("wide", "narrow", "slide"))
    with tongues.asked_once(), tongues.marks():
        for name, params in questions(record):
            made = catalog.build(name, record, **params)
            text = params.get("text", "")
            shown = drawn(made, next(layouts)) if name != "assembly-status" or text in DRAWN else ()
            assert tongues.words_left([*said(made), *shown]) == set(), (name, params)


def test_numbers_and_states_are_those_of_the_english_picture(record):
    english = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    languages = cycle(("fr", "es"))
    with tongues.asked_once():
        for name, params in questions(record):
            plain, language = catalog.build(name, record, **params), next(languages)
            with speaking(language):
                other = catalog.build(name, record, **params)
            assert other.language == language
            for one, told in zip(said(plain), said(other), strict=True):
                assert tongues.numbers(one) == tongues.numbers(told), (name, params, one, told)
            assert tongues.states(plain.note, "en", english) == tongues.states(other.note, language, english), params


def test_a_picture_keeps_its_language_wherever_it_is_drawn(record):
    with speaking("fr"):
        made = catalog.build("assembly-status", record)
    assert any("Observateurs" in text or "Afrique" in text for text in drawn(made, "wide"))


AHEAD = [("assembly-status", {"text": DRAFT}), ("assembly-targets", {}), ("assembly-coalition", {"picked": "MLI"})]
"""The pictures of a draft that is being sponsored."""


@pytest.mark.parametrize(("name", "params"), AHEAD)
def test_a_draft_is_shown_in_each_language(with_draft, name, params):
    record = with_draft.record
    english = dict(zip(record.states["iso3"], record.states["short_name"], strict=True))
    plain = catalog.build(name, record, **params)
    for language in ("fr", "es"):
        with speaking(language):
            other = catalog.build(name, record, **params)
        for one, told in zip(said(plain), said(other), strict=True):
            assert tongues.numbers(one) == tongues.numbers(told)
        assert tongues.states(plain.note, "en", english) == tongues.states(other.note, language, english)
    with tongues.marks():
        made = catalog.build(name, record, **params)
        assert tongues.words_left([*said(made), *drawn(made, "wide")]) == set()
