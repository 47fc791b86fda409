"""How the charts of what is to come are built: targets for a coming text, and a projected list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from analytics import coalition
from analytics.drafts import Named, documents_of, drafts_of, gone_from_drafts, named_on_drafts
from analytics.occasions import next_text
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from analytics.texts import headline
from charts.builders import painted_assembly
from charts.frame.chart import Chart
from charts.frame.sources import Context
from charts.kinds.states.coalition import coalition_painting
from charts.kinds.states.targets import target_painting
from charts.question import Scene


def assembly_targets(scene: Scene) -> Chart:
    """What the record suggests for a coming text, State by State, as tiles. Takes the year of that text."""
    year = _year(scene)
    if not year:
        raise ValueError("the year of a coming text is needed, such as 2026")
    found = prospects(scene.record, scene.body, year)
    title = headline(scene.record, scene.body)["sentence"].rstrip(".")
    named = named_on_drafts(scene.record, scene.body, year)
    painted = target_painting(found, scene.ladder, scene.body, year, title, drafts_of(named))
    return painted_assembly(scene, painted, _by_lists(scene.context(extra=_draft_source(named))))


def _year(scene: Scene) -> int:
    """The year of the coming text: as given, else that of the next one; 0 where none is expected. Raises ValueError for
    what is no year."""
    ahead = next_text(scene.record, scene.body)
    given = str(scene.extra.get("year", 0 if ahead is None else ahead["year"]))
    if not given.isdigit():
        raise ValueError(f"the year of a coming text is needed, such as 2026, not {given!r}")
    return int(given)


def _draft_source(named: Mapping[str, Named]) -> str:
    return f"names on a draft: {documents_of(named)}" if named else ""


def assembly_coalition(scene: Scene) -> Chart:
    """A projected list, as tiles. Takes the States asked, whether those who sponsored the latest text stay, and the
    year of the text, on whose draft who is named is counted."""
    codes = [code.upper() for code in scene.several("picked")]
    named = named_on_drafts(scene.record, scene.body, _year(scene))
    gone = gone_from_drafts(scene.record, scene.body, _year(scene))
    known = coalition.standing(scene.record, scene.body, leads(scene.record, scene.body), named, gone)
    reached = coalition.best(scene.record, scene.body)
    keep = scene.flag("keep") if "keep" in scene.extra else True
    projection = coalition.project(known, codes, reached, keep)
    painted = coalition_painting(projection, known, scene.body)
    context = _by_lists(scene.context(claims=True, extra=_draft_source(named)))
    return painted_assembly(scene, painted, context, scene.body, f"{len(codes)} asked")


def _by_lists(context: Context) -> Context:
    """For a picture of what is to come: its period is that of the lists behind it."""
    return replace(context, scope=f"by the lists of {context.scope}")
