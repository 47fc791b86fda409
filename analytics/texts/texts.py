"""Which texts an answer about target States rests on, and the answer in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analytics.english import listing, of_body
from analytics.measures import Measures
from analytics.texts.changes import summary
from data.tongues.speech import clauses, say, say_many, to_say
from data.words import BODY_NAMES, FINAL, WHOLE

if TYPE_CHECKING:
    from data.store import Record

STAGE = FINAL
OTHER_BODY = {"GA": "HRC", "HRC": "GA", "CHR": "GA"}
ADJECTIVES = to_say(
    {
        "African Group": "of States|African",
        "Asia-Pacific Group": "from Asia and the Pacific",
        "Eastern European Group": "of States|Eastern European",
        "Latin American and Caribbean Group": "from Latin America and the Caribbean",
        "Western European and Others Group": "Western European and others",
    }
)


@dataclass(frozen=True)
class Texts:
    """The texts that an opportunity is judged by.

    body; latest: the latest text of the body whose final list is complete or has a known gap; before: the one
    before it with such a list ("" if there is none); later: texts of the body adopted after `latest`, of
    which no such list is held; telling: all texts with such a list, earliest first; year: of each text."""

    body: str
    latest: str
    before: str
    later: tuple[str, ...]
    telling: tuple[str, ...]
    year: dict[str, int]

    def named(self, resolution: str) -> str:
        """The symbol with its year: "A/RES/74/146 (2019)"."""
        return f"{resolution} ({self.year[resolution]})"


def texts_for(record: Record, body: str) -> Texts:
    """The texts that an opportunity of `body` is judged by: lists of the final stage only. Raises ValueError if no such
    list is held of the body: then nothing can be said of its sponsors."""
    heads = Measures(record).texts()
    mine = heads[heads["body"] == body]
    telling = mine[mine["completeness"].isin(WHOLE) & (mine["stage"] == STAGE)]
    if telling.empty:
        raise ValueError(f"no final list of sponsors of a text of the {BODY_NAMES.get(body, body)} is held")
    symbols, order = (rows["resolution"].to_numpy().tolist() for rows in (telling, mine))
    return Texts(
        body=body,
        latest=symbols[-1],
        before=symbols[-2] if len(symbols) > 1 else "",
        later=tuple(order[order.index(symbols[-1]) + 1 :]),
        telling=tuple(symbols),
        year=dict(zip(heads["resolution"].to_numpy(), heads["year"].astype(int).tolist(), strict=True)),
    )


@dataclass(frozen=True)
class Headline:
    """The answer for a body, and the ISO codes of the Members that sponsored the text before and not the latest."""

    sentence: str
    left: tuple[str, ...] = ()


def headline(record: Record, body: str) -> Headline:
    """Who sponsored the text before the latest that tells and not that one, and of how many it cannot be told. Raises
    ValueError as `texts_for`."""
    texts = texts_for(record, body)
    if not texts.before:
        sentence = say(
            "Only one final list {of_body} is held: it cannot be told who did not sponsor again.", of_body=of_body(body)
        )
        return Headline(sentence)
    table = Measures(record).changes(texts.before, texts.latest)
    told = summary(table)
    left, unknown = table[table["iso3"].isin(told["left"])], len(told["may_have_left"])
    sentence = _sentence(left, unknown, texts.year[texts.before], texts.year[texts.latest])
    return Headline(sentence + _since([texts.year[text] for text in texts.later]), tuple(told["left"]))


def _sentence(left: pd.DataFrame, unknown: int, first: int, last: int) -> str:
    number = len(left)
    if number == 0:
        said = say(
            "No State that sponsored in {first} is known not to have sponsored in {last}", first=first, last=last
        )
    else:
        one, many = (
            "{n} State sponsored in {first} and not in {last}",
            "{n} States sponsored in {first} and not in {last}",
        )
        said = say_many(one, many, number, first=first, last=last)
        groups = left["un_group"].value_counts()
        leading = groups[groups == groups.max()]
        if len(leading) == 1 and groups.max() > 1:
            told = ", all of them {where}" if groups.max() == number else ", {n} of them {where}"
            said += say(told, n=int(groups.max()), where=say(ADJECTIVES[leading.index[0]]))
    return f"{clauses([said, *([say('of {n} more it cannot be told', n=unknown)] if unknown else [])])}."


def _since(years: list[int]) -> str:
    """That of later texts no whole list is held, so that the latest that tells is not taken for the latest."""
    if not years:
        return ""
    if len(years) == 1:
        return " " + say("Of the text of {year} no whole list is held.", year=years[0])
    return " " + say("Of the {n} texts since, to {year}, no whole list is held.", n=len(years), year=years[-1])


def gap_sentence(texts: Texts, resolutions: list[str]) -> str:
    """Texts of the body on which a State cannot be placed, by symbol and year; beyond five the rest as a number."""
    shown = listing([texts.named(resolution) for resolution in resolutions], limit=4)
    return say("On {texts} it cannot be told whether it sponsored.", texts=shown)
