"""A briefing with one item of each kind, for the tests of every form that it can take."""

from __future__ import annotations

from briefing.document.spec import Briefing, Item, chart_item, text_item

ASK = "Please:\n- co-sponsor the text\n- say so early"


def each_kind() -> Briefing:
    """Columns, an assembly with the user's own title, a State, a text, targets, words, and one that cannot be made."""
    return Briefing(
        "Defenders at the General Assembly",
        "For the Third Committee",
        (
            chart_item("columns", body="GA"),
            chart_item("assembly-change", "Our own title", "Our own words.", text="A/RES/74/146", since="A/RES/72/247"),
            Item("state", spec={"state": "AUT"}),
            Item("resolution", spec={"resolution": "A/RES/76/174"}),
            Item("targets", spec={"targets": [{"iso3": "ZAF", "why": "sponsored in 2019"}, "MLI"], "projection": True}),
            chart_item("no-such-chart"),
            text_item("The ask", ASK),
        ),
    )
