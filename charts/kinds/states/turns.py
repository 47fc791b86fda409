"""Who came round over the recorded votes of a body, as tiles or on the map."""

from __future__ import annotations

import pandas as pd

from analytics.agreement.turns import AGAINST, AWAY, BETWEEN, CAME, FOR, MOVED, NO_VOTE, SIGNED
from analytics.english import body_name, count, listing
from charts.frame.legend import Swatch
from charts.kinds.states.paint import Painting

LOOKS = {
    CAME: Swatch("came round: for the text at its latest vote, not before", "joined", "joined"),
    SIGNED: Swatch("not for it at its latest vote, sponsor of a later text", "extra.4", "extra.4"),
    FOR: Swatch("for the text whenever recorded", "sponsor", "sponsor"),
    BETWEEN: Swatch("abstained, or both ways", "pale", "outline"),
    MOVED: Swatch("between against and abstaining", "earlier_area", "outline"),
    AGAINST: Swatch("against the text whenever recorded", "outline", "outline"),
    AWAY: Swatch("turned away: for the text before, not at its latest vote", "", "left", heavy=True, text="left"),
    NO_VOTE: Swatch("no vote recorded", "", "outline", dotted=True),
}


def turns_painting(turns: pd.DataFrame, sides: pd.DataFrame, body: str) -> Painting:
    """`turns`, `sides`: analytics.agreement.turns of one body."""
    sentence = [
        "no vote of it is recorded: no seat, or absent"
        if row.turn == NO_VOTE
        else row.said + (f"; sponsor in {listing(map(str, row.signed))}" if row.signed else "")
        for row in turns.itertuples()
    ]
    states = turns[["iso3", "short_name", "un_group", "status"]].assign(look=turns["turn"], sentence=sentence, order=0)
    states = states.assign(hit=turns["turn"].isin((FOR, CAME)), untold=False)
    years = sorted({int(year) for year in sides["year"]})
    subtitle = f"Recorded votes on texts on defenders, and on hostile amendments to them. {body_name(body)}"
    subtitle += f", {listing(map(str, years))}" if years else ""
    note = (
        "A vote for the text, or against a hostile amendment to it, counts as for it; with several on one text, most "
        "of them decide. A vote on a text and one on an amendment are different questions: each State says which. "
        "Voting is not sponsoring."
    )
    among = tuple(key for key in LOOKS if key != NO_VOTE)
    title = turned(turns, sides, body)
    return Painting("votes", states, LOOKS, (), (), title, subtitle, note, "for it at the latest vote", among)


def turned(turns: pd.DataFrame, sides: pd.DataFrame, body: str) -> str:
    """Title: over several texts who came round and who turned away, of one how it was voted."""
    texts, number = sides["resolution"].nunique(), turns["turn"].value_counts()
    if not texts:
        return f"No recorded vote of the {body_name(body)} whose names are held falls in this period"
    if texts == 1:
        side = sides["side"].value_counts()
        since = int(number.get(SIGNED, 0))
        said = f"{body_name(body)} {sides['year'].iloc[0]}: {count(int(side.get(FOR, 0)), 'State')} for the text, "
        said += f"{side.get(AGAINST, 0)} against, {side.get(BETWEEN, 0)} abstained or voted both ways"
        return said + (f"; {since} not for it then have sponsored since" if since else "")
    return (
        f"{body_name(body)}: {count(int(number.get(CAME, 0)), 'State')} came round to the text at the latest recorded "
        f"vote, {number.get(AWAY, 0)} turned away"
    )
