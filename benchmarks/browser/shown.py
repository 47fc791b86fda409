"""The figures and tables that each page of the dashboard shows at first, taken out of a run of its script."""

import json
import pickle
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

import pandas as pd
import plotly.graph_objects as go
import plotly.io
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block, Element
from streamlit.util import calc_hash

from files.paths import ROOT

PAGES = {
    "overview": "Overview",
    "where": "Where",
    "trends": "Trends",
    "resolutions": "Resolutions",
    "states": "States",
    "compare": "Compare",
    "together": "Together",
    "votes": "Votes",
    "topics": "Topics",
    "sources": "Sources & methods",
    "targets": "Targets",
    "coalition": "Coalition",
    "shortlist": "Shortlist",
    "briefing": "Briefing",
    "letter": "Letter",
    "add": "Add a list",
}
"""Every page by its address, with its name in the menu; the dashboard is opened on the last."""


@dataclass(frozen=True)
class Shown:
    """A figure ("plotly_chart", with its configuration) or a table ("dataframe", "table") of a page."""

    kind: str
    content: go.Figure | pd.DataFrame
    config: dict[str, object] = field(default_factory=dict)


class _Navigated(PagesManager):
    """Goes by app.py's navigation from the first run on, as the server does (see serve.py)."""

    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        PagesManager.uses_pages_directory = False


def opened(page: str) -> AppTest:
    """The script of a page, run once without a browser. RuntimeError where it ends in an error."""
    with patch("streamlit.testing.v1.app_test.PagesManager", _Navigated):
        at = AppTest.from_file(ROOT / "app.py", default_timeout=180)
        at._page_hash = calc_hash(page)  # switch_page knows an address only after the first run
        at.run()
    if at.exception:
        raise RuntimeError(f"{page}: {at.exception[0].message}")
    return at


def write(path: Path) -> None:
    """Run every page once, on the database and user folder of files.paths, and keep what it shows. RuntimeError where a
    page ends in an error."""
    found = {}
    for page, title in PAGES.items():
        found[page] = (title, list(_parts(opened(page).main)))
    path.write_bytes(pickle.dumps(found))


def read(path: str) -> dict[str, tuple[str, list[Shown]]]:
    """What `write` has kept: of each page its title and what it shows, in its order."""
    return pickle.loads(Path(path).read_bytes())


def _parts(block: Block):
    """What stands open in a block, from top to bottom."""
    if block.type in ("expander", "popover") and not getattr(block.proto, "expanded", False):
        return
    for node in block.children.values():
        if isinstance(node, Block):
            yield from _parts(node)
        elif isinstance(node, Element) and node.type == "plotly_chart":
            figure = plotly.io.from_json(node.proto.spec, skip_invalid=True)
            figure.layout.datarevision = (
                None  # what the card says to Plotly, so that it draws once, the bare page does not
            )
            yield Shown(node.type, figure, json.loads(node.proto.config))
        elif isinstance(node, Element) and node.type in ("dataframe", "table"):
            yield Shown(node.type, node.value)
