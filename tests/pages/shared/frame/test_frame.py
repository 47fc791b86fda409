"""What stands around every page."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from files.paths import ROOT

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_a_record_that_cannot_be_read_is_told_in_words_with_what_to_do(monkeypatch):
    def refuse():
        raise store.NoDatabase("The database cannot be read. Build it again with: python3 run.py build")

    monkeypatch.setattr(store, "record", refuse)
    at = AppTest.from_file(ROOT / "app.py", default_timeout=60).run()
    assert not at.exception
    assert [error.value for error in at.error] == [
        "The database cannot be read. Build it again with: python3 run.py build. Then load this page again."
    ]
