"""Sections for target States: the list with reasons and, if asked for, the list of sponsors that it would make."""

import pandas as pd

from analytics.coalition import coalition
from analytics.english import count, group_short, in_body
from analytics.measures import Measures
from analytics.scope import BODY_NAMES, Scope
from analytics.targets.facts import leads
from analytics.targets.targets import prospects
from analytics.texts.drafts import gone_from_drafts, named_on_drafts
from analytics.texts.occasions import next_text
from briefing.document.documents import of_resolutions
from briefing.document.markup import own
from briefing.document.section import Section, Table
from briefing.document.spec import TARGETS, Item
from data.store import Record
from data.tongues.speech import clauses, headed, in_language, say


def targets(item: Item, record: Record) -> Section:
    """The States of the item, each with its record and why it is asked.

    Spec: `targets` (ISO codes, or dicts with `iso3`, the user's own `why`, and `who` calls), `body` (default GA),
    `year` of the text, `reasons` (true: the first reason of the record, for whom the user gives none), `projection`
    (true: what the list would come to if all agree, against the record). Raises ValueError for a State that does not
    exist."""
    chosen = [{"iso3": each} if isinstance(each, str) else dict(each) for each in item.spec["targets"]]
    known = in_language(record.states).set_index("iso3")
    strangers = [str(each.get("iso3")) for each in chosen if each.get("iso3") not in known.index]
    if strangers:
        raise ValueError(f"no State {', '.join(strangers)}")
    body = str(item.spec.get("body") or "GA")
    if body not in BODY_NAMES:
        raise ValueError(f"no body {body!r}")
    ahead = next_text(record, body)
    year = int(item.spec.get("year") or (0 if ahead is None else ahead["year"]))
    if item.spec.get("reasons"):
        why = prospects(record, body, year).set_index("iso3")["why"]
        chosen = [{**each, "why": each.get("why") or why.get(each["iso3"], "")} for each in chosen]
    standing = Measures(record).ladder(body).set_index("iso3")
    frame = _frame(chosen, known, standing, body)
    said = clauses(headed(group, str(number)) for group, number in frame[say("Group")].value_counts().items())
    number = count(len(frame), "State")
    told, tables = [f"{number}. {said}."], [Table(say("States to talk to"), frame)]
    if item.spec.get("projection"):
        sentence, table = _projection(record, [each["iso3"] for each in chosen], body, year)
        told.append(sentence)
        tables.append(table)
    codes = [each["iso3"] for each in chosen]
    texts = sorted({text for text in standing.loc[codes, "latest_resolution"] if text})
    return Section(
        TARGETS,
        item.title or say("{states} to talk to", states=number),
        own(item.text),
        tuple(told),
        (),
        tuple(tables),
        tuple(of_resolutions(texts, record)),
    )


def _frame(chosen: list[dict], known: pd.DataFrame, standing: pd.DataFrame, body: str) -> pd.DataFrame:
    rows = [
        {
            say("State"): known.loc[each["iso3"], "short_name"],
            say("Group"): group_short(known.loc[each["iso3"], "un_group"] or "Observer"),
            say("Record {in_body}", in_body=in_body(body)): standing.loc[each["iso3"], "words"],
            say("Who calls"): str(each.get("who") or ""),
            say("Why"): str(each.get("why") or ""),
        }
        for each in chosen
    ]
    frame = pd.DataFrame(rows)
    return frame.drop(columns=[head for head in (say("Who calls"), say("Why")) if not frame[head].any()])


def _most(record: Record, body: str) -> int:
    """Most Member States on one list that is held of the body."""
    held = Measures(record).counts(Scope((body,)))
    return int(held.loc[held["status"].isin(("complete", "gap", "partial")), "sponsors"].max())


def _projection(record: Record, picked: list[str], body: str, year: int) -> tuple[str, Table]:
    """The list if all of them agree: a sentence, and a table by regional group (numbers of States). Who is named on the
    draft of the text of `year` is counted."""
    text = (record, body, year)
    start = coalition.standing(record, body, leads(record, body), named_on_drafts(*text), gone_from_drafts(*text))
    picked = [iso3 for iso3 in picked if iso3 in set(start["iso3"])]  # not an observer that may not sponsor here
    made = coalition.project(start, picked, coalition.best(record, body))
    heads = {
        "certain": say("Named on the draft, or core sponsors" if made.named else "Core sponsors"),
        "expected": say("Expected to stay"),
        "asked": say("Asked"),
        "total": say("Total"),
        "members": say("Members"),
        "best": say("Most on one list so far"),
    }
    table = made.by_group[list(heads)].rename(columns=heads).astype("Int64")
    table.insert(0, say("Group"), made.by_group["un_group"].map(group_short))
    whole = table[list(heads.values())].sum()
    whole[heads["best"]] = _most(record, body)  # the groups' best lists are of different texts: no sum
    whole = pd.DataFrame([{say("Group"): say("All groups"), **whole}]).astype(table.dtypes)
    table = pd.concat([table, whole], ignore_index=True)
    return made.sentence, Table(say("The list if all that are asked agree"), table)
