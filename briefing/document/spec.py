"""What a briefing is: an ordered list of items, each with all that is needed to make it again from the record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from data.tongues.speech import ENGLISH
from data.tongues.state_names import LANGUAGES

CHART, STATE, RESOLUTION, TARGETS, TEXT = "chart", "state", "resolution", "targets", "text"
KINDS = (CHART, STATE, RESOLUTION, TARGETS, TEXT)
NEEDS = {CHART: "chart", STATE: "state", RESOLUTION: "resolution", TARGETS: "targets"}
"""The key that the spec of each kind must have."""


@dataclass(frozen=True)
class Item:
    """One thing in a briefing.

    `title`: the user's own, "" for the computed one · `text`: the user's own words · `spec`: by kind
    chart `{"chart": name, "params": {...}}` (see charts.catalog) · state `{"state": "KEN"}` ·
    resolution `{"resolution": "A/RES/74/146"}`, both with a `"stage"` where it is not each body's own ·
    targets `{"targets": ["KEN", {"iso3": "MLI", "why": "…", "who": "…"}, …]}` with `"reasons": True` for the first
    reason of the record where the user gives none · text `{}`.
    Each can have `"notes"`, what the speaker wants to say.
    Raises ValueError for a kind that does not exist and for a spec without what its kind needs."""

    kind: str
    title: str = ""
    text: str = ""
    spec: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"no kind {self.kind!r} of item; there are {', '.join(KINDS)}")
        needed = NEEDS.get(self.kind)
        if needed and not self.spec.get(needed):
            raise ValueError(f"an item of kind {self.kind} needs {needed!r} in its spec")


@dataclass(frozen=True)
class Briefing:
    """A briefing: its title, a line under it, its items in order, and the language that it is made in."""

    title: str
    subtitle: str = ""
    items: tuple[Item, ...] = ()
    language: str = ENGLISH

    def to_dict(self) -> dict[str, Any]:
        """Plain values that JSON can hold; `from_dict` reads them back."""
        items = [{"kind": i.kind, "title": i.title, "text": i.text, "spec": dict(i.spec)} for i in self.items]
        return {"title": self.title, "subtitle": self.subtitle, "items": items, "language": self.language}


def from_dict(values: Mapping[str, Any]) -> Briefing:
    """The briefing that `to_dict` wrote. Raises ValueError where something is missing or wrong."""
    try:
        items = [Item(i["kind"], i.get("title", ""), i.get("text", ""), i.get("spec") or {}) for i in values["items"]]
        language = str(values.get("language", ENGLISH))
        if language not in LANGUAGES:
            raise TypeError(f"no language {language!r}")
        return Briefing(str(values["title"]), str(values.get("subtitle", "")), tuple(items), language)
    except (KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"this is no briefing: {problem}") from None


def of_items(title: str, items: Iterable[Any], language: str = ENGLISH) -> tuple[Briefing, dict[int, str]]:
    """A briefing from the cards of the workspace (anything with kind, title, text and spec), in their order; and the
    place (from 1) of each of which no item can be made, and why: it is left out."""
    made, refused = [], {}
    for place, card in enumerate(items, start=1):
        try:
            made.append(Item(card.kind, card.title, card.text, dict(card.spec or {})))
        except ValueError as problem:
            refused[place] = str(problem)
    return Briefing(title, "", tuple(made), language), refused


def chart_item(name: str, title: str = "", words: str = "", /, **params: Any) -> Item:
    """An item for a chart of the catalogue; `title` and `words` are the user's own, the rest what the chart takes."""
    return Item(CHART, title, words, {"chart": name, "params": params})


def text_item(title: str, text: str) -> Item:
    """An item of the user's own words: one paragraph a line, "- " begins a point of a list."""
    return Item(TEXT, title, text)
