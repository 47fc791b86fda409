"""Moving between pages: to a State, to a text, to the evidence behind a cell."""

from collections.abc import Callable

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from charts.frame.chart import Chart
from pages.shared.address import scope

STATES = "pages/states/page.py"
RESOLUTIONS = "pages/resolutions.py"
_EXPORTS = "_exports_asked"


def to_state(iso3: str) -> None:
    """Ask for the page of a State; it opens at the start of the next run."""
    st.session_state["_go"] = (STATES, {"state": iso3})


def to_resolution(resolution: str) -> None:
    """Ask for the page of a text; it opens at the start of the next run."""
    st.session_state["_go"] = (RESOLUTIONS, {"text": resolution})


def to_page(page: StreamlitPage, asks: dict[str, str], exports: bool = False) -> None:
    """Ask for a page, with what its address shall say; `exports`: its first chart opens at what can be taken away."""
    st.session_state["_go"] = (page, asks)
    st.session_state[_EXPORTS] = exports


def exports_asked() -> bool:
    """Whether the next chart is to open at what can be taken away; said once."""
    return bool(st.session_state.pop(_EXPORTS, False))


def follow() -> None:
    """Open what was asked for in the last run. Called before the page runs, and by a card before it is drawn anew."""
    target = st.session_state.pop("_go", None)
    if target:
        page, params = target
        for key, value in params.items():
            st.session_state[key] = value
        # With the scope in it from the start, the new address is one step in the browser's history, not two.
        held = {key: st.query_params.get_all(key) for key in scope.KEYS if key in st.query_params}
        st.switch_page(page, query_params={**held, **params})


def state_clicked(event: dict, chart: Chart) -> None:
    """Callback of a chart: open the State whose tile, marker or country was clicked."""
    iso3 = clicked(event)
    if iso3:
        to_state(iso3)


def cell_clicked(event: dict, chart: Chart) -> None:
    """Callback of the matrix: remember the cell whose evidence is to be shown. Its traces are named by resolution."""
    points = (event.get("selection") or {}).get("points") or []
    iso3 = clicked(event)
    number = points[0].get("curve_number", points[0].get("curveNumber")) if points else None
    traces = chart.build().data  # in the same order in every layout
    if iso3 and isinstance(number, int) and 0 <= number < len(traces) and traces[number].name:
        st.session_state["_cell"] = (traces[number].name, iso3)


def text_clicked(iso3: str) -> Callable[[dict, Chart], None]:
    """Callback of a State's timeline: remember the text whose evidence is to be shown."""

    def remember(event: dict, chart: Chart) -> None:
        for point in (event.get("selection") or {}).get("points") or []:
            custom = point.get("customdata")
            found = custom[0] if isinstance(custom, (list, tuple)) and custom else custom
            if isinstance(found, str) and found:
                st.session_state["_cell"] = (found, iso3)

    return remember


def cell_asked() -> tuple[str, str] | None:
    """The resolution and State of the cell that was clicked in this run, once."""
    return st.session_state.pop("_cell", None)


def clicked(event: dict | None) -> str:
    """ISO code in a Plotly selection event: from a map's location or a mark's custom data; "" if there is none."""
    points = ((event or {}).get("selection") or {}).get("points") or []
    for point in points:
        custom = point.get("customdata")
        found = point.get("location") or (custom[0] if isinstance(custom, (list, tuple)) and custom else custom)
        if isinstance(found, str) and len(found) == 3 and found.isupper():
            return found
    return ""
