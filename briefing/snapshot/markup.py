"""The few shapes of markup that the pages of the snapshot are written in. All text is escaped here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from urllib.parse import quote

import pandas as pd

from charts.frame.chart import Chart
from files.xml import escape


class Html(str):
    """Text that is markup already."""

    __slots__ = ()


Value = str | int | float | date | None
"""What a table may hold: markup, text, a number, a day, nothing."""


def text(value: Value) -> Html:
    """A value as text; nothing for what is missing."""
    if isinstance(value, Html):
        return value
    missing = value is None or value is pd.NA or (isinstance(value, float) and value != value)
    return Html("" if missing else escape(str(value)))


def tag(name: str, *inside: Value, **attributes: str) -> Html:
    """An element; `class_` stands for class."""
    told = "".join(f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' for key, value in attributes.items())
    return Html(f"<{name}{told}>{''.join(map(text, inside))}</{name}>")


def to(view: str, what: str, label: Value) -> Html:
    """A link inside the snapshot, such as #state=KEN."""
    return tag("a", label, href=f"#{view}={quote(what, safe='/')}" if what else f"#{view}")


def out(url: str, label: Value) -> Html:
    """A link to a document elsewhere; the label alone where there is no address."""
    if not url.startswith(("http://", "https://")):
        return text(label)
    return tag("a", label, href=url, rel="noreferrer")


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[Value]]) -> Html:
    """A table with a caption for those who cannot see it."""
    head = tag("tr", *(tag("th", name, scope="col") for name in heads))
    body = (tag("tr", *(tag("td", value) for value in row)) for row in rows)
    inside = tag("table", tag("caption", caption, class_="unseen"), tag("thead", head), tag("tbody", *body))
    return tag("div", inside, class_="table", tabindex="0", role="region", aria_label=caption)


def listed(caption: str, frame: pd.DataFrame, heads: Mapping[str, str]) -> Html:
    """A table of some columns of a frame under their heads; texts lead to their pages, addresses to what lies there."""

    def cell(column: str, value: Value) -> Value:
        if column == "resolution":
            return to("text", str(value), value)
        return out(value, heads[column]) if column in ("official_url", "read_at") and isinstance(value, str) else value

    rows = ([cell(column, row[column]) for column in heads] for _, row in frame.iterrows())
    return table(caption, list(heads.values()), rows)


def answer(question: str, sentence: str) -> Html:
    """The top of a page: its question, small, and its answer."""
    return Html(tag("p", question, class_="over") + tag("h1", sentence, tabindex="-1"))


def picture(chart: Chart, pack: str, key: str, when: str = "") -> Html:
    """The place of a chart, which the page's script draws from a pack; `when`: the choice of picture it belongs to."""
    more = {"data_when": when} if when else {}
    inside = tag("div", role="img", aria_label=chart.alt, data_pack=pack, data_key=key)
    return tag("figure", inside, **more)


def named(heading: str, names: Iterable[Value]) -> Html:
    """A heading and names after it, in one paragraph."""
    listed = [text(name) for name in names]
    return tag("p", tag("b", heading), f" ({len(listed)}): ", Html(", ".join(listed))) if listed else Html("")
