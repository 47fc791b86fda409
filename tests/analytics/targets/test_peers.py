"""Peers: groups and neighbours count where at least half of those known sponsor; gaps are said."""

from __future__ import annotations

import pytest

from analytics.targets.facts import facts
from analytics.targets.peers import bordering, political, regional
from tests import made

CODES = ["AAA", "BBB", "CCC", "DDD", "EEE", "FFF"]


def found_in(sponsors: list[str], doubt: str = "", **more):
    listed = made.listed("A/RES/2009", sponsors, "suspected gap" if doubt else "complete", doubt=doubt)
    text = made.text("A/RES/2009", "2009-12-18", names=len(sponsors))
    record = made.record([made.state(code) for code in CODES], [text], [listed], **more)
    return facts(record, "GA", 2026)


@pytest.mark.parametrize(
    ("sponsors", "doubt", "sentence"),
    [
        (["BBB", "CCC"], "", None),
        (
            ["BBB", "CCC", "DDD"],
            "",
            "Of the other members of its regional group (African), 3 of 5 sponsored A/RES/2009 (2009).",
        ),
        (
            ["BBB", "CCC"],
            "DDD",
            "Of the other members of its regional group (African), at least 2 of 5 sponsored A/RES/2009 (2009); of 1 "
            "it cannot be told.",
        ),
        (["BBB", "CCC"], "DDD;EEE;FFF", None),  # of two known nothing is said
    ],
)
def test_the_regional_group(sponsors, doubt, sentence):
    reason = regional("AAA", found_in(sponsors, doubt))
    assert (reason.sentence if reason else None) == sentence


def test_political_groups_as_of_today():
    def member(group: str, code: str, since: str = "", until: str = "") -> dict[str, str]:
        return {
            "group_id": group,
            "group_name": f"Group {group}",
            "iso3": code,
            "member_from": since,
            "member_to": until,
        }

    members = [member("Good", code) for code in ("AAA", "BBB", "CCC", "DDD")]
    members += [member("Few", code) for code in ("AAA", "BBB")]
    # A member on the day of the text and not today: the coming text is of no interest to that group.
    members += [member("Gone", code, until="2020-01-31") for code in CODES]
    members += [member("Later", code, since="2015-01-01") for code in ("AAA", "BBB", "CCC", "FFF")]
    members += [member("Low", code) for code in ("AAA", "DDD", "EEE", "FFF")]
    found = found_in(["BBB", "CCC"], group_members=members)
    assert political("AAA", found).sentence == (
        "Of today's other members, A/RES/2009 (2009) was sponsored by 2 of 3 in the Group Good and 2 of 3 in "
        "the Group Later."
    )
    assert political("EEE", found) is None


def test_land_neighbours_by_name():
    borders = [{"iso3": "AAA", "neighbour": code} for code in ("BBB", "CCC", "DDD")]
    borders += [{"iso3": "EEE", "neighbour": "BBB"}]
    found = found_in(["BBB", "CCC"], doubt="DDD", neighbours=borders)
    assert bordering("AAA", found).sentence == (
        "Of its land neighbours, at least 2 of 3 sponsored A/RES/2009 (2009): Bbb and Ccc; of 1 it cannot be told."
    )
    assert bordering("EEE", found) is None  # one neighbour is no neighbourhood
    assert bordering("FFF", found) is None
