"""Where: who sponsors, State by State, as the assembly or on the map."""

from __future__ import annotations

import streamlit as st

from charts.words import answers
from pages.shared import address as link
from pages.shared import frame, pick, scope
from pages.shared import navigate as go
from pages.shared import record as tables
from pages.shared.card import card

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
params: dict[str, object] = {"stage": chosen.stage}
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
    body = tables.texts(drafts=True).set_index("resolution").loc[params["text"], "body"]
elif show == "founders":
    form, params = "assembly", {"text": pick.founding(), "body": pick.body("Today, in the", "today")}
    body = params["body"]
else:
    body = params["body"] = pick.body()
    if show == "times":
        params["years"] = (chosen.since, chosen.until)
    else:
        st.caption("Where a State stands rests on all texts of the body, whatever the years at the side.")
with top:
    frame.answer(
        "Where: who sponsors, who does not, who is not known",
        answers.where(body, tables.measures().ladder(body, chosen.stage)),
    )
with picture:
    name = show if show == "founders" else f"{form}-{show}"
    card(name, name, on_point=go.state_clicked, **params)
    st.caption("Click a State to open its record.")
