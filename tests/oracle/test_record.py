"""The product's record, cell by cell and word by word, against the second reading of the same source files."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.oracle.record import read
from tests.oracle.same import COMPARISONS

SOURCES = Path(__file__).resolve().parents[2] / "data" / "sources"


@pytest.mark.parametrize("compare", COMPARISONS, ids=lambda compare: compare.__name__)
def test_the_record_is_what_a_second_reading_says(record, compare):
    compare(record, read(SOURCES))
