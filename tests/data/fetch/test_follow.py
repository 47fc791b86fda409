"""A draft that is being sponsored, looked at again: who is more since the last look, and who is no longer named."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from data.fetch import follow, plan
from data.fetch.client import Client, Limits
from data.fetch.hosts import hosts
from data.fetch.round import Round
from data.fetch.store import Store
from data.reading.context import Context
from tests.data.fetch import un as faults
from tests.data.reading import made
from tests.data.review.kept import accept_resolution

DRAFT = "A/C.3/81/L.30"


@pytest.fixture
def drafted(tmp_path, context):
    """The record with a draft that is being sponsored."""
    facts = {
        "resolution": DRAFT,
        "adoption": "not yet adopted",
        "short_title": "Defenders",
        "adopted_on": f"{date.today() + timedelta(days=20)}",
    }
    accept_resolution(tmp_path, facts, "Ana", context)
    return Context.from_files(data_dir=tmp_path)


def look(folder, context):
    whole = Round(list(plan.of_texts([DRAFT], context)), again=True)
    while whole.todo:
        whole.step(Client(hosts(), Limits(pause=0, back_off=0.01)), Store(folder), context)
    return follow.compare(DRAFT, whole.results, folder)


def test_two_more_since_the_last_look(un, tmp_path, drafted):
    un.has(DRAFT, made.draft(["Albania", "Norway"], DRAFT))
    first = look(tmp_path, drafted)
    assert (first.since, first.now, first.more, first.gone) == ("", ("ALB", "NOR"), (), ())
    un.has(f"{DRAFT}/Rev.1", made.draft(["Albania", "Kenya", "Norway", "Peru"], f"{DRAFT}/Rev.1", revised=True))
    second = look(tmp_path, drafted)
    assert (second.more, second.gone) == (("KEN", "PER"), ())
    assert second.since == follow.looks(DRAFT, tmp_path)[0].day
    assert follow.looks(DRAFT, tmp_path)[-1].names["ALB"] == [DRAFT, f"{DRAFT}/Rev.1"]
    third = look(tmp_path, drafted)
    assert (third.more, third.gone) == ((), ())


def test_who_is_no_longer_named_is_told(un, tmp_path, drafted):
    un.has(DRAFT, made.draft(["Albania", "Chile", "Norway"], DRAFT))
    look(tmp_path, drafted)
    un.has(DRAFT, made.draft(["Albania", "Norway"], DRAFT))
    assert look(tmp_path, drafted).gone == ("CHL",)


def test_nothing_is_compared_where_a_document_was_refused(un, tmp_path, drafted):
    un.has(DRAFT, made.draft(["Albania", "Norway"], DRAFT))
    look(tmp_path, drafted)
    un.documents[DRAFT, "en"] = faults.challenge
    assert look(tmp_path, drafted) is None
    assert len(follow.looks(DRAFT, tmp_path)) == 1


def test_a_damaged_look_is_passed_over(un, tmp_path, drafted):
    un.has(DRAFT, made.draft(["Albania", "Norway"], DRAFT))
    look(tmp_path, drafted)
    file = next((tmp_path / "documents").glob("*.followed.jsonl"))
    file.write_text(file.read_text() + '{"day": "x", "names": {}}\n{\n[]\n')
    assert len(follow.looks(DRAFT, tmp_path)) == 1
