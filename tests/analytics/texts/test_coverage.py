"""What is held of each text, and which document would settle the rest."""

from __future__ import annotations

from analytics.measures import Measures
from analytics.texts.coverage import disagreements, totals
from data.descriptor import tables
from data.words import COVERAGE


def test_every_text_with_what_is_held_of_it(record):
    table = Measures(record).coverage().set_index("resolution")
    assert len(table) == 38
    assert table["coverage"].value_counts().to_dict() == record.resolutions["sponsor_coverage"].value_counts().to_dict()
    gap = table.loc["A/RES/78/216"]
    assert (gap["names"], gap["unknown"], gap["lists"]) == (73, 22, 4)
    assert gap["wanted"] == "report A/78/481/Add.2 and draft A/C.3/78/L.30/Rev.1"
    assert table.loc["A/RES/76/174", "reported"] == "85 (at adoption); 85 (final)"
    # Eight of statements are named, of all others it is not known.
    assert tuple(table.loc["A/RES/76/174", ["coverage", "names", "unknown"]]) == ("names only", 8, 185)
    draft = table.loc["CHR 2000/61"]
    assert tuple(draft[["coverage", "stage", "names", "unknown"]]) == ("tabled only", "tabled", 52, 0)
    assert draft["not_when_tabled"] == 187 - 51  # Switzerland, the 52nd, was an observer
    assert draft["wanted"] == "report E/2000/23 (E/CN.4/2000/167) and draft E/CN.4/2000/L.37"
    assert tuple(table.loc["CHR 2004/68", ["coverage", "unknown"]]) == ("tabled only", 1)  # Norway
    assert table["not_when_tabled"].gt(0).equals(table["coverage"].eq("tabled only"))
    assert table.loc["A/HRC/RES/58/23", "reported"] == "at least 50 (final)"


def test_withdrawals_are_no_number_of_sponsors(record):
    told = Measures(record).coverage().set_index("resolution").loc["A/RES/68/181", "reported"]
    assert "withdrawals)" in told  # the number before them
    assert "at least 30" not in told


def test_a_document_is_wanted_exactly_where_something_is_missing(record):
    table = Measures(record).coverage()
    assert ((table["wanted"] == "") == (table["coverage"] == "complete")).all()
    assert ((table["unknown"] == 0) >= (table["coverage"] == "complete")).all()
    open_ = table[["unknown", "not_when_tabled"]].sum(axis=1)
    assert (open_.gt(0) == table["coverage"].ne("complete")).all()


def test_every_kind_of_coverage_has_a_meaning():
    fields = {field.name: field for field in tables()["resolutions"].fields}
    assert set(COVERAGE) == set(fields["sponsor_coverage"].constraints["enum"])


def test_totals_add_up_to_all_texts(record):
    table = totals(Measures(record).coverage()).set_index("body")
    assert table["texts"].to_dict() == {"GA": 17, "CHR": 8, "HRC": 13}
    assert table.loc["CHR", "tabled only"] == 8
    assert table.loc["GA", ["complete", "suspected gap", "partial", "names only"]].tolist() == [13, 2, 1, 1]
    assert table.loc["HRC", list(COVERAGE)].tolist() == [2, 1, 1, 1, 5, 0, 3]
    assert (table[list(COVERAGE)].sum(axis=1) == table["texts"]).all()


def test_two_complete_lists_of_one_text_that_differ_are_told(record):
    table = disagreements(record)
    row = table[table["resolution"] == "A/RES/72/247"].iloc[0]
    assert (row["used"], row["other"]) == ("A/RES/72/247#final", "A/RES/72/247#as-adopted")
    assert (row["only_used"], row["only_other"]) == ((), ("GHA",))
    # a tabled list is of another moment: it is no disagreement
    assert "A/HRC/RES/22/6" not in set(table["resolution"])
