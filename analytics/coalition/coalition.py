"""A coalition for a coming text: who is certain, who is expected, who is asked, and what list that would
make.

A projection is a sum over named States, not a forecast: it says what the list would be if everybody asked
agreed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from analytics.coalition.words import summed
from analytics.english import count, signed
from analytics.measures import Measures
from analytics.scope import GROUP_SHORT, UN_GROUPS, Scope, may_sponsor
from analytics.texts.texts import STAGE
from data.words import COMPARABLE, NAMED, WHOLE

if TYPE_CHECKING:
    from data.store import Record


def standing(
    record: Record, body: str, leads: Collection[str] = (), named: Collection[str] = (), gone: Collection[str] = ()
) -> pd.DataFrame:
    """Where each State starts from, for a projection: Members, and the observers that may sponsor in the body.

    Columns: iso3, short_name, un_group ("" for observers), status, standing (lead: one of `leads`; named: one of
    `named`, as from texts.drafts.named_on_drafts; certain: Core in the ladder of the body; expected: sponsored the
    latest text on which its record is known; open: all others, and of `gone`, as from
    texts.drafts.gone_from_drafts), confirmed (False where the latest text of the body with a final list does not
    tell of it). Who may sponsor is judged by the day of the latest text in the record; who is named on the draft is in
    the table anyway."""
    measures = Measures(record)
    table = measures.ladder(body)
    on = record.resolutions["adopted_on"].max()
    who = zip(table["iso3"], table["status"], strict=True)
    able = [status == "member" or iso3 in named or may_sponsor(iso3, status, body, on) for iso3, status in who]
    table = table[able]
    texts = measures.texts(Scope.whole((body,)))
    last = texts[texts["stage"] == STAGE]["resolution"]
    latest = measures.cells(texts=last[-1:]).set_index("iso3")["value"]
    stands = pd.Series("open", index=table.index).mask(table["latest_value"].eq("sponsor"), "expected")
    stands = stands.mask(table["word"].eq("Core"), "certain").mask(table["iso3"].isin(list(gone)), "open")
    stands = stands.mask(table["iso3"].isin(list(named)), "named").mask(table["iso3"].isin(list(leads)), "lead")
    confirmed = table["iso3"].map(latest).isin(("sponsor", "not_sponsor"))
    columns = ["iso3", "short_name", "un_group", "status"]
    return table[columns].assign(standing=stands, confirmed=confirmed).reset_index(drop=True)


@dataclass(frozen=True, eq=False)
class Best:
    """What a body has reached. record: most sponsors on a list or in a reported count, with its text, year and how it
    is known (list, reported); members: Member States today; by_group: most sponsors of each regional group on one list,
    0 if none; listed: year of the latest text with a whole final list (0 if none); latest: year of the latest text."""

    record: int
    resolution: str
    year: int
    known_from: str
    members: int
    by_group: dict[str, int]
    listed: int = 0
    latest: int = 0

    @property
    def majority(self) -> int:
        """More than half of the Member States: 97 of 193."""
        return self.members // 2 + 1


def best(record: Record, body: str) -> Best:
    """The record of a body and of each group on lists of the final stage, and the majority of the Members. A count that
    was only reported can be the record; groups are known from lists alone. Members of the United Nations only. Raises
    ValueError if neither a list nor a count of the body is held."""
    measures, whole = Measures(record), Scope.whole((body,))
    table = measures.counts(whole)
    named = table[table["status"].isin(NAMED)]
    reported = table[table["claimed"].notna() & ~table["status"].isin(COMPARABLE)]
    # Of equal numbers one on a list counts before one that was reported, then the latest.
    options = [
        (int(number), held, int(year), str(text))
        for rows, column, held in ((named, "sponsors", True), (reported, "claimed", False))
        for number, year, text in zip(rows[column], rows["year"], rows["resolution"], strict=True)
    ]
    if not options:
        raise ValueError(f"no list and no count of sponsors of a text of {body} is held")
    most, on_list, year, resolution = max(options)
    texts = measures.texts(whole)
    final = texts[texts["stage"] == STAGE]
    by_group = dict.fromkeys(UN_GROUPS, 0) | measures.most_by_group(whole)
    members = int((measures.cells(texts=texts["resolution"][:1])["status"] == "member").sum())
    listed = max(final[final["completeness"].isin(WHOLE)]["year"], default=0)
    return Best(
        record=most,
        resolution=resolution,
        year=year,
        known_from="list" if on_list else "reported",
        members=members,
        by_group=by_group,
        listed=int(listed),
        latest=int(texts["year"].max()),
    )


@dataclass(frozen=True, eq=False)
class Projection:
    """A projected list. lead, named, certain, expected, asked: ISO codes of Members, each State in one of them at most;
    unconfirmed: those of certain and expected whose last record is not known; observers: those that are asked, and
    named_observers those on the draft, outside the Members and the total; keep: whether the expected are counted;
    listed: as in Best; by_group: un_group, certain (with who leads and who is named), expected, asked, total, members,
    share (0 to 1), best (past), over_best (total - best); sentence: in words."""

    lead: tuple[str, ...]
    named: tuple[str, ...]
    certain: tuple[str, ...]
    expected: tuple[str, ...]
    asked: tuple[str, ...]
    unconfirmed: tuple[str, ...]
    observers: tuple[str, ...]
    named_observers: tuple[str, ...]
    keep: bool
    listed: int
    by_group: pd.DataFrame
    total: int
    over_record: int
    over_majority: int
    sentence: str

    @property
    def states(self) -> frozenset[str]:
        """All Member States on the projected list."""
        return frozenset((*self.lead, *self.named, *self.certain, *self.expected, *self.asked))


def project(standing: pd.DataFrame, picked: Iterable[str], reached: Best, keep: bool = True) -> Projection:
    """The list if those named on the draft and the certain stay, the expected too (unless keep is False), and all that
    are picked agree. standing: from `standing`; reached: from `best`. A picked State that leads, is named, is certain,
    or is expected and kept, is counted once, there. Raises ValueError for a picked code that is not in `standing`."""
    whole = standing.set_index("iso3")
    strangers = sorted(set(picked) - set(whole.index))
    if strangers:
        raise ValueError(f"may not sponsor: {', '.join(strangers)}")
    by_state = whole[whole["status"] == "member"]
    counted = ("lead", "named", "certain", *(["expected"] if keep else []))
    parts = {one: tuple(sorted(by_state.index[by_state["standing"] == one])) for one in counted}
    lead, named, certain, expected = (parts.get(one, ()) for one in ("lead", "named", "certain", "expected"))
    outside = whole["status"].ne("member")
    named_observers = tuple(whole.index[outside & whole["standing"].eq("named")])
    observers = tuple(iso3 for iso3 in whole.index[outside] if iso3 in set(picked) - set(named_observers))
    asked = tuple(sorted((set(picked) & set(by_state.index)) - {*lead, *named, *certain, *expected}))
    unconfirmed = tuple(iso3 for iso3 in (*certain, *expected) if not by_state.loc[iso3, "confirmed"])
    rows = []
    for group in UN_GROUPS:
        members = set(by_state.index[by_state["un_group"] == group])
        numbers = [len(members & set(part)) for part in ((*lead, *named, *certain), expected, asked)]
        total = sum(numbers)
        past = reached.by_group.get(group, 0)
        rows.append(
            (group, *numbers, total, len(members), total / len(members) if members else 0.0, past, total - past)
        )
    columns = ["un_group", "certain", "expected", "asked", "total", "members", "share", "best", "over_best"]
    total = len(lead) + len(named) + len(certain) + len(expected) + len(asked)
    return Projection(
        lead=lead,
        named=named,
        certain=certain,
        expected=expected,
        asked=asked,
        unconfirmed=unconfirmed,
        observers=observers,
        named_observers=named_observers,
        keep=keep,
        listed=reached.listed,
        by_group=pd.DataFrame(rows, columns=columns),
        total=total,
        over_record=total - reached.record,
        over_majority=total - reached.majority,
        sentence=summed(
            [len(part) for part in (lead, named, certain, expected, asked)],
            len(unconfirmed),
            list(whole.loc[[*named_observers, *observers], "short_name"]),
            reached,
        ),
    )


def compare(one: Projection, other: Projection) -> tuple[pd.DataFrame, dict[str, list[str] | str]]:
    """Two scenarios side by side. Returns a table (un_group, one, other, difference = other - one, both in States; last
    row "All") and a dict: only_one and only_other (ISO codes on one list alone, sorted), sentence."""
    first, second = ([*each.by_group["total"], each.total] for each in (one, other))
    table = pd.DataFrame({"un_group": [*one.by_group["un_group"], "All"], "one": first, "other": second})
    table["difference"] = table["other"] - table["one"]
    only_one, only_other = sorted(one.states - other.states), sorted(other.states - one.states)
    groups = zip(table["un_group"][:-1], table["difference"][:-1], strict=True)
    moved = [f"{signed(difference)} {GROUP_SHORT[group]}" for group, difference in groups if difference]
    where = f": {', '.join(moved)}" if moved else ""
    calls = len(other.asked) - len(one.asked)
    sentence = (
        f"The second list has {count(other.total, 'sponsor')}, the first {one.total}{where}; it asks "
        f"{count(len(other.asked), 'State')}, "
        f"{'as many' if calls == 0 else f'{abs(calls)} more' if calls > 0 else f'{abs(calls)} fewer'} than the first."
    ).replace("as many than", "as many as")
    return table, {"only_one": only_one, "only_other": only_other, "sentence": sentence}
