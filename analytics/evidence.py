"""What a cell rests on: the list, its document, how the State is written there, and what speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from analytics.english import long_date
from analytics.measures import Measures
from analytics.scope import Scope
from data.words import (
    ADDITIONAL,
    AS_ADOPTED,
    COMPLETE,
    FINAL,
    NOT_MEMBER,
    NOT_SPONSOR,
    NOT_WHEN_TABLED,
    PLENARY,
    SPONSOR,
    STAGES,
    STATEMENT,
    SUSPECTED_GAP,
    WITHDRAWN,
)

if TYPE_CHECKING:
    from data.store import Record

_DOCUMENT = ("document_symbol", "official_url", "read_at", "source_title", "note")
_CAST = {"yes": "voted in favour of", "no": "voted against", "abstain": "abstained on"}


Fields = dict[str, Any]
"""The fields of one row, by column."""


def evidence(record: Record, resolution: str, iso3: str, stage: str = "") -> Fields:
    """The evidence for one State on one text: from the best list held, or from that of the stage asked for.

    Keys: resolution, iso3, name, value, sentence (what is known and why, in words), list_id, stage, completeness,
    document_symbol, official_url, read_at, source_title, note ("" where no list is held), as_written and role ("" where
    not named), withdrew (whether a list names it among those that withdrew), others (list of dict: list_id, stage,
    named, as_written, document_symbol, official_url, read_at, source_title, for the other lists of the text), caveats
    (sentences that a reader must know), resolution_url. Raises ValueError for a text or State not in the record.
    """
    measures, one = Measures(record), ([resolution], [iso3])
    cell = measures.cells(Scope.whole(stage=stage), *one) if stage else measures.best(*one)
    if cell.empty:
        raise ValueError(f"no cell for {iso3!r} on {resolution!r}")
    value, list_id, withdrawn = cell.iloc[0][["value", "list_id", "withdrawn_list"]]
    text = _rows(record.resolutions[record.resolutions["resolution"] == resolution])[0]
    state = _rows(record.states[record.states["iso3"] == iso3])[0]
    held = {row["list_id"]: row for row in _rows(record.rows("sponsor_lists", resolution=resolution))}
    names = {row["list_id"]: row for row in _rows(record.rows("sponsors", resolution=resolution, iso3=iso3))}
    used = held.get(list_id)
    named = _named(names.get(list_id))
    open_ = resolution in set(record.drafts.get("resolution", ()))
    so_far = sum(row["stage"] != WITHDRAWN for row in held.values()) if open_ else 0
    others = [_other(row, names.get(each)) for each, row in held.items() if each != list_id]
    back = held.get(withdrawn)
    fields = ("stage", "completeness", *_DOCUMENT)
    return {
        "resolution": resolution,
        "iso3": iso3,
        "name": state["name"],
        "value": value,
        "list_id": list_id,
        "sentence": _sentence(value, state, text, used, named, so_far, back, others),
        "withdrew": bool(withdrawn),
        **{field: (used[field] if used is not None else "") for field in fields},
        **named,
        "others": others,
        "caveats": _caveats(record, resolution, iso3, value, used, others),
        "resolution_url": text["official_url"],
    }


def _rows(frame: pd.DataFrame) -> list[Fields]:
    return [dict(zip(frame.columns, row, strict=True)) for row in frame.itertuples(index=False)]


def _named(name: Fields | None) -> dict[str, str]:
    return {"as_written": name["state_as_written"] if name else "", "role": name["role"] if name else ""}


def _other(held: Fields, name: Fields | None) -> Fields:
    fields = ("list_id", "stage", "completeness", *_DOCUMENT)
    return {**{field: held[field] for field in fields}, "named": bool(name), "as_written": _named(name)["as_written"]}


def _sentence(
    value: str,
    state: Fields,
    text: Fields,
    used: Fields | None,
    named: dict[str, str],
    so_far: int,
    withdrew: Fields | None,
    others: list[Fields],
) -> str:
    """`used`: the list that names the State, else the one that answers; `so_far`: lists of a draft still open."""
    name, symbol = state["short_name"], text["resolution"]
    if used and value == SPONSOR:
        role = "is named as main sponsor" if named["role"] == "main sponsor" else "is named as a sponsor"
        return f"{name} {role} of {symbol}, as “{named['as_written']}”, {_where(used)}."
    if withdrew is not None:
        return (
            f"{name} had sponsored {symbol} and withdrew: it is among the {withdrew['n_states']} States that took "
            f"their names back ({withdrew['document_symbol'] or withdrew['source_title']})."
        )
    if value == NOT_MEMBER:
        since, adopted = long_date(state["member_since"]), long_date(text["adopted_on"])
        return f"{name} became a Member State on {since}, after {symbol} was adopted on {adopted}."
    if used and value == NOT_SPONSOR:
        whole = "complete" if used["completeness"] == COMPLETE else "held"
        return f"{name} is not named on the {whole} {used['stage']} list of {symbol} ({used['n_states']} names)."
    if used and value == NOT_WHEN_TABLED:
        document = used["document_symbol"] or used["source_title"]
        later = "not known: no later list is held"
        if any(other["stage"] in (ADDITIONAL, AS_ADOPTED, FINAL) for other in others):
            later = "told by the later lists of the text"
        return (
            f"{name} is not named on {symbol} {STAGES[used['stage']]} ({document}, {used['n_states']} names). Whether "
            f"it joined later is {later}."
        )
    if so_far:
        where = "on the list held" if so_far == 1 else f"on any of the {so_far} lists held"
        return (
            f"Not known: {name} is not named so far {where} of {symbol}, which is not adopted yet: it may still join."
        )
    if used is None and others:
        return f"Not known: no list of this stage of {symbol} is held; the others are named below."
    if used is None:
        return f"Not known: no list of sponsors of {symbol} is held."
    if used["completeness"] == SUSPECTED_GAP:
        return (
            f"Not known: {name} is not named {_where(used)} of {symbol}, but names are probably missing where it would "
            "stand."
        )
    if used["stage"] == STATEMENT:
        return f"Not known: no list of sponsors of {symbol} is held, only single names, and {name} is not among them."
    return (
        f"Not known: only part of the {used['stage']} list of {symbol} could be read ({used['n_states']} names), "
        f"and {name} is not among them."
    )


def _where(used: Fields) -> str:
    return "in a statement or note" if used["stage"] == STATEMENT else f"on the {used['stage']} list"


def _caveats(
    record: Record, resolution: str, iso3: str, value: str, used: Fields | None, others: list[Fields]
) -> list[str]:
    found = []
    events = record.events[(record.events["resolution"] == resolution) & (record.events["kind"] == "withdrawal")]
    found += [f"{long_date(day)}: {said}." for day, said in zip(events["date"], events["text"], strict=True)]
    if used is not None and used["stage"] != FINAL and value == SPONSOR:
        held = "This list" if any(other["stage"] == FINAL for other in others) else "The list held"
        found.append(f"{held} is of the stage “{used['stage']}”, not the final one.")
    if used is not None and not used["document_symbol"]:
        found.append(f"This list was not read in a UN document. {used['source_title']}.")
    for other in others:
        if other["named"] and other["stage"] != WITHDRAWN and value != SPONSOR:
            found.append(
                f"It is named on another list of this text ({other['stage']}: {other['source_title']}), which is "
                "not the one used."
            )
        if (
            not other["named"]
            and value == "sponsor"
            and other["completeness"] == "complete"
            and other["stage"] == "as adopted"
        ):
            found.append(f"It is not named on another complete list ({other['source_title']}).")
    for row in _rows(Measures(record).votes([resolution], [iso3])):
        if row["stage"] in PLENARY:
            found.append(f"It {_CAST[row['vote']]} the text ({row['stage']}). {row['remark']}".rstrip())
    return found
