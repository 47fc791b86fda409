"""Similar records: gaps make nobody alike, and equals are not chosen by their names."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from analytics.targets.peers import MOST, NEAREST, nearest
from data.store import Record
from tests import made


def alike(record: Record, body: str = "GA") -> dict[tuple[str, str], float]:
    """Who is like whom by the file."""
    rows = record.ask("alike", body=body)
    return dict(zip(zip(rows["iso3"], rows["other"], strict=True), rows["share"], strict=True))


def worked_out(records: dict[str, str]) -> dict[tuple[str, str], float]:
    """The same from a letter a text, for every two States: S sponsor, n not a sponsor, any other not known."""
    found = {}
    for one, other in permutations(records, 2):
        told = [set(two) for two in zip(records[one], records[other], strict=True) if set(two) <= {"S", "n"}]
        both, either = told.count({"S"}), sum("S" in two for two in told)
        if len(told) >= 3 and either and both / either >= 0.5:
            found[one, other] = both / either
    return found


def drawn(records: dict[str, str]) -> Record:
    """The record of these States; texts on which one is not known have a gap. The latest text, on which all sponsor, is
    not compared."""
    texts = range(len(next(iter(records.values()))))
    years = [2001 + text for text in texts]
    lists = {years[at]: ("suspected gap", "final") for at in texts if any(one[at] == "?" for one in records.values())}
    lines = [f"{code} {' '.join(letters)} S" for code, letters in records.items()]
    return made.drawn("\n".join([" ".join(map(str, [*years, 2050])), *lines]), lists=lists)


def test_how_alike_two_are():
    records = {"AAA": "SSSn?", "BBB": "SSSnS", "CCC": "SSnnS", "DDD": "nnnnn", "EEE": "nnnnn", "FFF": "--SnS"}
    found = alike(drawn(records))
    assert found == worked_out(records)
    assert found["AAA", "BBB"] == 1  # the text on which it is not known of AAA makes them no less alike
    assert found["CCC", "AAA"] == pytest.approx(2 / 3)
    assert ("DDD", "EEE") not in found  # that neither sponsored makes no likeness
    assert ("FFF", "AAA") not in found  # two texts that tell of both are too few


def test_who_is_like_whom_on_records_drawn_by_chance():
    chance = np.random.default_rng(7)
    records = {f"A{n:02}": "".join(chance.choice(list("SSnn?"), 9)) for n in range(30)}
    found = alike(drawn(records))
    assert len(found) > 50
    assert found == pytest.approx(worked_out(records))


def test_who_is_like_whom_on_the_record(record):
    cells = record.rows("grid")
    texts = record.resolutions.loc[record.resolutions["body"] == "GA", "resolution"]
    lists = record.rows("sponsor_lists", used_for_analysis="yes", stage="final")
    whole = set(lists.loc[lists["completeness"].isin(("complete", "suspected gap")), "resolution"])
    letters = {"sponsor": "S", "not_sponsor": "n"}
    told = {
        (text, iso3): letters.get(value, "?")
        for text, iso3, value in cells[["resolution", "iso3", "value"]].itertuples(index=False)
    }
    telling = [text for text in texts if text in whole][:-1]
    records = {iso3: "".join(told[text, iso3] for text in telling) for iso3 in record.states["iso3"]}
    assert alike(record) == pytest.approx(worked_out(records))
    assert alike(record, "CHR") == {}  # no final list of the Commission is held


def test_all_that_share_the_last_place_are_in_or_none():
    equal = [(f"E{i:02}", 0.75) for i in range(8)]
    assert nearest(equal[:2]) == equal[:2]
    assert len(nearest(equal)) == 8 > NEAREST
    many = [(f"E{i:02}", 0.75) for i in range(MOST + 1)]
    assert nearest([("XXX", 1.0), *many]) == [("XXX", 1.0)]
    assert len(nearest(many)) == MOST + 1
