"""What leaves the house: a warm chart picture, a map, a deck of 12 slides, the paper, 193 letters."""

from collections.abc import Iterator
from functools import partial

from benchmarks.clock import Result, measure
from briefing import formats
from briefing.document.forms import outputs
from briefing.document.spec import Briefing, chart_item
from briefing.letter.merge import letters_zip
from briefing.letter.requests import REQUESTS
from charts import catalog
from data import store

EIGHT = ("columns", "regions", "breadth", "from-best", "assembly-status", "assembly-change", "map-status", "changes")
"""With title, agenda and two slides of sources: 12 slides."""
FORMS = {
    "deck": "deck of 12 slides",
    "paper": "paper of the same",
    "present": "presentation of the same",
    "pdf": "PDF of the same",
}


def results() -> Iterator[Result]:
    """Times of single charts (five runs) and of whole briefings (two runs); pictures only where a browser is."""
    record, pictures = store.record(), formats.browser_ready() is None
    columns, world = catalog.build("columns", record), catalog.build("map-status", record)
    if pictures:
        yield measure("chart as PNG, slide, 300 dpi", partial(formats.make, columns, "png"), note="browser running")
        yield measure("map as PNG, slide, 300 dpi", partial(formats.make, world, "png"), note="browser running")
        yield measure("chart as PDF", partial(formats.make, columns, "pdf"))
    for kind in ("pptx", "xlsx", "csv", "html"):
        yield measure(f"chart as {kind.upper()}", partial(formats.make, columns, kind))
    briefing = Briefing("Twelve slides", "for the benchmark", tuple(chart_item(name) for name in EIGHT))
    for key, what in FORMS.items():
        if pictures or not outputs.OUTPUTS[key].needs_browser:
            yield measure(what, partial(outputs.make, briefing, record, key), runs=2)
    members = list(record.states.loc[record.states["status"] == "member", "iso3"])
    yield measure("193 letters in a ZIP", partial(letters_zip, record, members, next(iter(REQUESTS))), runs=2)
