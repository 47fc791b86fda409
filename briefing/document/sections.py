"""The items of a briefing made from the record, in order, for deck, paper, page and presentation alike."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from analytics.english import body_name, long_date
from analytics.measures import Measures
from analytics.scope import BODIES, Scope
from analytics.texts.changes import comparable
from briefing.document.documents import Document, behind, of_resolutions
from briefing.document.markup import own
from briefing.document.section import Progress, Section, Table, built_on
from briefing.document.spec import CHART, RESOLUTION, STATE, TARGETS, TEXT, Briefing, Item
from briefing.document.targets import targets
from charts import catalog
from charts.frame.chart import Chart
from charts.question import NAMES_HELD, checked_stage
from charts.words import answers
from charts.words.aloud import aloud
from data.store import Record
from data.tongues.speech import NotTranslated, headed, in_english, quoted, say, speaking, to_say
from data.tongues.speech import name as called
from data.words import BODY_CODES, VOTE_WORDS, at_stage

__all__ = ["Progress", "Section", "Table", "built_on", "documents", "section", "sections"]


def sections(briefing: Briefing, record: Record) -> list[Section]:
    """Every item of the briefing, in order. An item that the record cannot answer says so and stops nothing else."""
    return [section(item, record) for item in briefing.items]


def english_only(briefing: Briefing, record: Record) -> dict[int, str]:
    """Place (from 1) of each item that cannot be made in the briefing's language -> a sentence that says so."""
    found = {}
    for place, item in enumerate(briefing.items, start=1):
        try:
            with speaking(briefing.language):
                section(item, record)
        except NotTranslated as missing:
            found[place] = f"Item {place}: {missing}"
    return found


def section(item: Item, record: Record) -> Section:
    """One item made from the record, in the language in force. Raises NotTranslated where it is in English only."""
    try:
        made = _MAKERS[item.kind](item, record)
    except ValueError as problem:
        title = item.title or say("Not in this record")
        made = Section(item.kind, title, own=own(item.text), failed=_failed(problem))
    return replace(made, spoken=str(item.spec.get("notes") or ""))


def _failed(problem: ValueError) -> str:
    """Why an item could not be made: a sentence for the user, which there is in English alone."""
    in_english("Why an item could not be made")
    return f"This could not be made: {problem}."


def documents(made: Sequence[Section]) -> list[Document]:
    """All documents behind the sections, each once, in order of first mention."""
    return list({(d.symbol, d.what): d for part in made for d in part.documents}.values())


def _chart(item: Item, record: Record) -> Section:
    """A chart of the catalogue. Raises ValueError where it cannot be built."""
    params = item.spec.get("params") or {}
    if not isinstance(params, dict):
        raise ValueError("the parameters of the chart cannot be read")
    made = catalog.build(str(item.spec["chart"]), record, **params)
    found = tuple(behind(made, record))
    if item.title:
        made = replace(made, title=item.title)
    return Section(CHART, made.title, own(item.text), charts=(made,), documents=found)


def _text(item: Item, record: Record) -> Section:
    """The user's own words."""
    return Section(TEXT, item.title or say("Note"), own(item.text))


def _state(item: Item, record: Record) -> Section:
    """One State: where it stands, its timeline, its record text by text. Raises ValueError for no such State."""
    iso3 = str(item.spec["state"]).upper()
    rows = record.states[record.states["iso3"] == iso3]
    if rows.empty:
        raise ValueError(f"no State {iso3!r}")
    name = called(iso3, rows.iloc[0]["short_name"])
    stage = checked_stage(record, item.spec.get("stage"))
    measures = Measures(record)
    standings = {}
    for body in BODIES:
        table = measures.ladder(body, stage)
        standings[body] = table[table["iso3"] == iso3].iloc[0]
    mine = measures.history(iso3, Scope.whole(stage=stage))
    known = mine[mine["known"]]
    frame = pd.DataFrame(
        {
            say("Year"): mine["year"],
            say("Body"): mine["body"].map(BODY_CODES).map(say),
            say("Resolution"): mine["resolution"],
            say("Record"): mine["word"],
            say("Vote"): mine["vote"].map(VOTE_WORDS).map(say),
        }
    ).iloc[::-1]
    rules = [headed(body_name(body), row["rule"]) for body, row in standings.items() if row["opportunities"]]
    said = (*aloud(name, mine), *rules)
    shown = catalog.build("timeline", record, state=iso3, stage=stage)
    return Section(
        STATE,
        item.title or say("{state}: its record", state=name),
        own(item.text),
        said,
        (shown,),
        (Table(say("{state}: every text on human rights defenders, latest first", state=name), frame),),
        tuple(of_resolutions(known["resolution"], record, {*known["list_id"], *known["withdrawn_list"]})),
    )


def _resolution(item: Item, record: Record) -> Section:
    """One text: facts, and who sponsored it where names are held. Raises ValueError for no such text."""
    symbol = str(item.spec["resolution"])
    rows = record.resolutions[record.resolutions["resolution"] == symbol]
    if rows.empty:
        raise ValueError(f"no resolution {symbol!r} in the record")
    row = rows.iloc[0]
    stage = checked_stage(record, item.spec.get("stage"))
    measures, whole = Measures(record), Scope.whole(stage=stage)
    mine = measures.cells(whole, [symbol])
    counts = measures.counts(whole)
    counts = counts[counts["resolution"] == symbol]
    body, session = body_name(row["body"]), row["session"]
    facts = {
        say("Title"): quoted(row["title"]),
        say("Body and session"): say("{body}, session {session}", body=body, session=session),
        say("Adopted"): f"{long_date(row['adopted_on'])}, {say(row['adoption'])}",
        say("Draft"): row["draft_symbol"],
        say("Sponsors"): counts.iloc[0]["shown_text"] + at_stage(counts.iloc[0]["asked"]),
    }
    facts_shown = [(head, str(fact)) for head, fact in facts.items() if fact]
    frame = pd.DataFrame(facts_shown, columns=[say("Fact"), say("Record")])
    charts: tuple[Chart, ...] = ()
    if row["sponsor_coverage"] in NAMES_HELD:
        earlier = comparable(measures.texts(whole), symbol)
        name, since = ("assembly-change", {"since": earlier[0]}) if earlier else ("assembly-status", {})
        charts = (catalog.build(name, record, text=symbol, stage=stage, **since),)
    found = of_resolutions([symbol], record, {*mine["list_id"], *mine["withdrawn_list"]})
    found += [d for drawn in charts for d in behind(drawn, record) if d not in found]
    return Section(
        RESOLUTION,
        item.title or f"{symbol} ({row['year']})",
        own(item.text),
        (answers.resolution(counts, row), *answers.withdrawals(mine)),
        charts,
        (Table(say("{text}: facts", text=symbol), frame),),
        tuple(found),
    )


ADOPTIONS = to_say(("without a vote", "recorded vote"))
"""How a text can have been adopted (resolutions.adoption)."""
_MAKERS = {CHART: _chart, STATE: _state, RESOLUTION: _resolution, TARGETS: targets, TEXT: _text}
