"""The sentences on top of pages: true in any scope, and silent where nothing is known."""

from __future__ import annotations

import pandas as pd

from analytics.ladder import ladder
from analytics.scope import Scope
from analytics.trends import counts
from charts.answers import compare, state, trends
from tests import made

CLAIMS = made.claims()


def test_a_text_with_withdrawals_is_told_apart_from_the_range():
    table = counts(made.cells("2001 2003 2005\nAAA S S S\nBBB S n S\nCCC n n S"), CLAIMS)
    assert trends(table, {"GA 2003"}) == (
        "General Assembly: between 2 and 3 sponsors (most in 2005) on 2 complete lists, "
        "and 1 in 2003 after withdrawals."
    )
    only = table[table["resolution"] == "GA 2003"]
    assert trends(only, {"GA 2003"}) == "General Assembly: 1 sponsor on the one complete list."


def test_bodies_stand_in_their_order_and_say_that_no_list_is_held():
    dark = {2001: ("", ""), 2003: ("", "")}
    council = made.cells("2001 2003\nAAA ? ?", body="HRC", lists=dark)
    assembly = made.cells("2005\nAAA ?", lists={2005: ("", "")})
    assert trends(counts(pd.concat([council, assembly]), CLAIMS)) == (
        "General Assembly: no complete list is held of its 2005 text; "
        "Human Rights Council: no complete list is held of any of its 2 texts."
    )


def test_a_matrix_of_which_nothing_is_known_counts_no_sponsorships():
    dark = made.cells("2001\nAAA ?\nBBB ?", lists={2001: ("", "")})
    assert compare(dark, Scope(("GA",), 2001, 2001).words()) == (
        "Who sponsored is not known for any text in view (General Assembly, 2001)."
    )


def test_a_state_with_what_is_not_known_reads_as_one_sentence():
    table = made.cells("2001 2003 2005 2007\nAAA S S S ?", lists={2007: ("suspected gap", "final")})
    standing = ladder(table, "GA").set_index("iso3").loc["AAA"]
    dark = ladder(made.cells("2001\nAAA ?", body="CHR", lists={2001: ("", "")}), "CHR").set_index("iso3").loc["AAA"]
    assert state("Aaa", {"GA": standing, "CHR": dark}) == (
        "Aaa: Core to 2005, 2007 not known in the General Assembly (sponsored 3 of 3 known texts); "
        "nothing known in the Commission on Human Rights."
    )


def test_a_record_with_one_unknown_cell_is_not_all_known():
    rows = [f"{letter}{n} S" for letter in "ABC" for n in range(10, 99)]
    table = made.cells("\n".join(["2001", *rows, "DDD ?"]))
    assert compare(table, "2001") == (
        "At least 267 of 268 Member States sponsored a text or more (2001); over 99% of the record is known."
    )
