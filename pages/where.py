"""Where: who sponsors, State by State, as the assembly or on the map."""

import streamlit as st

from charts.question import Param
from pages.shared import pick
from pages.shared.address import address as link
from pages.shared.address import navigate as go
from pages.shared.address import scope
from pages.shared.card.card import card, finding
from pages.shared.frame import frame

PICTURES = {"assembly": "Assembly", "map": "Map"}
SHOWS = {
    "change": "Change since another text",
    "status": "Who sponsored",
    "times": "Times sponsored",
    "ladder": "Where each stands",
    "founders": "The founders today",
}

top = st.container()
picture = st.container()
with st.container(horizontal=True, vertical_alignment="bottom", key="where-controls"):
    form = link.segments("Picture", list(PICTURES), "picture", format_func=PICTURES.get)
    show = link.segments("Show", list(SHOWS), "show", format_func=SHOWS.get)
chosen = scope.current()
params: dict[str, Param] = {"stage": chosen.stage}
if show in ("change", "status"):
    left, right = st.columns(2)
    with left:
        params["text"] = pick.text(drafts=True)
    if show == "change":
        with right:
            params["since"] = pick.against(params["text"])
        if params["since"] is None:
            show = "status"
            del params["since"]
elif show == "founders":
    form, params = "assembly", {"text": pick.founding(), "body": pick.body("Today, in the", "today")}
else:
    params["body"] = pick.body()
    if show == "times":
        params["years"] = (chosen.since, chosen.until)
    else:
        st.caption("Where a State stands rests on all texts of the body, whatever the years at the side.")
with top:
    # The page says what its picture shows, and nothing else.
    name = show if show == "founders" else f"{form}-{show}"
    frame.answer("Where: who sponsors, who does not, who is not known", finding(name, **params))
with picture:
    card(name, name, on_point=go.state_clicked, **params)
    st.caption("Click a State to open its record.")
