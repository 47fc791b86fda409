"""Overview: the answer, the latest texts, what comes next, what is not known."""

from __future__ import annotations

import pytest

from tests.pages.visit import answer, opened, source_line, titles, words

pytestmark = pytest.mark.usefixtures("desk_of_own")


def test_where_support_stands(record):
    at = opened("overview")
    assert "At least 73 sponsors of the latest General Assembly text (2023)" in answer(at)
    assert "Council: not known for 2026, 72 sponsors, one of them an observer" in answer(at)
    first = titles(at)[0]
    assert first.startswith("At least 73 States from all five groups sponsored the 2023 text")
    assert "at least 7 joined since 2019, at least 11 sponsors of 2019 did not sponsor it" in first
    said = words(at)
    for coming in record.opportunities.itertuples():
        assert f"**{coming.year} · " in said
        assert coming.what in said
    assert "Of 38 texts on defenders, 15 have a complete final list of sponsors, 9 the draft as tabled alone" in said
    assert {m.value for m in at.metric if m.label == "Regional groups with a sponsor"} == {"5 of 5"}
    assert f"Data version {record.version}" in source_line(at)


def test_what_the_address_says_wrongly_is_passed_over_and_the_rest_kept():
    at = opened("overview", body=["CHR", "XX"], years="9999-1", by="foo", text="foo")
    scope = at.session_state
    assert (scope["body"], tuple(scope["years"]), scope["by"]) == (["CHR"], (1998, 2026), "un_group")
    assert "years" not in at.query_params
    assert "by" not in at.query_params
    assert at.query_params["body"] == "CHR"
