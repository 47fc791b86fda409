"""How the charts of what is to come are built: targets for a coming text, and a projected list."""

from __future__ import annotations

from dataclasses import replace

from analytics import coalition
from analytics.prospects import prospects
from analytics.prospects_facts import leads
from analytics.prospects_texts import headline
from briefing.builders import painted_assembly
from briefing.reasons import next_text
from briefing.scene import Scene
from charts.chart import Chart
from charts.coalition import coalition_painting
from charts.sources import Context
from charts.targets import target_painting


def assembly_targets(scene: Scene) -> Chart:
    """What the record suggests for a coming text, State by State, as tiles. Takes the year of that text."""
    ahead = next_text(scene.record, scene.body)
    given = str(scene.extra.get("year", "" if ahead is None else ahead["year"]))
    if not given.isdigit():
        raise ValueError(f"the year of a coming text is needed, such as 2026, not {given!r}")
    year, cells = int(given), scene.everything
    found = prospects(scene.record, cells, scene.body, year)
    title = headline(cells, scene.body)["sentence"].rstrip(".")
    painted = target_painting(found, scene.ladder, scene.body, year, title)
    return painted_assembly(scene, painted, _by_lists(scene.context()))


def assembly_coalition(scene: Scene) -> Chart:
    """A projected list, as tiles. Takes the States asked, and whether those who sponsored the latest text stay."""
    codes = [code.upper() for code in scene.several("picked")]
    known = coalition.standing(scene.everything, scene.body, leads(scene.record, scene.body))
    reached = coalition.best(scene.everything, scene.record.claims, scene.body)
    keep = scene.flag("keep") if "keep" in scene.extra else True
    projection = coalition.project(known, codes, reached, keep)
    painted = coalition_painting(projection, known, scene.body)
    return painted_assembly(scene, painted, _by_lists(scene.context(claims=True)), scene.body, f"{len(codes)} asked")


def _by_lists(context: Context) -> Context:
    """For a picture of what is to come: its period is that of the lists behind it."""
    return replace(context, scope=f"by the lists of {context.scope}")
