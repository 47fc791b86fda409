"""The feed is Atom as RFC 4287 has it: what must be there is there once, ids stay, times have a zone."""

from __future__ import annotations

from datetime import UTC, datetime
from xml.etree import ElementTree

from briefing.feed import NAMESPACE, Item, atom

KEY, ONE, TWO = (f"00000000-0000-4000-8000-00000000000{n}" for n in range(3))
HOME = "https://d.example.org/"
EARLY, LATE = datetime(2026, 11, 24, 9, 30, tzinfo=UTC), datetime(2026, 11, 26, 13, 5, tzinfo=UTC)
ITEMS = [
    Item(ONE, LATE, "Ana put <b>Kenya</b> & Ghana on the list of “GA”.", f"{HOME}shortlist?campaign=1", "Ana"),
    Item(TWO, EARLY, "A\x00/RES/1 is new.", f"{HOME}resolutions?text=A%2FRES%2F1"),
]


def read(content: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(content)


def text(parent: ElementTree.Element, name: str) -> str:
    """The text of the one element of that name."""
    (found,) = parent.findall(f"{{{NAMESPACE}}}{name}")
    return found.text or ""


def test_the_feed_has_what_every_feed_must_have() -> None:
    feed = read(atom(KEY, HOME, ITEMS, EARLY))
    assert feed.tag == f"{{{NAMESPACE}}}feed"
    assert text(feed, "id") == f"urn:uuid:{KEY}"
    assert text(feed, "title") == "Who stands up for defenders: what is new"
    assert text(feed, "updated") == "2026-11-26T13:05:00+00:00"
    (author,) = feed.findall(f"{{{NAMESPACE}}}author")
    assert text(author, "name")
    (link,) = feed.findall(f"{{{NAMESPACE}}}link")
    assert link.attrib == {"rel": "alternate", "href": HOME}


def test_each_entry_has_what_every_entry_must_have() -> None:
    entries = read(atom(KEY, HOME, ITEMS, EARLY)).findall(f"{{{NAMESPACE}}}entry")
    told = [tuple(text(entry, name) for name in ("id", "title", "updated", "content")) for entry in entries]
    assert told == [
        (f"urn:uuid:{ONE}", ITEMS[0].sentence, "2026-11-26T13:05:00+00:00", ITEMS[0].sentence),
        (f"urn:uuid:{TWO}", "A/RES/1 is new.", "2026-11-24T09:30:00+00:00", "A/RES/1 is new."),
    ]
    links = [entry.find(f"{{{NAMESPACE}}}link").attrib["href"] for entry in entries]
    assert links == [item.link for item in ITEMS]
    (author,) = entries[0].findall(f"{{{NAMESPACE}}}author")
    assert text(author, "name") == "Ana"
    assert entries[1].findall(f"{{{NAMESPACE}}}author") == []  # then that of the feed holds
    assert [entry.find(f"{{{NAMESPACE}}}content").attrib for entry in entries] == [{"type": "text"}] * 2


def test_an_empty_feed_is_whole_and_the_same_each_time() -> None:
    feed = read(atom(KEY, HOME, [], EARLY))
    assert text(feed, "updated") == "2026-11-24T09:30:00+00:00"
    assert feed.findall(f"{{{NAMESPACE}}}entry") == []
    assert atom(KEY, HOME, ITEMS, EARLY) == atom(KEY, HOME, ITEMS, EARLY)
