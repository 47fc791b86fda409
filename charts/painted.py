"""What the assembly and the map are painted with: which table of analytics goes into which painting."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from analytics.coalition import coalition as lists
from analytics.states.founders import founders as founders_of
from analytics.states.founders import founding_texts
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from analytics.texts.drafts import Named, documents_of, drafts_of, gone_from_drafts, named_on_drafts, progress
from analytics.texts.occasions import next_text
from analytics.texts.texts import headline
from charts.frame.chart import Chart, Context
from charts.kinds.states import assembly as assembly_chart
from charts.kinds.states import paint as painting
from charts.kinds.states import worldmap as map_chart
from charts.kinds.states.coalition import coalition_painting
from charts.kinds.states.draft import draft_painting
from charts.kinds.states.founders import founders_painting
from charts.kinds.states.ladder import ladder_painting, times_painting
from charts.kinds.states.paint import Painting
from charts.kinds.states.targets import Ahead, target_painting
from charts.question import Scene
from data.tongues.speech import headed, say


@dataclass(frozen=True)
class Painted:
    """What each State is painted with, what that rests on, and what a file's name says it is about."""

    painting: Painting
    context: Context
    about: tuple[str, ...] = ()


def tiles(paint: Callable[[Scene], Painted]) -> Callable[[Scene], Chart]:
    """The builder that shows a painting as tiles."""

    def build(scene: Scene) -> Chart:
        made = paint(scene)
        return scene.named(assembly_chart.assembly(made.painting, made.context), *made.about)

    return build


def on_map(paint: Callable[[Scene], Painted]) -> Callable[[Scene], Chart]:
    """The builder that shows a painting on the map."""

    def build(scene: Scene) -> Chart:
        made = paint(scene)
        return scene.named(map_chart.worldmap(made.painting, scene.record.places, made.context), *made.about)

    return build


def status(scene: Scene) -> Painted:
    """Who sponsored a text; of a draft that is not adopted yet, who is named so far."""
    if scene.text in set(scene.record.drafts.get("resolution", ())):
        so_far = progress(scene.record, scene.text)
        texts = [text for text in (so_far.latest, scene.text) if text]
        return Painted(draft_painting(so_far), of_texts(scene, texts), (scene.text,))
    return Painted(painting.status_painting(scene.text_cells), of_texts(scene, [scene.text]), (scene.text,))


def change(scene: Scene) -> Painted:
    """What changed between two texts."""
    painted = painting.change_painting(scene.changes, scene.row(scene.since), scene.row(scene.text))
    return Painted(painted, of_texts(scene, [scene.since, scene.text]), (scene.text, f"since {scene.since}"))


def times(scene: Scene) -> Painted:
    """How often each State sponsored in one body."""
    return Painted(times_painting(scene.times, scene.body), scene.context(), (scene.body,))


def ladder(scene: Scene) -> Painted:
    """Where each State stands in one body."""
    return Painted(ladder_painting(scene.ladder, scene.body), scene.context(), (scene.body,))


def founders(scene: Scene) -> Painted:
    """Who sponsored a founding text, and where they stand today in the Assembly or the Council."""
    texts = founding_texts(scene.record)
    text = scene.text or next(iter(texts.values()), "")
    what = next((kind for kind, symbol in texts.items() if symbol == text), "")
    if not what:
        raise ValueError(f"{text or 'no text'} is no founding text; these are {', '.join(texts.values())}")
    today = scene.bodies[0] if scene.bodies[0] != "CHR" else "GA"
    painted = founders_painting(founders_of(scene.record, text, today), scene.row(text), what, today)
    reference = scene.record.resolutions.query("body == @today")["resolution"]
    return Painted(painted, scene.context([text, *reference]), (text, today))


def targets(scene: Scene) -> Painted:
    """What the record suggests for a coming text, State by State. Takes the year of that text."""
    year = _year(scene)
    if not year:
        raise ValueError("the year of a coming text is needed, such as 2026")
    found = prospects(scene.record, scene.body, year)
    title = headline(scene.record, scene.body).sentence.rstrip(".")
    named = named_on_drafts(scene.record, scene.body, year)
    painted = target_painting(found, scene.ladder, Ahead(scene.body, year, title, drafts_of(named)))
    return Painted(painted, _by_lists(scene.context(extra=_draft_source(named))))


def _year(scene: Scene) -> int:
    """The year of the coming text: as given, else that of the next one; 0 where none is expected. Raises ValueError for
    what is no year."""
    ahead = next_text(scene.record, scene.body)
    given = str(scene.extra.get("year", 0 if ahead is None else ahead["year"]))
    if not given.isdigit():
        raise ValueError(f"the year of a coming text is needed, such as 2026, not {given!r}")
    return int(given)


def _draft_source(named: Mapping[str, Named]) -> str:
    return headed(say("names on a draft"), documents_of(named)) if named else ""


def coalition(scene: Scene) -> Painted:
    """A projected list. Takes the States asked, whether those who sponsored the latest text stay, and the
    year of the text, on whose draft who is named is counted."""
    codes = [code.upper() for code in scene.several("picked")]
    named = named_on_drafts(scene.record, scene.body, _year(scene))
    gone = gone_from_drafts(scene.record, scene.body, _year(scene))
    known = lists.standing(scene.record, scene.body, leads(scene.record, scene.body), named, gone)
    reached = lists.best(scene.record, scene.body)
    keep = scene.flag("keep") if "keep" in scene.extra else True
    projection = lists.project(known, codes, reached, keep)
    painted = coalition_painting(projection, known, scene.body)
    context = _by_lists(scene.context(claims=True, extra=_draft_source(named)))
    return Painted(painted, context, (scene.body, f"{len(codes)} asked"))


def _by_lists(context: Context) -> Context:
    """For a picture of what is to come: its period is that of the lists behind it."""
    return replace(context, scope=say("by the lists of {years}", years=context.scope))


def of_texts(scene: Scene, texts: list[str]) -> Context:
    """The context of some texts, what withdrew from them told."""
    return scene.context(texts, explained=texts)
