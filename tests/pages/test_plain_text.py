"""What people type is plain text on every page: no picture, link or other markup of it reaches a colleague."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from pages.shared.markdown import plain
from tests.pages.visit import opened
from workspace.store import Workspace

MARKUP = re.compile(r"(?<!\\)\[mark")
SHOWN = {"body", "label", "help", "content", "text"}
"""The fields that Streamlit takes for Markdown; values, options of pickers and tables it shows as they are."""


def evil(what: str) -> str:
    """A name that would be a picture and a link."""
    return f"![mark](http://127.0.0.1:9/{what}.png) [mark](http://127.0.0.1:9/{what})"


def said(message: Message) -> Iterator[str]:
    """Every text in an element that is taken for Markdown."""
    for descriptor, value in message.ListFields():
        for one in value if descriptor.is_repeated else [value]:
            if isinstance(one, Message):
                yield from said(one)
            elif isinstance(one, str) and descriptor.name in SHOWN:
                yield one


def blocks(node: object) -> Iterator[Message]:
    """The elements of a page and the containers around them."""
    if hasattr(node, "proto") and node.proto is not None:
        yield node.proto
    for child in getattr(node, "children", {}).values():
        yield from blocks(child)


def marked_up(at: AppTest) -> list[str]:
    """What stands on the page as markup of the evil names."""
    protos = [proto for proto in blocks(at._tree) if proto.DESCRIPTOR.name != "Html"]  # which is escaped
    return [text for proto in protos for text in said(proto) if MARKUP.search(text)]


@pytest.fixture
def campaign(desk_of_own: Workspace) -> str:
    """A workspace in which everything that has a name has an evil one; the number of its campaign."""
    made = desk_of_own.campaigns.create(evil("campaign"), "GA", 2027, evil("aim"))
    for iso3, status in (("KEN", "to contact"), ("CHE", "committed"), ("MLI", "declined")):
        desk_of_own.shortlist.add(
            made.id, iso3, owner=evil("owner")[:120], note=evil("note"), next_step=evil("step"), status=status
        )
    desk_of_own.signatories.add(evil("person"), evil("title"), evil("organisation"))
    for name in ("one", "other"):
        desk_of_own.scenarios.create(evil(name), "GA", 2027, ["KEN", "MLI"], {"keep": True, "total": 1})
    desk_of_own.briefing.add("text", {}, evil("item"), evil("words"))
    desk_of_own.briefing.add("text", {}, "", evil("untitled"))
    return str(made.id)


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("shortlist", {"view": "table"}),
        ("shortlist", {"view": "board"}),
        ("targets", {"body": "GA"}),
        ("coalition", {"body": "GA", "picked": ["KEN"]}),
        ("briefing", {}),
        ("letter", {}),
        ("states", {"state": "KEN"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(map(str, value)),
)
def test_a_name_is_plain_text(campaign, page, query):
    at = opened(page, campaign=campaign, **query)
    shown = "".join(text for proto in blocks(at._tree) for text in said(proto)).replace("\\", "")
    assert "[mark" in shown or page == "targets", "the page shows none of the names"
    assert marked_up(at) == []


def test_what_came_of_a_change_is_plain_text(campaign):
    at = opened("targets", body="GA")
    next(b for b in at.button if b.label.startswith("Start") or b.label.startswith("Add")).click().run()
    assert marked_up(at) == []


@pytest.mark.parametrize("text", [evil("x"), "a_b*c*", "# head", "<b>", ":material/home:", "$x$", "1. one", "~~a~~"])
def test_plain_keeps_every_sign(text):
    assert re.sub(r"\\(.)", r"\1", plain(text)).replace("\u2060", "") == text
