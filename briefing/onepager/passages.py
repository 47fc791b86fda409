"""What the one-pager says of votes, of peers, of what is asked, and what it rests on."""

import re
from datetime import date

import pandas as pd

from analytics.english import body_name, listing, long_date
from analytics.measures import Measures
from analytics.scope import may_sponsor
from analytics.texts.drafts import named_on_drafts
from briefing.letter.requests import REQUESTS, evidence, next_opportunity
from charts.frame.sources import shorten
from data.store import Record
from data.tongues.speech import clauses, headed, named, ordinal, quoted, say, say_many, to_say
from data.words import NOT_MEMBER, SPONSOR

_CAST = to_say({"yes": "a vote|yes", "no": "a vote|no", "abstain": "a vote|abstained"})
_PEERS = to_say(
    {
        "others": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors: {names}.",
        "among": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors, it among them; the others: {names}.",
        "alone": "{text} ({year}), the latest General Assembly text with a complete list: {n} of the {members} "
        "Members of the group were sponsors, it alone.",
    }
)


def votes_of(record: Record, iso3: str) -> list[str]:
    """How it voted: on the texts, with what it said later of a vote, and on hostile amendments."""
    mine = Measures(record).votes(states=[iso3]).sort_values(["adopted_on", "stage"], ascending=[False, True])
    texts = mine[mine["kind"].eq("text") & mine["stage"].ne("committee")]
    amendments = mine[mine["kind"] == "amendment"]
    found = []
    if len(texts):
        cast = [headed(f"{row.resolution} ({row.year})", say(_CAST[row.vote])) for row in texts.itertuples()]
        found.append(" ".join([say("On the text: {votes}.", votes=clauses(cast)), *filter(None, texts["remark"])]))
    if len(amendments):
        said = []
        for resolution, part in amendments.groupby("resolution", sort=False):
            counted = part["vote"].value_counts()
            cast = [_counted(vote, int(counted[vote])) for vote in _CAST if vote in counted]
            said.append(headed(resolution, ", ".join(cast)))
        found.append(say("On hostile amendments (a no supports the text): {votes}.", votes=clauses(said)))
    return found or [say("No vote is recorded.")]


def _counted(vote: str, number: int) -> str:
    if vote == "abstain":
        return say_many("{n} abstained", "{n} abstained", number)
    return say("{n} yes" if vote == "yes" else "{n} no", n=number)


def peers_of(record: Record, iso3: str, group: str) -> list[str]:
    """What the other States of its group, and its neighbours, did on the latest text with a complete list."""
    found = evidence(record, REQUESTS["assembly"])
    if found is None or not group:
        return []
    cells = Measures(record).cells(texts=[found.resolution, *(found.later or ())[:1]])
    rows = cells[cells["resolution"].eq(found.resolution) & cells["un_group"].eq(group)]
    rows = rows[rows["value"] != NOT_MEMBER]
    sponsors = rows[rows["value"] == SPONSOR]
    others = named(sponsors[sponsors["iso3"] != iso3])
    form = "others" if len(others) == len(sponsors) else "among" if others else "alone"
    sentences = [
        say(
            _PEERS[form],
            n=len(sponsors),
            text=found.resolution,
            year=rows.iloc[0]["year"],
            members=len(rows),
            names=", ".join(others),
        )
    ]
    if found.later:
        newer = cells[cells["resolution"].eq(found.later[0]) & cells["un_group"].eq(group)]
        sentences.append(
            say(
                "{text} ({year}), of whose list names are probably missing: at least {n}.",
                text=found.later[0],
                year=newer.iloc[0]["year"],
                n=int(newer["value"].eq(SPONSOR).sum()),
            )
        )
    beside = set(record.neighbours[record.neighbours["iso3"] == iso3]["neighbour"])
    near = cells[cells["resolution"].eq(found.resolution) & cells["iso3"].isin(beside) & cells["value"].eq(SPONSOR)]
    if len(near):
        sentences.append(
            say(
                "Sponsors of {text} among its neighbours by land: {names}.",
                text=found.resolution,
                names=", ".join(named(near)),
            )
        )
    return sentences


def ask_of(record: Record, iso3: str, today: date) -> list[str]:
    """What is asked of it: a sentence for each coming text."""
    found = []
    occasions = [next_opportunity(record.coming, request, today) for request in REQUESTS.values()]
    status = record.states.set_index("iso3").at[iso3, "status"]
    for coming in sorted((each for each in occasions if each), key=lambda each: (each.year, each.body)):
        signed = named_on_drafts(record, coming.body, coming.year).get(iso3)
        asked = say("Support it, strengthen it.")
        if signed:
            asked = say("It is named on the draft, {draft}. Stand by it, and bring others.", draft=signed.draft)
        elif may_sponsor(iso3, status, coming.body, today):
            asked = say("Support it, strengthen it, co-sponsor it.")
        where = body_name(coming.body)
        if coming.session:
            where = say("{body}, {session} session", body=where, session=ordinal(coming.session))
        sure = say("expected" if coming.certainty == "expected" else "inferred from the rhythm so far")
        head = f"{where}, {coming.year} ({sure})"
        found.append(f"{headed(head, say(coming.what))}. {asked}")
    return found


def source_of(record: Record, history: pd.DataFrame) -> str:
    """The last line: the lists that the page rests on, and the version of the data."""
    used = set(history.loc[history["known"], "list_id"])
    lists = record.rows("lists", list_id=sorted(used))
    by_source: dict[str, list[str]] = {}
    for row in lists.itertuples():
        published = re.search(r"\(([^()]+)\)$", row.source_title)
        printed = row.document_symbol and row.document_symbol != row.resolution
        source = f" ({quoted(published[1])})" if published and not printed else ""
        unpublished = not row.document_symbol and not row.read_at
        source = f" ({say('from a list that is not published')})" if unpublished else source
        by_source.setdefault(source, []).append(row.document_symbol or row.resolution)
    symbols = [
        f"{listing(names) if source else clauses(shorten(names))}{source}" for source, names in by_source.items()
    ]
    said = [say("Lists of sponsors: {symbols}.", symbols=clauses(symbols))] if symbols else []
    built = long_date(date.fromisoformat(record.built_on))
    small = say(
        "“Not known” is never counted as “no”. Data version {version}, {day}.", version=record.version, day=built
    )
    return " ".join([*said, small])
