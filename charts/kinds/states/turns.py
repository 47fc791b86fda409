"""Who came round over the recorded votes of a body, as tiles or on the map."""

import pandas as pd

from analytics.agreement.turns import AGAINST, AWAY, BETWEEN, CAME, FOR, MOVED, NO_VOTE, SIGNED
from analytics.english import body_name, count, listing, of_body
from charts.frame.legend import Swatch, said
from charts.kinds.states.paint import Painting
from data.tongues.speech import clauses, headed, in_language, say, say_many, to_say

LOOKS = {
    CAME: Swatch(to_say("came round: for the text at its latest vote, not before"), "joined", "joined"),
    SIGNED: Swatch(to_say("not for it at its latest vote, sponsor of a later text"), "extra.4", "extra.4"),
    FOR: Swatch(to_say("for the text whenever recorded"), "sponsor", "sponsor"),
    BETWEEN: Swatch(to_say("abstained, or both ways"), "pale", "outline"),
    MOVED: Swatch(to_say("between against and abstaining"), "earlier_area", "outline"),
    AGAINST: Swatch(to_say("against the text whenever recorded"), "outline", "outline"),
    AWAY: Swatch(
        to_say("turned away: for the text before, not at its latest vote"), "", "left", heavy=True, text="left"
    ),
    NO_VOTE: Swatch(to_say("no vote recorded"), "", "outline", dotted=True),
}


def turns_painting(turns: pd.DataFrame, sides: pd.DataFrame, body: str) -> Painting:
    """`turns`, `sides`: analytics.agreement.turns of one body."""
    silent = say("no vote of it is recorded: no seat, or absent")
    sentence = [
        silent if row.turn == NO_VOTE else clauses([row.said, *_signed(row.signed)]) for row in turns.itertuples()
    ]
    states = in_language(turns[["iso3", "short_name", "un_group", "status"]])
    states = states.assign(look=turns["turn"], sentence=sentence, order=0)
    states = states.assign(hit=turns["turn"].isin((FOR, CAME)), untold=False)
    years = sorted({int(year) for year in sides["year"]})
    subtitle = say("Recorded votes on texts on defenders, and on hostile amendments to them.") + f" {body_name(body)}"
    subtitle += f", {listing(map(str, years))}" if years else ""
    note = say(
        "A vote for the text, or against a hostile amendment to it, counts as for it; with several on one text, most "
        "of them decide. A vote on a text and one on an amendment are different questions: each State says which. "
        "Voting is not sponsoring."
    )
    among = tuple(key for key in LOOKS if key != NO_VOTE)
    title = turned(turns, sides, body)
    counted = say("for it at the latest vote")
    return Painting("votes", states, said(LOOKS), (), (), title, subtitle, note, counted, among)


def _signed(years: tuple[int, ...]) -> list[str]:
    """Of which years' texts a State is a sponsor since its latest vote, as a clause."""
    return [say("sponsor in {years}", years=listing(map(str, years)))] if years else []


def turned(turns: pd.DataFrame, sides: pd.DataFrame, body: str) -> str:
    """Title: over several texts who came round and who turned away, of one how it was voted."""
    texts, number = sides["resolution"].nunique(), turns["turn"].value_counts()
    if not texts:
        return say("No recorded vote {of_body} whose names are held falls in this period", of_body=of_body(body))
    if texts == 1:
        side = sides["side"].value_counts()
        told = say(
            "{states} for the text, {against} against, {between} abstained or voted both ways",
            states=count(int(side.get(FOR, 0)), "State"),
            against=int(side.get(AGAINST, 0)),
            between=int(side.get(BETWEEN, 0)),
        )
        if since := int(number.get(SIGNED, 0)):
            told = clauses([told, say("{n} not for it then have sponsored since", n=since)])
        return headed(f"{body_name(body)} {sides['year'].iloc[0]}", told)
    one, many = (
        "{n} State came round to the text at the latest recorded vote, {away} turned away",
        "{n} States came round to the text at the latest recorded vote, {away} turned away",
    )
    came, away = int(number.get(CAME, 0)), int(number.get(AWAY, 0))
    return headed(body_name(body), say_many(one, many, came, away=away))
