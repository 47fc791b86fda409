"""Sections for target States: the list with reasons and, if asked for, the list of sponsors that it would make."""

from __future__ import annotations

import pandas as pd

from analytics.coalition import coalition
from analytics.english import count
from analytics.measures import Measures
from analytics.scope import BODY_NAMES, GROUP_SHORT, Scope
from analytics.targets.facts import leads
from analytics.texts.drafts import gone_from_drafts, named_on_drafts
from analytics.texts.occasions import next_text
from briefing.document.documents import of_resolutions
from briefing.document.markup import own
from briefing.document.section import Section, Table
from briefing.document.spec import TARGETS, Item
from data.store import Record
from data.tongues.speech import in_english


def targets(item: Item, record: Record) -> Section:
    """The States of the item, each with its record and why it is asked.

    Spec: `targets` (ISO codes, or dicts with `iso3`, `why` and `who` calls), `body` (default GA), `year` of the text,
    `projection` (true: what the list would come to if all agree, against the record). Raises ValueError for a State
    that does not exist.
    """
    in_english("The list of targets")
    chosen = [{"iso3": each, "why": ""} if isinstance(each, str) else dict(each) for each in item.spec["targets"]]
    known = record.states.set_index("iso3")
    strangers = [str(each.get("iso3")) for each in chosen if each.get("iso3") not in known.index]
    if strangers:
        raise ValueError(f"no State {', '.join(strangers)}")
    body = str(item.spec.get("body") or "GA")
    if body not in BODY_NAMES:
        raise ValueError(f"no body {body!r}")
    standing = Measures(record).ladder(body).set_index("iso3")
    frame = _frame(chosen, known, standing, body)
    said = "; ".join(f"{group}: {number}" for group, number in frame["Group"].value_counts().items())
    number = count(len(frame), "State")
    told, tables = [f"{number}. {said}."], [Table("States to talk to", frame)]
    if item.spec.get("projection"):
        sentence, table = _projection(record, [each["iso3"] for each in chosen], body, item.spec.get("year"))
        told.append(sentence)
        tables.append(table)
    codes = [each["iso3"] for each in chosen]
    texts = sorted({text for text in standing.loc[codes, "latest_resolution"] if text})
    return Section(
        TARGETS,
        item.title or f"{number} to talk to",
        own(item.text),
        tuple(told),
        (),
        tuple(tables),
        tuple(of_resolutions(texts, record)),
    )


def _frame(chosen: list[dict], known: pd.DataFrame, standing: pd.DataFrame, body: str) -> pd.DataFrame:
    rows = [
        {
            "State": known.loc[each["iso3"], "short_name"],
            "Group": GROUP_SHORT.get(known.loc[each["iso3"], "un_group"], "Observer"),
            f"Record in the {BODY_NAMES[body]}": standing.loc[each["iso3"], "words"],
            "Who calls": str(each.get("who") or ""),
            "Why": str(each.get("why") or ""),
        }
        for each in chosen
    ]
    frame = pd.DataFrame(rows)
    return frame.drop(columns=[head for head in ("Who calls", "Why") if not frame[head].any()])


def _most(record: Record, body: str) -> int:
    """Most Member States on one list that is held of the body."""
    held = Measures(record).counts(Scope((body,)))
    return int(held.loc[held["status"].isin(("complete", "gap", "partial")), "sponsors"].max())


def _projection(record: Record, picked: list[str], body: str, year: int | None) -> tuple[str, Table]:
    """The list if all of them agree: a sentence, and a table by regional group (numbers of States). Who is named on the
    draft of the text (of `year`, else the next one) is counted."""
    ahead = next_text(record, body)
    text = (record, body, int(year or (0 if ahead is None else ahead["year"])))
    start = coalition.standing(record, body, leads(record, body), named_on_drafts(*text), gone_from_drafts(*text))
    picked = [iso3 for iso3 in picked if iso3 in set(start["iso3"])]  # not an observer that may not sponsor here
    made = coalition.project(start, picked, coalition.best(record, body))
    certain = "Named on the draft, or core sponsors" if made.named else "Core sponsors"
    heads = {
        "certain": certain,
        "expected": "Expected to stay",
        "asked": "Asked",
        "total": "Total",
        "members": "Members",
        "best": "Most on one list so far",
    }
    table = made.by_group[list(heads)].rename(columns=heads).astype("Int64")
    table.insert(0, "Group", made.by_group["un_group"].map(GROUP_SHORT))
    whole = table[list(heads.values())].sum()
    whole[heads["best"]] = _most(record, body)  # the groups' best lists are of different texts: no sum
    whole = pd.DataFrame([{"Group": "All groups", **whole}]).astype(table.dtypes)
    table = pd.concat([table, whole], ignore_index=True)
    return made.sentence, Table("The list if all that are asked agree", table)
