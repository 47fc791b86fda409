"""A text in the snapshot: what it is, who sponsored it by region as written, who moved, votes, and its lists."""

from collections.abc import Iterator

import pandas as pd

from analytics.english import capital, count, long_date
from analytics.measures import Measures
from analytics.scope import UN_GROUPS, Scope
from analytics.texts.changes import comparable, summary
from analytics.texts.coverage import LIST_HEADS
from analytics.votes import tallies
from briefing.snapshot.markup import Html, answer, listed, named, out, picture, table, tag, to
from briefing.snapshot.pack import Packs
from charts import catalog
from charts.words import answers
from data.store import Record
from data.words import CELLS, MEANING, NOT_WHEN_TABLED, OUTCOMES, UNKNOWN, WITHDRAWN


def text_page(record: Record, text: pd.Series, packs: Packs) -> Html:
    """The page of one text (a row of record.resolutions); its pictures go into `packs`."""
    measures, symbol = Measures(record), text["resolution"]
    status = catalog.build("assembly-status", record, text=symbol)
    on_map = catalog.build("map-status", record, text=symbol)
    packs.figures("status", symbol, status)
    packs.figures("map", symbol, on_map)
    pictures = [picture(status, "status", symbol, "assembly"), picture(on_map, "map", symbol, "map")]
    earlier = comparable(measures.texts(), symbol)
    changes = list(_changes(record, symbol, earlier[0], packs)) if earlier else []
    return Html(
        answer(f"One text: {text['short_title']}", answers.resolution(measures.counts(), text))
        + "".join([*pictures, *_facts(record, text), *_sponsors(record, symbol), *changes, *_votes(record, text)])
        + "".join(_lists(record, symbol))
    )


def _facts(record: Record, text: pd.Series) -> Iterator[Html]:
    facts = {**answers.facts(text), "UN document": out(text["official_url"], text["resolution"])}
    yield tag("h2", "Facts")
    yield table(f"Facts of {text['resolution']}", ("", "Fact"), facts.items())
    for event in record.events[record.events["resolution"] == text["resolution"]].itertuples():
        yield tag("p", f"{long_date(event.date)}: {event.text}. Source: {event.source}")


def _sponsors(record: Record, symbol: str) -> Iterator[Html]:
    held = record.rows("lists", resolution=symbol)
    mine = Measures(record).cells(Scope.whole(), [symbol])
    used = held[held["list_id"].isin(set(mine["list_id"]))]
    yield tag("h2", "Sponsors by region, as written")
    if used.empty:
        yield tag("p", "No list of sponsors is held at this stage: nobody is known to have sponsored, or not.")
        return
    best = used.iloc[0]
    said = f"Stage: {best['stage']}. The list is {best['completeness']}. {best['note']} Read in: {best['source_title']}"
    yield tag("p", said, class_="small")
    yield from _by_region(record.rows("sponsors", list_id=best["list_id"]), mine)
    for value in (NOT_WHEN_TABLED, UNKNOWN):
        rows = mine[mine["value"].eq(value) & mine["status"].eq("member")]
        if len(rows):
            names = ", ".join(sorted(rows["short_name"])) if len(rows) <= 40 else "everybody not named"
            heading = f"{capital(CELLS[value])} ({count(len(rows), 'Member State')})"
            yield tag("p", tag("b", heading), f": {names}. That is: {MEANING[value]}.")
    back = held[held["stage"] == WITHDRAWN]
    if len(back):
        yield tag("h3", "Withdrew, by region, as written")
        yield from _by_region(record.rows("sponsors", list_id=list(back["list_id"])), mine)


def _by_region(names: pd.DataFrame, cells: pd.DataFrame) -> Iterator[Html]:
    """The names of a list by regional group, observers of the day apart, each a link to its State."""
    groups = cells.set_index("iso3")["un_group"]
    shown = names[names["iso3"].isin(groups.index)].sort_values("state_as_written")
    group = shown["iso3"].map(groups).replace("", "Observers")
    for name in (*UN_GROUPS, "Observers"):
        rows = shown[group == name].itertuples()
        yield named(name, (_sponsor(row.iso3, row.state_as_written, row.role) for row in rows))


def _sponsor(iso3: str, written: str, role: str) -> Html:
    return Html(to("state", iso3, written) + (" (main sponsor)" if role == "main sponsor" else ""))


def _changes(record: Record, symbol: str, since: str, packs: Packs) -> Iterator[Html]:
    chart = catalog.build("assembly-change", record, text=symbol, since=since)
    packs.figures("change", symbol, chart)
    changes = Measures(record).changes(since, symbol)
    lists, names = summary(changes), record.states.set_index("iso3")["short_name"]
    yield tag("h2", f"Changes since {since}")
    yield picture(chart, "change", symbol)
    for outcome in ("new", "returned", "between", "left", "unknown"):
        rows = changes[changes["outcome"].eq(outcome)]
        bound = " on the lists held" if outcome == "new" and rows["gaps"].map(bool).any() else ""
        found = sorted((names[iso3], iso3) for iso3 in lists[outcome])
        yield named(f"{capital(OUTCOMES[outcome])}{bound}", (to("state", iso3, name) for name, iso3 in found))


def _votes(record: Record, text: pd.Series) -> Iterator[Html]:
    cast = Measures(record).votes([text["resolution"]])
    rolls = tallies(cast, text)
    yield tag("h2", "Votes")
    if rolls.empty:
        without = text["adoption"] == "without a vote"
        yield tag("p", "The text was adopted without a vote." if without else "The names of the vote are not held.")
        return
    heads = [capital(str(name)) for name in rolls.columns]
    yield table("Roll calls on this text", heads, rolls.itertuples(index=False, name=None))
    names = record.states.set_index("iso3")["short_name"]
    for row in cast[cast["remark"].ne("")].itertuples():
        yield tag("p", f"{names[row.iso3]}: {row.remark}", class_="small")
    yield tag("p", "A yes to an amendment supports a hostile amendment to the text.", class_="small")


def _lists(record: Record, symbol: str) -> Iterator[Html]:
    held = record.rows("lists", resolution=symbol)
    yield tag("h2", "Lists held, and where they were read")
    if held.empty:
        yield tag("p", "No list of the sponsors of this text is held, of any stage.")
        return
    yield listed(f"Lists of sponsors of {symbol}", held, LIST_HEADS)
