"""Every chart by name: what it may be asked, and how it is built again from the record.

This is the contract between pages, briefings, templates and the command line: a chart is kept as its name and its
parameters, never as a picture, and is built anew from the record of the day.

    build("assembly-change", record, text="A/RES/74/146", since="A/RES/72/247").build("slide")"""

from collections.abc import Callable
from dataclasses import dataclass

from analytics.scope import BODIES, FIRST_YEAR, LAST_YEAR
from charts import builders, painted, together
from charts.frame.chart import Chart
from charts.question import Param, Scene, checked_bodies, checked_stage, checked_years, held_against, latest_listed
from data.store import Record

PARAMS = {
    "body": "one of GA, CHR, HRC",
    "bodies": "some of GA, CHR, HRC, side by side, such as GA,HRC",
    "text": "symbol of a resolution, such as A/RES/74/146 (default: the latest of which names are held)",
    "since": "symbol of the earlier resolution to compare with (default: the one before with a list of the same stage)",
    "stage": "the stage of the lists, such as tabled, where the body has lists of it (default: that of its series)",
    "years": "a period, such as 2001-2023",
    "state": "a State by its ISO code, such as KEN, or on the command line by its name",
    "group": "a regional group, by its full name, or for agreement-matrix a political one, such as EU",
    "groups": "some of the groups, such as African Group,Eastern European Group, or of political groups AU,EU",
    "states": "ISO codes of the States to show, such as KEN,NOR",
    "texts": "symbols of the resolutions to show, such as A/RES/74/146,A/RES/72/247",
    "year": "year of a coming text, such as 2026",
    "picked": "ISO codes of the States asked, such as KEN,GHA",
    "keep": "yes or no: whether those who sponsored the latest text stay",
    "order": "times, name or latest",
    "listed": "yes or no: only texts of which a list is held",
}
"""Every parameter and what it takes. `body` and `bodies` may stand for one another."""


@dataclass(frozen=True)
class Entry:
    """`title_for_menu`: what it shows, in a few words; `params`: names of the parameters it takes (see PARAMS);
    `build`: Scene -> Chart."""

    name: str
    title_for_menu: str
    params: tuple[str, ...]
    build: Callable[[Scene], Chart]


_OF_EVERY_SCENE = ("body", "bodies", "years", "text", "since", "state", "stage")
_TEXT, _CHANGE = ("text", "body", "stage"), ("text", "since", "body", "stage")
_BODY, _BODIES = ("body", "years", "stage"), ("bodies", "years", "stage")
_ONE, _GROUPS = ("state", *_BODY), (*_BODIES, "groups")
_PLAIN = ("body", "years")
_COALITION = ("body", "picked", "keep", "year")
_ALL = (
    Entry("assembly-status", "Assembly: who sponsored a text", _TEXT, painted.tiles(painted.status)),
    Entry("assembly-change", "Assembly: change since another text", _CHANGE, painted.tiles(painted.change)),
    Entry("assembly-times", "Assembly: times sponsored", _BODY, painted.tiles(painted.times)),
    Entry("assembly-ladder", "Assembly: where each State stands", _BODY, painted.tiles(painted.ladder)),
    Entry("map-status", "Map: who sponsored a text", _TEXT, painted.on_map(painted.status)),
    Entry("map-change", "Map: change since another text", _CHANGE, painted.on_map(painted.change)),
    Entry("map-times", "Map: times sponsored", _BODY, painted.on_map(painted.times)),
    Entry("map-ladder", "Map: where each State stands", _BODY, painted.on_map(painted.ladder)),
    Entry("founders", "The founders, and where they stand today", ("text", "body"), painted.tiles(painted.founders)),
    Entry("claim", "The claim of 2008: sponsors grew in number since 2000", (), builders.claim),
    Entry("assembly-targets", "Assembly: targets for a coming text", ("body", "year"), painted.tiles(painted.targets)),
    Entry("assembly-coalition", "Assembly: a projected list", _COALITION, painted.tiles(painted.coalition)),
    Entry("columns", "Sponsors of each text, by regional group", _BODY, builders.columns),
    Entry("counts", "Number of sponsors over time, bodies side by side", _BODIES, builders.counts),
    Entry("regions", "Share of each regional group, text by text", (*_BODIES, "groups"), builders.regions),
    Entry("political", "Share of political groups, text by text", (*_BODIES, "groups"), builders.political),
    Entry("breadth", "How cross-regional support is, text by text", _BODIES, builders.breadth),
    Entry("from-best", "How far each group is from its own best", _BODIES, builders.from_best),
    Entry("changes", "Who joined, and who sponsored the earlier text only, by name", _CHANGE, builders.changes),
    Entry("timeline", "One State through all texts", ("state", *_BODIES), builders.timeline),
    Entry("agreement", "Whom one State signs with: nearest and furthest", _ONE, together.ranking),
    Entry("assembly-agreement", "Assembly: agreement with one State", _ONE, painted.tiles(together.alike)),
    Entry("map-agreement", "Map: agreement with one State", _ONE, painted.on_map(together.alike)),
    Entry("agreement-matrix", "Agreement within a group, or between groups", (*_BODY, "group"), together.matrix),
    Entry("agreement-political", "Agreement between political groups", (*_BODY, "groups"), together.political_matrix),
    Entry("bridges", "Who signs most with States outside its own group", _BODY, together.bridges),
    Entry("cohesion", "Cohesion of regional groups, on lists and in votes", _GROUPS, together.cohesion),
    Entry("cohesion-political", "Cohesion of political groups", _GROUPS, together.political_cohesion),
    Entry("votes", "Recorded votes and hostile amendments, by regional group", ("bodies", "years"), together.rolls),
    Entry("assembly-votes", "Assembly: who came round in recorded votes", _PLAIN, painted.tiles(together.turned)),
    Entry("map-votes", "Map: who came round in recorded votes", _PLAIN, painted.on_map(together.turned)),
    Entry("topics", "Who signs other subjects, and not defenders", ("years",), together.topics),
    Entry("matrix", "States by text", (*_BODIES, "group", "states", "texts", "order", "listed"), builders.matrix),
)
CHARTS: dict[str, Entry] = {entry.name: entry for entry in _ALL}


def names() -> list[str]:
    """The names of all charts, in the order of menus."""
    return list(CHARTS)


def build(name: str, record: Record, **params: Param) -> Chart:
    """The chart of that name from the record. Parameters: those of its entry; one that is None or "" takes its default.
    Raises ValueError, with a sentence for the user, for a name, a parameter or a value that does not exist, and where
    the record cannot answer; NotTranslated for a sentence that the language in force lacks."""
    if name not in CHARTS:
        raise ValueError(f"no chart {name!r}; there are {', '.join(CHARTS)}")
    entry = CHARTS[name]
    record = record.about(str(params.get("text") or ""))
    scene = _scene(entry, record, params)
    made = entry.build(scene)
    whole = (scene.since_year, scene.until_year) == (FIRST_YEAR, LAST_YEAR)
    return made if whole else scene.named(made, f"{scene.since_year}-{scene.until_year}")


def described(name: str) -> str:
    """One line for `--list`: name, what it shows, parameters."""
    entry = CHARTS[name]
    return f"{entry.name:18} {entry.title_for_menu} ({', '.join(entry.params)})"


def _scene(entry: Entry, record: Record, params: dict[str, Param]) -> Scene:
    given = {key: value for key, value in params.items() if value is not None and value != ""}
    for one, other in (("body", "bodies"), ("bodies", "body")):
        if one in given and one not in entry.params and other in entry.params:
            given.setdefault(other, given.pop(one))
    unknown = set(given) - set(entry.params)
    if unknown:
        raise ValueError(
            f"chart {entry.name!r} takes no {', '.join(sorted(unknown))}; it takes {', '.join(entry.params)}"
        )
    bodies = checked_bodies(given.get("bodies") or given.get("body") or _default_bodies(entry))
    since, until = checked_years(given.get("years", f"{FIRST_YEAR}-{LAST_YEAR}"))
    stage = checked_stage(record, given.get("stage"))
    text = str(given.get("text", ""))
    if "text" in entry.params and not text and entry.name != "founders":
        text = latest_listed(record, bodies, until, since, stage)
    earlier = str(given.get("since", ""))
    if "since" in entry.params and not earlier:
        earlier = held_against(record, text, stage)
    state = str(given.get("state", "")).upper()
    if "state" in entry.params and state not in set(record.states["iso3"]):
        raise ValueError(f"no State {state!r}; give its ISO code, such as KEN" if state else "a State is needed")
    scene = Scene(
        record,
        bodies,
        since,
        until,
        text,
        earlier,
        state,
        stage,
        {key: value for key, value in given.items() if key not in _OF_EVERY_SCENE},
    )
    if text:
        scene.row(text)  # raises for a symbol that does not exist
    return scene


def _default_bodies(entry: Entry) -> tuple[str, ...]:
    if "bodies" not in entry.params:
        return ("GA",)
    return BODIES if "state" in entry.params else ("GA", "HRC")
