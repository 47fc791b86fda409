"""A State in the snapshot: where it stands in each body, and what is known of it on every text, with the document."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas as pd

from analytics.english import long_date
from analytics.grid import withdrew
from analytics.measures import Measures
from analytics.scope import BODY_NAMES, groups_of_state
from briefing.snapshot.markup import Html, Value, answer, out, picture, table, tag, to
from briefing.snapshot.pack import Packs
from charts import catalog
from charts.words import answers
from data.store import Record
from data.words import at_stage


def state_page(
    record: Record, state: pd.Series, documents: pd.DataFrame, ladders: dict[str, pd.DataFrame], packs: Packs
) -> Html:
    """The page of one State (a row of record.states); its picture goes into `packs`. `documents`: rows of record.lists
    by list_id; `ladders`: Measures.ladder of each body by iso3."""
    iso3 = state["iso3"]
    standings = {body: ladder.loc[iso3] for body, ladder in ladders.items()}
    past = Measures(record).history(iso3).iloc[::-1]
    chart = catalog.build("timeline", record, state=iso3)
    packs.figures("timeline", iso3, chart)
    return Html(
        answer(f"One State across bodies: {state['name']}", answers.state(state["short_name"], standings))
        + picture(chart, "timeline", iso3)
        + "".join(_who(record, state))
        + "".join(_standing(standings, set(past.loc[withdrew(past), "resolution"])))
        + "".join(_texts(state["short_name"], past, documents))
        + "".join(_votes(record, state))
    )


def _who(record: Record, state: pd.Series) -> Iterator[Html]:
    groups = groups_of_state(record.group_members, state["iso3"], record.resolutions["adopted_on"].max())
    kind = "Observer, outside the 193 Member States. " if state["status"] == "observer" else ""
    day = state["member_since"]
    since = f"Member State since {long_date(day)}. " if isinstance(day, date) else ""
    group = state["un_group"] or "No regional group"
    said = f"{kind}{since}{group}. Political groups today: {', '.join(groups) or 'none held'}."
    yield tag("p", said, class_="small")


def _standing(standings: dict[str, pd.Series], back: set[str]) -> Iterator[Html]:
    yield tag("h2", "Where it stands")
    for body, row in standings.items():
        missed = [symbol + " (withdrew)" * (symbol in back) for symbol in row["missed"]]
        behind = (
            ("Sponsored", row["sponsored_in"]),
            ("Not on a list that would name it", missed),
            ("Not known", row["unknown_in"]),
            ("Of these, another list names it on", row["named_elsewhere"]),
        )
        told = (tag("p", f"{head}: {', '.join(found)}", class_="small") for head, found in behind if len(found))
        yield tag("h3", f"{BODY_NAMES[body]}{at_stage(row['asked'])}")
        yield tag("p", tag("b", row["words"]))
        yield tag("p", row["rule"], class_="small")
        yield tag("details", tag("summary", "Texts behind the word"), *told)


def _texts(name: str, past: pd.DataFrame, documents: pd.DataFrame) -> Iterator[Html]:
    yield tag("h2", "Text by text")
    heads = ("Year", "Text", "On it", "As written", "Role", "List", "Document", "Vote")
    yield table(f"What is known of {name} on each text", heads, (_row(row, documents) for row in past.itertuples()))
    for said in filter(None, past["remark"]):
        yield tag("p", f"* {said}", class_="small")


def _row(row: Any, documents: pd.DataFrame) -> list[Value]:
    symbol = Html(to("text", row.resolution, row.resolution))
    document: Value = ""
    if row.list_id:
        held = documents.loc[row.list_id]
        document = out(held["official_url"] or held["read_at"], held["document_symbol"] or held["source_title"])
    vote = row.vote + (" *" if row.remark else "")
    return [row.year, symbol, row.word, row.as_written, row.role, row.stage, document, vote]


def _votes(record: Record, state: pd.Series) -> Iterator[Html]:
    cast = Measures(record).votes(states=[state["iso3"]])
    cast = cast.sort_values(["adopted_on", "stage"], ascending=[False, True])
    if cast.empty:
        return
    yield tag("h2", "Votes")
    heads = ("Year", "Text", "Vote on", "Cast", "For or against the text", "Source")
    rows = (
        (
            row.year,
            to("text", row.resolution, row.resolution),
            row.stage,
            row.vote,
            row.stance,
            out(row.source_url, "source"),
        )
        for row in cast.itertuples()
    )
    yield table(f"Recorded votes of {state['short_name']}", heads, rows)
    yield tag("p", "A yes to an amendment supports a hostile amendment, so it counts against the text.", class_="small")
