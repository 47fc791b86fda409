"""Every kind of list against every kind of State, once: no combination is left to chance."""

from __future__ import annotations

from itertools import product

from tests import made
from tests.oracle.record import assembled
from tests.oracle.same import compare_cells, compare_grid, compare_stages, compare_totals

DAY, LATER = "2003-12-01", "2004-06-01"
STAGES = ("final", "tabled", "tabled revised", "oral", "as adopted", "additional", "withdrawn", "statement")
COMPLETENESS = ("complete", "suspected gap", "partial", "unknown")
WAS = (("", ""), (DAY, "independent"), (LATER, "observer"), (LATER, "independent"), (LATER, "not independent"))
ON_LIST = ("named", "in doubt", "not named")


def people():
    """A State for each way to be there, to stand on a list and to have withdrawn; observers among them."""
    states, named, doubt, back = [], set(), set(), set()
    kinds = [*((since, before, "African Group") for since, before in WAS), ("", "", "")]
    for n, ((since, before, group), on, withdrew) in enumerate(product(kinds, ON_LIST, (False, True))):
        code = f"X{n:02}"
        states.append({**made.state(code, group, since), "before_membership": before})
        for where, here in ((named, on == "named"), (doubt, on == "in doubt"), (back, withdrew)):
            if here:
                where.add(code)
    return states, named, doubt, back


def could_sponsor(state, body):
    there = body == "CHR" and state["before_membership"] == "observer"
    return state["member_since"] <= DAY or there


def records():
    """The rows of the record: for each body a text for each list that can be the one used, alone, with a list of those
    that withdrew, and with a second list of the same stage."""
    states, named, doubt, back = people()
    texts, lists = [], []
    for body, stage, kind, beside in product(("GA", "CHR", "HRC"), STAGES, COMPLETENESS, ("", "withdrawn", "same")):
        symbol = f"{body} {stage} {kind} {beside}".strip()
        able = {state["iso3"] for state in states if could_sponsor(state, body)}
        texts.append(made.text(symbol, DAY, body=body))
        open_ = {"complete": "", "partial": "*"}.get(kind, ";".join(sorted(doubt)))
        lists.append(made.listed(symbol, sorted(named & able), kind, stage=stage, doubt=open_))
        if beside:
            second, names = (stage, able - doubt) if beside == "same" else (beside, back & able)
            head, rows = made.listed(symbol, sorted(names), stage=second, used="no")
            key = f"{head['list_id']}-2"
            lists.append(({**head, "list_id": key}, [{**row, "list_id": key} for row in rows]))
    texts.append(made.text("GA nothing held", DAY))
    return states, texts, lists


def test_every_kind_of_list_and_state():
    states, texts, lists = records()
    second = assembled(states, texts, [head for head, _ in lists], [row for _, rows in lists for row in rows])
    record = made.record(states, texts, lists)
    for compare in (compare_stages, compare_grid, compare_totals, compare_cells):
        compare(record, second)
    values = set(record.rows("stage_grid")["value"])
    assert values == {"sponsor", "not_sponsor", "not_when_tabled", "unknown", "not_member"}
