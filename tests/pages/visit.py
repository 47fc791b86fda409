"""Opening a page of the dashboard without a browser, and reading what it says."""

from __future__ import annotations

import json
import re
from html import unescape

from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from files.paths import ROOT


class Navigated(PagesManager):
    """Goes by app.py's navigation from the first run on, as the server does (see serve.py).

    AppTest begins each run by looking for a folder pages/, and would run a page of it without app.py around it.
    """

    def __init__(self, *args: object, **more: object):
        super().__init__(*args, **more)
        PagesManager.uses_pages_directory = False


def opened(page: str, **query: str | list[str]) -> AppTest:
    """The dashboard at one page ("states") and an address, as a first visit; it shows no traceback."""
    at = AppTest.from_file(ROOT / "app.py", default_timeout=180)
    at._page_hash = calc_hash(page)  # switch_page knows an address only after the first run
    for key, value in query.items():
        at.query_params[key] = value
    sound(at.run())
    assert at.sidebar.children, "app.py has not run around the page"
    return at


def gone_to(at: AppTest, page: str) -> AppTest:
    """The same visitor at another page, by the menu: the address loses what it said."""
    at.query_params = {}
    return sound(at.switch_page(script(page)).run())


def script(page: str) -> str:
    """The script of a page: a file, or page.py in a folder of its own."""
    alone = f"pages/{page}.py"
    return alone if (ROOT / alone).is_file() else f"pages/{page}/page.py"


def sound(at: AppTest) -> AppTest:
    """The page, which shows no traceback whatever happens."""
    assert not at.exception, at.exception
    return at


def answer(at: AppTest) -> str:
    """The sentence that the page opens with; "" where it has none."""
    said = re.search("<h1>(.*?)</h1>", "".join(h.proto.body for h in at.get("html")))
    return unescape(said[1]) if said else ""


def words(at: AppTest) -> str:
    """Everything that stands on the page as text, without the backslashes of Markdown."""
    kinds = (at.header, at.subheader, at.markdown, at.caption, at.info, at.warning, at.error, at.success)
    return "\n".join([answer(at), *(element.value for kind in kinds for element in kind)]).replace("\\", "")


def source_line(at: AppTest) -> str:
    """What stands below every page."""
    return next(h.proto.body for h in at.get("html") if 'class="foot"' in h.proto.body)


def titles(at: AppTest) -> list[str]:
    """The titles of the charts of the page."""
    drawn = (json.loads(chart.proto.spec)["layout"]["meta"][0] for chart in at.get("plotly_chart"))
    return [
        said["title"] for said in drawn if said
    ]  # the heads of a long chart, kept in view, have no words of their own


def box(at: AppTest, label: str):
    """The select box with that label."""
    return next(b for b in at.selectbox if b.label == label)


def button(at: AppTest, label: str):
    """The button whose label begins so."""
    return next(b for b in at.button if b.label.startswith(label))


def frame_with(at: AppTest, column: str):
    """The first table of the page that has that column."""
    return next(f.value for f in at.dataframe if column in f.value.columns)
