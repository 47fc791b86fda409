"""How the charts of agreement, cohesion, topics and amendments are built: which table goes into which picture."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from analytics.agreement import cohesion as cohesions
from analytics.agreement import pairs, turns
from analytics.agreement import topics as subjects
from analytics.english import count, long_date
from analytics.scope import POLITICAL, UN_GROUP, Scope
from charts.builders import left_by
from charts.frame.chart import Chart, Context
from charts.kinds.agreement.bridges import bridges_chart
from charts.kinds.agreement.cohesion import cohesion as cohesion_chart
from charts.kinds.agreement.matrix import Among, of_groups, of_states
from charts.kinds.agreement.ranking import ranking as ranking_chart
from charts.kinds.agreement.rolls import rolls_chart
from charts.kinds.agreement.topics import topics_chart
from charts.kinds.states.alike import alike_painting
from charts.kinds.states.turns import turns_painting
from charts.painted import Painted
from charts.question import Scene, taken_back
from data.store import Record
from data.tongues.speech import clauses, headed, say
from data.tongues.speech import name as called
from data.words import COMPARABLE


def _asked(scene: Scene, states: Collection[str] | None = None) -> tuple[str, str, Scope, Context]:
    """Body, stage, scope and context of a question to one body; the context has the texts with a whole list, and tells
    of withdrawals by `states` (None: all)."""
    body = scene.body
    texts = list(scene.counts[scene.counts["status"].isin(COMPARABLE)]["resolution"])
    if not texts:
        raise ValueError("no whole list of sponsors is held of any text in this period")
    told = texts if states is None else taken_back(scene.measures.cells(scene.scope, texts, states))
    context = replace(scene.context(texts, explained=told), scope=scene.period())
    return body, scene.measures.stages(scene.stage)[body], scene.scope.only(body), context


def ranking(scene: Scene) -> Chart:
    """One State's nearest and furthest in sponsoring."""
    body, stage, scope, context = _asked(scene)
    name = called(scene.state, scene.record.states.set_index("iso3").at[scene.state, "short_name"])
    return ranking_chart(pairs.with_state(scene.record, scope, scene.state), name, body, stage, context)


def alike(scene: Scene) -> Painted:
    """Each State by its agreement with one."""
    body, stage, scope, context = _asked(scene)
    table = pairs.with_state(scene.record, scope, scene.state)
    return Painted(alike_painting(table, scene.record.states, scene.state, body, stage), context, (scene.state, body))


def political_matrix(scene: Scene) -> Chart:
    """Agreement between the political groups, or some of them."""
    body, stage, scope, context = _asked(scene)
    table = pairs.between(scene.record, replace(scope, grouping=POLITICAL))
    names = scene.several("groups", set(scene.record.group_members["group_id"]))
    shown = names or list(table["one"])
    table = table[table["one"].isin(shown) & table["other"].isin(shown)]
    return scene.named(of_groups(table, Among("", body, stage), context), *names)


def matrix(scene: Scene) -> Chart:
    """Agreement within the group that is given, else between the regional groups."""
    group = str(scene.extra.get("group", ""))
    if not group:
        body, stage, scope, context = _asked(scene)
        return of_groups(pairs.between(scene.record, scope), Among("", body, stage), context)
    codes = pairs.members(scene.record, scene.scope, group)
    body, stage, scope, context = _asked(scene, codes)
    times = scene.measures.times(scope)
    people = times[times["iso3"].isin(codes) & times["status"].eq("member")]
    people = people.sort_values(["sponsored", "short_name"], ascending=[False, True])[["iso3", "short_name"]]
    names = dict(scene.record.group_members[["group_id", "group_name"]].itertuples(index=False, name=None))
    table = pairs.pairs(scene.record, scope, among=list(people["iso3"]))
    return of_states(table, people, Among(say(names.get(group, group)), body, stage), context)


def bridges(scene: Scene) -> Chart:
    """Who signs most with States outside its own regional group."""
    body, stage, scope, context = _asked(scene)
    states = scene.record.states
    groups = dict(zip(states["iso3"], states["un_group"], strict=True))
    return bridges_chart(pairs.bridges(scene.record, scope), groups, body, stage, context)


def cohesion(scene: Scene) -> Chart:
    """Cohesion of the regional groups, or of some."""
    return _cohesion(scene, UN_GROUP)


def political_cohesion(scene: Scene) -> Chart:
    """Cohesion of the political groups, or of some."""
    return _cohesion(scene, POLITICAL)


def _cohesion(scene: Scene, grouping: str) -> Chart:
    scope = replace(scene.scope, grouping=grouping)
    lists, votes = cohesions.on_lists(scene.record, scope), cohesions.in_votes(scene.record, scope)
    names = scene.several("groups", set(lists["group"]) | set(votes["group"]))
    if names:
        lists, votes = lists[lists["group"].isin(names)], votes[votes["group"].isin(names)]
    if lists.empty and votes.empty:
        raise ValueError("no whole list of sponsors and no recorded vote is held of any text in this period")
    members = scene.record.group_members
    full = dict(zip(members["group_id"], map(say, members["group_name"]), strict=True))
    made = cohesion_chart(
        lists,
        votes,
        _of_both(scene, lists, votes, left_by(scene, grouping, names)),
        full if grouping == POLITICAL else None,
    )
    return scene.named(made, "political-groups" if grouping == POLITICAL else "", *names)


def _of_both(scene: Scene, lists: pd.DataFrame, votes: pd.DataFrame, explained: list[str]) -> Context:
    """The context of lists of sponsors and of votes."""
    listed, voted = set(lists["resolution"]), set(votes["resolution"])
    texts = [text for text in scene.texts["resolution"] if text in listed | voted]
    context = scene.context(texts, explained=explained, extra=voted_at(scene.record, voted))
    return replace(context, scope=scene.period())


def voted_at(record: Record, texts: Collection[str]) -> str:
    """Where the recorded votes on some texts were read, for the source line; "" for none."""
    found = record.rows("votes", resolution=sorted(texts))
    found = found[found["stage"] != "committee"]
    sites = sorted({urlsplit(url).netloc.removeprefix("www.") for url in found["source_url"]} - {""})
    return headed(say("recorded votes"), ", ".join(sites)) if sites else ""


def rolls(scene: Scene) -> Chart:
    """Recorded votes on texts and on hostile amendments, by regional group, bodies side by side."""
    table = cohesions.rolls(scene.record, scene.scope)
    return rolls_chart(table, _of_votes(scene, set(table["resolution"])))


def turned(scene: Scene) -> Painted:
    """Who came round over the recorded votes of one body, and who turned away."""
    scope = scene.scope.only(scene.body)
    sides = turns.sides(scene.record, scope)
    painted = turns_painting(turns.turns(scene.record, scope), sides, scene.body)
    return Painted(painted, _of_votes(scene, set(sides["resolution"])), (scene.body,))


def _of_votes(scene: Scene, voted: set[str]) -> Context:
    """The context of votes on some texts: their documents are those of the roll calls. Raises ValueError for none."""
    if not voted:
        raise ValueError("no recorded vote whose names are held falls in this period")
    texts = [text for text in scene.texts["resolution"] if text in voted]
    base = scene.context(texts)
    day = say("record of {day}", day=long_date(date.fromisoformat(scene.record.built_on)))
    source = clauses([headed(say("Source"), voted_at(scene.record, voted)), day])
    return replace(base, scope="", source=source, lists=())


def topics(scene: Scene) -> Chart:
    """Who signs which subject among the other texts, and not the texts on defenders."""
    scope = replace(scene.scope, bodies=("GA",))
    signed = subjects.signers(scene.record, scope)
    if signed.empty:
        raise ValueError("no other text of the Third Committee of these years is held")
    years = subjects.texts(scene.record, scope)["year"]
    held = scene.texts.loc[scene.texts["year"].between(years.min(), years.max()), "resolution"]
    if held.empty:
        raise ValueError("no text on defenders was adopted in the years of the other texts")
    texts = count(len(years), "text")
    extra = say("other texts of the Third Committee ({texts}), where the record says", texts=texts)
    context = replace(scene.context(list(held), explained=list(held), extra=extra), scope="")
    period = say("{low} to {high}", low=int(years.min()), high=int(years.max()))
    return topics_chart(signed, period, context)
