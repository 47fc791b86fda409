"""Several people at once: pictures are made one after the other, and each is told how many are before; a file is there
until whoever asked for it has it."""

from __future__ import annotations

import asyncio

from benchmarks.load.person import Person
from tests.browser.server import Server

PEOPLE = 4


async def _all_at_once(url: str) -> list[list[str]]:
    """What each is told while four ask for a picture in the same moment; all of them get theirs."""
    people = [Person(url) for _ in range(PEOPLE)]
    for person in people:
        await person.__aenter__()
    try:
        for person in people:
            await person.open("where")
            await person.set("tab-assembly-change", string_value="Export")
            person.said.clear()
        await asyncio.gather(*(person.download("png-assembly-change") for person in people))
        return [person.said for person in people]
    finally:
        for person in people:
            await person.__aexit__(None, None, None)


def test_who_waits_for_a_picture_is_told_how_many_are_before(dashboard: Server) -> None:
    told = asyncio.run(_all_at_once(dashboard.url))
    waited = [said for said in told if said]
    assert len(waited) >= PEOPLE - 2, "nobody waited"  # the first has nobody before it; it may be done at once
    numbers = [[int(words.split()[0]) for words in said] for said in waited]
    for one in numbers:
        assert one == sorted(one, reverse=True)
        assert 1 <= one[-1] <= one[0] < PEOPLE
    assert all(words.endswith("before you …") for said in waited for words in said)


async def _fetched_late(url: str) -> bytes:
    """A file that was made on a click, and is fetched when others have opened pages meanwhile."""
    async with Person(url) as one, Person(url) as other:
        await one.open("states")
        await one.set("tab-state", string_value="Export")
        address = await one.made("csv-state")
        for page in ("", "votes", "topics"):
            await other.open(page)
        return await one.fetch(address)


def test_a_file_is_there_until_the_browser_has_it_whatever_others_open_meanwhile(dashboard: Server) -> None:
    assert b"," in asyncio.run(_fetched_late(dashboard.url))
