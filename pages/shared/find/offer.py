"""What the field can find in this record, and how each of it is called."""

from collections.abc import Iterable, Iterator

from analytics.scope import GROUP_SHORT, POLITICAL
from pages.shared.find.entries import Entry, Finder, Kind
from pages.shared.record import record as tables
from pages.shared.record.memory import once

PAGES_WITH_CARDS = (
    *("", "where", "trends", "resolutions", "states", "compare", "together", "votes", "topics", "targets", "coalition"),
)
"""Addresses of the pages whose first chart can be taken away at once."""


@once()
def finder(pages: tuple[tuple[str, str], ...]) -> Finder:
    """Everything that can be found by somebody whose menu has these pages (address and title)."""
    shown = {address for address, _ in pages}
    offered = [*_pages(pages), *_states(), *_groups(), *_texts(), *_actions(), *_views()]
    return Finder(entry for entry in offered if entry.page in shown)


def _pages(pages: Iterable[tuple[str, str]]) -> Iterator[Entry]:
    for address, title in pages:
        yield Entry(Kind.PAGE, title, address)
        if address in PAGES_WITH_CARDS:
            yield Entry(Kind.ACTION, f"Export {title}", address, name=f"export download {title}", opens=True)


def _states() -> Iterator[Entry]:
    names = tables.names()
    for value, label in tables.spellings().items():
        iso3 = tables.meant(value)
        yield Entry(Kind.STATE, label, "states", {"state": iso3})
        yield Entry(Kind.ACTION, f"Letter to {names[iso3]}", "letter", {"to": "one", "state": iso3}, f"letter {label}")
        yield Entry(Kind.ACTION, f"Export {names[iso3]}", "states", {"state": iso3}, f"export {label}", opens=True)
        yield Entry(
            Kind.ACTION, f"Compare {names[iso3]}", "compare", {"view": "states", "one": iso3}, f"compare {label}"
        )


def _groups() -> Iterator[Entry]:
    for group, short in GROUP_SHORT.items():
        yield Entry(Kind.GROUP, group, "compare", {"view": "everything", "group": group}, f"{group} {short}")
    held = tables.record().group_members[["group_id", "group_name"]].drop_duplicates()
    for group, name in held.itertuples(index=False):
        yield Entry(Kind.GROUP, f"{name} ({group})", "compare", {"view": "groups", "by": POLITICAL, "group1": group})


def _texts() -> Iterator[Entry]:
    for row in tables.texts(drafts=True).itertuples():
        name = f"{row.label} {row.title} {row.draft_symbol or ''} {row.report_symbol or ''}"
        yield Entry(Kind.TEXT, row.label, "resolutions", {"text": row.resolution}, name)


def _views() -> Iterator[Entry]:
    """Pictures that have a name of their own and stand on a page of another name."""
    for label, page, asks in (
        ("Map of States", "where", {"picture": "map"}),
        ("Matrix of States and texts", "compare", {"view": "everything"}),
        ("Where each State stands", "where", {"show": "ladder"}),
        ("The founders today", "where", {"show": "founders"}),
    ):
        yield Entry(Kind.PAGE, label, page, asks)


def _actions() -> Iterator[Entry]:
    yield Entry(Kind.ACTION, "Show the tour", "", {"tour": "yes"}, "show the tour help start")
    yield Entry(Kind.ACTION, "Letters to a shortlist", "letter", {"to": "shortlist"})
    yield Entry(Kind.ACTION, "Letters to all Member States", "letter", {"to": "all"})
