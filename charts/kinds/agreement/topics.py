"""Who signs which subject: bars of States, by what is known of them on the texts on defenders."""

from functools import partial

import pandas as pd

from analytics.agreement.topics import by_subject
from analytics.english import count, group_short
from charts.frame.chart import Chart, Context, Kind
from charts.frame.figure import Drawing
from charts.frame.legend import Swatch
from charts.frame.sheet import Sheet
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from data.tongues.speech import clauses, headed, say, to_say
from data.words import CELLS, NOT_SPONSOR, SPONSOR, UNKNOWN

LOOKS = {
    NOT_SPONSOR: Swatch(to_say("not on defenders"), "ground", "left", heavy=True, text="left"),
    UNKNOWN: Swatch(to_say("not known on defenders"), "ground", "unknown", hatch=True),
    SPONSOR: Swatch(to_say("sponsor of a text on defenders too"), "sponsor", "sponsor"),
}
_NOTE = to_say(
    "One name on one text of the subject is enough. Not on defenders: on no list held of these years, and known not to "
    "be on the latest whole one. States for which a group sponsored are not named. Subjects are ours, by title."
)


def topics_chart(signed: pd.DataFrame, period: str, context: Context) -> Chart:
    """`signed`: analytics.agreement.topics.signers; `period`: the years of the other texts, in words."""
    counts = by_subject(signed)
    title, note = topical(counts), context.noted(say(_NOTE))
    what = say(
        "Member States named on other Third Committee texts, {period}, and on the Assembly's texts on defenders then",
        period=period,
    )
    told = clauses(
        headed(say(row.subject), say("{n} not, {dark} not known", n=row.not_sponsor, dark=row.unknown))
        for row in counts.itertuples()
    )
    draw = partial(_draw, counts=counts)
    return Chart(Kind.TOPICS, "topics", title, what, note, told, _table(signed), draw, context)


def topical(counts: pd.DataFrame) -> str:
    """Title: the subject that most States sign which are on no list on defenders."""
    if counts.empty or not counts[NOT_SPONSOR].max():
        return say("No State is known to sign another subject and no text on defenders")
    row = counts.iloc[0]
    said = say(
        "of {states} that signed a text, {n} are on none on defenders, {dark} not known",
        states=count(int(row["states"]), "State"),
        n=int(row[NOT_SPONSOR]),
        dark=int(row[UNKNOWN]),
    )
    return headed(say(row["subject"]), said)


def _draw(sheet: Sheet, counts: pd.DataFrame) -> Drawing:
    bars = [
        Bar(
            say(row["subject"]),
            tuple(float(row[key]) for key in LOOKS),
            say(
                "{n} not, {dark} not known, {too} too",
                n=int(row[NOT_SPONSOR]),
                dark=int(row[UNKNOWN]),
                too=int(row[SPONSOR]),
            ),
            say(
                "{states} on {texts}", states=count(int(row["states"]), "State"), texts=count(int(row["held"]), "text")
            ),
        )
        for _, row in counts.iterrows()
    ]
    return draw_rows(sheet, [Section("", bars)], LOOKS, max(counts["states"], default=1))


def _table(signed: pd.DataFrame) -> pd.DataFrame:
    """State by State: what leaves the house is names."""
    return pd.DataFrame(
        {
            say("Subject"): signed["subject"].map(say),
            say("State"): signed["short_name"],
            say("Code"): signed["iso3"],
            say("Regional group"): signed["un_group"].map(group_short),
            say("Texts that name it"): signed["signed"],
            say("Texts of the subject"): signed["held"],
            say("Which"): signed["texts"].map(", ".join),
            say("Latest"): signed["last_year"],
            say("On defenders"): signed["here"].map(CELLS).map(say),
        }
    )
