"""A briefing with one item of each kind, for the tests of every form that it can take."""

from __future__ import annotations

from briefing.document.spec import Briefing, Item, chart_item, text_item

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)
"""The smallest PNG: one white point."""
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
