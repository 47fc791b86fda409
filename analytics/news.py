"""What is new in the record between two of its versions: texts, lists, who is named now, who took its name back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Literal

from analytics.english import count, listing, long_date
from data.words import STAGES

if TYPE_CHECKING:
    from data.store import Record

Kind = Literal["text", "draft", "adopted", "gone", "list", "list gone", "named", "withdrew", "no longer named"]
MOST = 12
"""So many States are named in a sentence; of more it says how many."""


@dataclass(frozen=True)
class Listed:
    """A list that is held: its stage, how many names it has, and its document ("" where it is in none)."""

    stage: str
    names: int
    document: str


@dataclass(frozen=True)
class Held:
    """A text as the record holds it. day: of its adoption, or on which that is expected (of a draft), as ISO date;
    named, withdrew: ISO codes, sorted; lists: by id."""

    year: int
    draft: bool
    day: str
    draft_symbol: str
    named: tuple[str, ...] = ()
    withdrew: tuple[str, ...] = ()
    lists: Mapping[str, Listed] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """What `from_json` reads."""
        return asdict(self)


@dataclass(frozen=True)
class News:
    """One thing that is new. text: the symbol it is about, year: its year; day: of adoption, expected of a draft;
    former: the draft that it was, where it has been adopted; states: ISO codes, for the kinds that tell of States;
    listed: the list, for the kinds that tell of one."""

    kind: Kind
    text: str
    year: int
    day: str
    draft: bool
    former: str = ""
    states: tuple[str, ...] = ()
    listed: Listed | None = None

    def as_json(self) -> dict[str, Any]:
        """What `news_from_json` reads."""
        return asdict(self)


def from_json(told: Mapping[str, Any]) -> Held:
    """A text as it was kept. Raises TypeError or KeyError for anything else."""
    lists = {name: Listed(**one) for name, one in told["lists"].items()}
    return Held(**{**told, "named": tuple(told["named"]), "withdrew": tuple(told["withdrew"]), "lists": lists})


def news_from_json(told: Mapping[str, Any]) -> News:
    """A piece of news as it was kept. Raises TypeError or KeyError for anything else."""
    listed = Listed(**told["listed"]) if told["listed"] else None
    return News(**{**told, "states": tuple(told["states"]), "listed": listed})


def held(record: Record) -> dict[str, Held]:
    """Every text of the record, drafts among them, by symbol: what two versions of it are compared by."""
    found = {}
    for row in record.with_drafts.ask("held").to_dict("records"):
        lists = {}
        for line in _all(row["lists"]):
            name, stage, names, document = line.split("\t")
            lists[name] = Listed(stage, int(names), document)
        found[str(row["resolution"])] = Held(
            year=int(row["year"]),
            draft=bool(row["draft"]),
            day=row["adopted_on"].isoformat(),
            draft_symbol=row["draft_symbol"],
            named=_all(row["named"]),
            withdrew=_all(row["withdrew"]),
            lists=lists,
        )
    return found


def _all(values: Iterable[str] | None) -> tuple[str, ...]:
    return () if values is None else tuple(values)


def between(before: Mapping[str, Held], after: Mapping[str, Held]) -> list[News]:
    """What is new in `after`, by text: new and gone texts, new and gone lists, and States that are named now and were
    not, that took their names back, or that the lists held name no more.

    Of a text on which nobody was named before, the new list tells how many names it has, and no State is told apart.
    A draft that is gone and stands as `draft_symbol` on a new text was adopted; its lists,
    which keep their ids, are no news again."""
    found: list[News] = []
    became = {_printed(one.draft_symbol) for name, one in after.items() if name not in before and not one.draft}
    drafts = {_printed(name): name for name, one in before.items() if one.draft and name not in after}
    for name, was in before.items():
        if name not in after and not (was.draft and _printed(name) in became):
            found.append(News("gone", name, was.year, was.day, was.draft))
    for name, now in after.items():
        earlier, former = before.get(name), ""
        if earlier is None:
            former = "" if now.draft else drafts.get(_printed(now.draft_symbol), "")
            earlier = before.get(former)
            kind: Kind = "adopted" if former else "draft" if now.draft else "text"
            found.append(News(kind, name, now.year, now.day, now.draft, former))
        found += _of_one(name, earlier or Held(now.year, now.draft, now.day, ""), now)
    return found


def _printed(draft: str) -> str:
    """The symbol of a draft without that of its revision."""
    return draft.partition("/Rev.")[0]


def _of_one(name: str, was: Held, now: Held) -> Iterable[News]:
    for key in sorted(was.lists.keys() - now.lists.keys()):
        yield News("list gone", name, now.year, now.day, now.draft, listed=was.lists[key])
    fresh = sorted(now.lists.keys() - was.lists.keys())
    for key in fresh:
        yield News("list", name, now.year, now.day, now.draft, listed=now.lists[key])
    back = set(now.withdrew) - set(was.withdrew)
    told: list[tuple[Kind, set[str]]] = [
        ("named", set(now.named) - set(was.named) if was.named or not fresh else set()),
        ("withdrew", back),
        ("no longer named", set(was.named) - set(now.named) - back),
    ]
    for kind, states in told:
        if states:
            yield News(kind, name, now.year, now.day, now.draft, states=tuple(sorted(states)))


def sentence(news: News, names: Mapping[str, str]) -> str:
    """A piece of news in words; `names`: short name of each State by its code."""
    text = f"the draft {news.text}" if news.draft else f"{news.text} ({news.year})"
    who = listing(sorted(names.get(iso3, iso3) for iso3 in news.states), MOST)
    are, names_ = ("is", "its name") if len(news.states) == 1 else ("are", "their names")
    day = long_date(date.fromisoformat(news.day))
    told = ""
    if news.listed is not None:
        stage = STAGES[news.listed.stage]
        told = (
            f"{stage}, {count(news.listed.names, 'name')}{f', {news.listed.document}' if news.listed.document else ''}"
        )
    said = {
        "text": f"{text} is new in the record: adopted on {day}",
        "draft": f"{text} is new in the record: its adoption is expected on {day}",
        "adopted": f"the draft {news.former} was adopted as {news.text} on {day}",
        "gone": f"{text} is no longer in the record",
        "list": f"a new list of {text}: {told}",
        "list gone": f"a list of {text} is no longer in the record: {told}",
        "named": f"{who} {are} named on {text} now, and {'was' if len(news.states) == 1 else 'were'} not before",
        "withdrew": f"{who} took {names_} back from {text}",
        "no longer named": f"{who} {are} no longer named on {text} by the lists held",
    }[news.kind]
    return f"{said[:1].upper()}{said[1:]}."
