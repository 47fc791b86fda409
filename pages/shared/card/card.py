"""The chart card: the picture, the table behind it, what can be taken away, and the briefing it can be put into."""

import json
from collections.abc import Callable
from html import escape
from pathlib import Path
from zlib import crc32

import plotly.graph_objects as go
import streamlit as st

from analytics.english import capital, decimal, percent_told
from briefing import formats
from briefing.words import digest
from charts import catalog
from charts.frame.chart import PLOTLY_MAP_CONFIG, Chart
from charts.frame.figure import heads
from charts.frame.template import filled
from charts.question import Param
from pages.shared.address import navigate
from pages.shared.campaign import to_briefing as collect
from pages.shared.card import evidence
from pages.shared.card.waiting import line_of_downloads
from pages.shared.download import download
from pages.shared.frame import viewport, visitor
from pages.shared.record import record as tables
from pages.shared.record.memory import once

_COPY = """
<button type="button"></button>
<p role="status"></p>
<textarea readonly hidden aria-label="The text"></textarea>
"""
_HERE = Path(__file__).parent
_copier = st.components.v2.component(
    "copy", html=_COPY, css=(_HERE / "copy.css").read_text("utf-8"), js=(_HERE / "copy.js").read_text("utf-8")
)


def _copy_button(label: str, text: str, key: str) -> None:
    """A button that copies the text, and after it the address of the page on a server that others can reach."""
    _copier(key=key, data={"label": label, "text": text})


_EXPORT = "Export"
_SIZES = {"slide": "Slide 16:9", "half": "Half page", "square": "Square"}
_CONFIG = {"displayModeBar": False}
"""Without the buttons of Plotly: its camera would save a picture without our font. Our own are under Export."""


OnPoint = Callable[[dict, Chart], None]


class _Sent(go.Figure):
    """A figure that is made ready for the browser once, not each time it is sent, and held as text, which takes a third
    of the room. Nothing but `to_dict` is asked of it.

    Streamlit's page hands each figure to Plotly twice, first as it came, then a copy with the modes of what can be
    `clicked`. Plotly leaves the copy alone where it is the same by its revision and has no object that is only known by
    identity, such as a template, or words that do not stand in a list.
    """

    def __init__(self, figure: go.Figure, clicked: bool = False) -> None:
        sent = filled(figure)
        layout = sent["layout"]
        layout |= {"datarevision": crc32(repr(sent).encode()), "meta": [layout.get("meta")]}
        layout |= {"clickmode": "event+select", "dragmode": "pan"} if clicked else {}
        self._sent = json.dumps(sent)

    def to_dict(self) -> dict:
        """What the figure that this was made from says."""
        return json.loads(self._sent)


@st.fragment
def card(
    name: str, key: str, /, *, on_point: OnPoint | None = None, then: Callable[[], None] | None = None, **params: Param
) -> None:
    """A card of a chart of the catalogue; what is clicked in it draws only the card anew, or opens another page.

    `name` and `params`: what charts.catalog.build needs; `key`: unique on the page; `on_point`: called with
    Streamlit's selection event and the chart when a mark is clicked; `then`: opens what it asks for, if that is neither
    a page nor the evidence of a cell."""
    navigate.follow()
    given = _given(params)
    try:
        chart = _chart(name, given)
    except ValueError as problem:  # the record cannot answer; the catalogue says why, in words for the user
        said = str(problem)
        st.info(f"{capital(said)}.", icon=":material/info:")
        return
    with st.container(border=True, key=f"card-{key}"):
        st.html(f'<i data-names="{escape(chart.title)}"></i>')
        if navigate.exports_asked():
            st.session_state[f"tab-{key}"] = _EXPORT
        briefing = ["Add to briefing"] if visitor.may("member") else []
        tab = st.tabs(["Chart", "Table", _EXPORT, *briefing], key=f"tab-{key}", on_change="rerun")
        with tab[0]:
            if tab[0].open:
                drawn = _figure(name, given, viewport.layout(), viewport.theme(), bool(on_point))
                _picture(chart, *drawn, key, on_point)
        with tab[1]:
            if tab[1].open:
                _table(chart)
        with tab[2]:
            if tab[2].open:
                exports(chart, key)
        for collected in tab[3:]:
            with collected:
                if not collected.open:
                    continue
                collect.chart(chart, name, params, key)
    if cell := navigate.cell_asked():
        evidence.dialogue(*cell, str(params.get("stage") or ""))
    elif then:
        then()


def finding(name: str, **params: Param) -> str:
    """What the card of this chart says, as a sentence: its title, or why the record cannot answer."""
    try:
        return f"{_chart(name, _given(params)).title.rstrip('.')}."
    except ValueError as problem:
        return f"{capital(str(problem))}."


def _given(params: dict[str, Param]) -> tuple[tuple[str, Param], ...]:
    return tuple(sorted((key, value) for key, value in params.items() if value is not None))


@once(256)
def _chart(name: str, params: tuple) -> Chart:
    return catalog.build(name, tables.record(), **dict(params))


@once(256, spinner="Drawing …")
def _figure(name: str, params: tuple, layout: str, theme: str, clicked: bool) -> tuple[_Sent, _Sent | None]:
    """The figure, and its heads by themselves where it has some."""
    figure = _chart(name, params).build(layout, theme)
    strip = heads(figure)
    return _Sent(figure, clicked), None if strip is None else _Sent(strip)


def _picture(chart: Chart, figure: _Sent, strip: _Sent | None, key: str, on_point: OnPoint | None) -> None:
    config = _CONFIG | (PLOTLY_MAP_CONFIG if chart.is_map else {})
    chart_key = f"chart-{key}"
    st.plotly_chart(
        figure,
        theme=None,
        key=chart_key,
        config=config,
        alt=chart.alt,
        on_select=(lambda: on_point(st.session_state[chart_key], chart)) if on_point else "ignore",
        selection_mode="points",
    )
    if strip is not None:
        _keep_in_view(chart, strip, figure.to_dict()["layout"]["margin"]["t"], key)


def _table(chart: Chart) -> None:
    """The table behind the picture: numbers that can be sorted, shown as they are read."""
    form = {head: percent_told if head in chart.shares else decimal for head in chart.table.select_dtypes("float")}
    shown = chart.table.style.format(form, na_rep="–") if form else chart.table
    st.dataframe(shown, hide_index=True, placeholder="–", alt=f"The table behind: {chart.title}")


def _keep_in_view(chart: Chart, strip: _Sent, down: float, key: str) -> None:
    """Lay the heads of a figure over themselves, `down` pixels from its top, where they stay while it is scrolled."""
    high = strip.to_dict()["layout"]["height"]
    with st.container(key=f"heads-{key}"):
        st.html(
            f"<style>:has(> .st-key-heads-{key}) {{ order: -1; position: sticky; top: 3.75rem; z-index: 2; "
            f"pointer-events: none; height: {high}px; min-height: {high}px; "
            f"margin: {down}px 0 calc(-{down + high}px - 1rem); }}</style>"
        )
        st.plotly_chart(
            strip,
            theme=None,
            key=f"strip-{key}",
            config={"staticPlot": True},
            alt=f"Heads of the columns of: {chart.title}",
        )


def exports(chart: Chart, key: str) -> None:
    """The buttons of all formats. Nothing is rendered before a click."""
    size = st.segmented_control(
        "Size of the picture", list(_SIZES), default="slide", required=True, key=f"size-{key}", format_func=_SIZES.get
    )
    missing = formats.browser_ready()
    buttons = st.container(horizontal=True)
    in_line = line_of_downloads()
    with buttons:
        for form in formats.FORMATS.values():
            download(
                form.label,
                in_line(_maker(chart, form.key, size)),
                formats.file_name(chart, form.key, size),
                disabled=bool(missing) and form.needs_browser,
                key=f"{form.key}-{key}",
            )
    _copy_button("Copy the finding", digest(chart), f"copy-{key}")
    if missing:
        st.caption(f"{missing} The web page has the picture without it.")


def _maker(chart: Chart, kind: str, size: str) -> Callable[[], bytes]:
    # Exports are always on a white ground, whatever the theme of the screen.
    return lambda: formats.make(chart, kind, size)
