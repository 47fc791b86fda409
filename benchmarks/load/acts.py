"""What people do at the dashboard, by chance: pages, another scope, and now and then a chart to take away."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.load.person import Failed, Person

PAGES = {
    "": 4,
    "where": 3,
    "trends": 3,
    "resolutions": 3,
    "states": 4,
    "compare": 2,
    "sources": 1,
    "targets": 3,
    "coalition": 2,
    "shortlist": 2,
    "letter": 1,
    "briefing": 1,
}
"""How often each is opened, against the others."""
SCOPED = ("where", "trends", "resolutions", "compare")
FORMATS = ("png", "png", "pptx", "xlsx", "csv")


@dataclass(frozen=True)
class Done:
    """A click: its kind ("page", "scope", "tab", "picture", "file"), where, and the seconds that it took."""

    kind: str
    where: str
    seconds: float


async def act(person: Person, chance: Random) -> list[Done]:
    """One thing that a person does: mostly one click, two to take a chart away. Raises Failed."""
    wish = chance.random()
    if wish < 0.35 and person.page in SCOPED:
        return [await _scope(person, chance)]
    cards = [key for key in person.widgets if key.startswith("tab-")]
    if wish < 0.5 and cards:
        return await _take_away(person, chance, chance.choice(cards))
    page = chance.choices(list(PAGES), list(PAGES.values()))[0]
    return [Done("page", page or "overview", await person.open(page))]


async def _scope(person: Person, chance: Random) -> Done:
    if chance.random() < 0.5:
        since, until = sorted(chance.sample(range(1998, 2027), 2))
        return Done("scope", person.page, await person.set("years", double_array_value=[since, until]))
    chosen = chance.sample(["GA", "CHR", "HRC"], chance.randint(1, 3))
    return Done("scope", person.page, await person.set("body", string_array_value=chosen))


async def _take_away(person: Person, chance: Random, tab: str) -> list[Done]:
    card, kind = tab.removeprefix("tab-"), chance.choice(FORMATS)
    opened = Done("tab", person.page, await person.set(tab, string_value="Export"))
    button = f"{kind}-{card}"
    if button not in person.files:
        raise Failed(f"{person.page}: no button {button}; there are {sorted(person.files)}")
    return [opened, Done("picture" if kind == "png" else "file", kind, await person.download(button))]
