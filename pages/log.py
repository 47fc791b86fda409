"""Log: who wrote, imported, took back and made letters on this server, for whoever runs it."""

import pandas as pd
import streamlit as st

from files.harmless import neutral
from pages.shared.campaign import workspace as desk
from pages.shared.download import download
from pages.shared.frame import frame

entries = desk.workspace().log.entries()
table = pd.DataFrame(
    [(line.at, line.who, line.action, line.subject) for line in entries],
    columns=["When (UTC)", "Who", "What", "Of what"],
)
people = table["Who"].nunique()
frame.answer(
    "Who did what on this server",
    f"{len(table):,} entries by {people:,} {'person' if people == 1 else 'people'}" if entries else "Nothing yet",
)
st.caption(
    "Every write to the campaigns and briefings, every list accepted or taken back, every set of letters. What notes "
    "and letters say is not in it. Entries cannot be changed or removed here."
)
if entries:
    st.dataframe(table, hide_index=True)
    safe = table.map(lambda value: neutral(value, in_csv=True) if isinstance(value, str) else value)
    download("CSV", lambda: safe.to_csv(index=False).encode("utf-8-sig"), "log.csv")
