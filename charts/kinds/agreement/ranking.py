"""One State's nearest and furthest, by name: bars of the texts that both sponsored, and that neither did."""

from functools import partial

import pandas as pd

from analytics.english import body_name, count, group_short, percent_told
from charts.frame.chart import Chart, Context, Kind, sentences
from charts.frame.legend import Swatch
from charts.kinds.agreement.rows import Bar, Section, draw_rows
from charts.words.together import NAMED, agreement_with, alike, alike_notes
from data.tongues.speech import clauses, headed, in_language, say, to_say
from data.tongues.speech import name as called
from data.words import STAGES, at_stage

SHOWN = 12
"""So many are drawn at each end; all stand in the table."""
LOOKS = {
    "both": Swatch(to_say("both sponsored"), "sponsor", "sponsor"),
    "neither": Swatch(to_say("neither sponsored"), "pale", "outline"),
    "apart": Swatch(to_say("one of the two alone"), "ground", "outline"),
}


def ranking(table: pd.DataFrame, name: str, body: str, asked: str, context: Context) -> Chart:
    """`table`: analytics.agreement.pairs.with_state; `name`: of the State; `body` and `asked`: body and stage. The ISO
    code is in `customdata` of the trace of names."""
    title, note = alike(name, table), context.noted(alike_notes(name, table))
    subtitle = context.within(f"{agreement_with(name)}. {body_name(body)}{at_stage(asked)}")
    sections = _sections(table, name)
    figures = sentences(*(headed(one.heading, _first(one)) for one in sections if one.bars))
    stem = f"agreement-with-{name}-{body.lower()}"
    draw = partial(draw_rows, sections=sections, looks=LOOKS, most=1.0)
    rows, shares = _table(table, name, asked), (say("Agreement"),)
    return Chart(Kind.RANKING, stem, title, subtitle, note, figures, rows, draw, context, shares=shares)


def _sections(table: pd.DataFrame, name: str) -> list[Section]:
    told = table[table["share"].notna()]
    near = told.head(min(SHOWN, len(told) - len(told) // 2))
    far = (
        told.iloc[len(near) :].sort_values(["share", "known", "short_name"], ascending=[True, False, True]).head(SHOWN)
    )
    return [
        Section(say("Nearest to {name}", name=name), _bars(near)),
        Section(say("Furthest from {name}", name=name), _bars(far)),
    ]


def _first(section: Section) -> str:
    """The first bars of a section in words: so many as titles name."""
    return clauses(headed(bar.label, bar.figures) for bar in section.bars[:NAMED])


def _bars(rows: pd.DataFrame) -> list[Bar]:
    made = []
    for row in rows.itertuples():
        apart = row.only_one + row.only_other
        texts = count(row.known, "text")
        told = "both sponsored {both}, neither {neither}, one alone {apart}, of {texts}"
        said = say(told, both=row.both, neither=row.neither, apart=apart, texts=texts)
        parts = tuple(number / row.known for number in (row.both, row.neither, apart))
        part = percent_told(row.share)
        figures = say("{part} of {texts}, {both} both signed", part=part, texts=texts, both=row.both)
        made.append(Bar(called(row.iso3, row.short_name), parts, figures, said, row.iso3))
    return made


def _table(table: pd.DataFrame, name: str, asked: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            say("State"): in_language(table)["short_name"],
            say("Code"): table["iso3"],
            say("Regional group"): table["un_group"].map(group_short),
            say("Agreement"): table["share"].round(4),
            say("Texts known of both"): table["known"],
            say("Both sponsored"): table["both"],
            say("Neither sponsored"): table["neither"],
            say("Only {name}", name=name): table["only_one"],
            say("Only the other"): table["only_other"],
            say("Stage"): say(STAGES[asked]),
        }
    )
