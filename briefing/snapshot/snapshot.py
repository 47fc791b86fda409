"""The record as one web page to send by e-mail or to put on a web site: read-only, offline, nothing of anybody's work.

python3 run.py snapshot --out defenders.html
"""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files

from briefing.citation import citation
from briefing.picture import html
from briefing.snapshot.markup import Html, tag
from briefing.snapshot.pack import Packs
from briefing.snapshot.views import MENU, entries, views
from briefing.words import PRODUCER
from charts.frame.sources import BOUNDARIES_CREDIT, UN_BOUNDARIES
from data import store
from data.store import Record
from files import out, whole

Progress = Callable[[float, str], None]
TITLE = "Who stands up for defenders"
MOST = 3_000_000
"""Bytes that the file may have, so that it goes through any e-mail."""


def snapshot(record: Record, progress: Progress | None = None) -> bytes:
    """The whole record as one HTML file; `progress`: told what part of it is done, and what is being made."""
    packs = Packs()
    made = views(record, packs)
    pages: dict[str, Html] = {}
    for number, (address, make) in enumerate(made.items()):
        if progress:
            progress(number / len(made), address)
        pages[address] = make()
    for address, page in pages.items():
        packs.add("states" if address.startswith("state=") else "pages", address, page)
    return _file(record, packs, pages["overview"])


def file_name(record: Record) -> str:
    """The name of the file: what is in it, and the data version."""
    return f"defenders_{record.version}.html"


def _file(record: Record, packs: Packs, first: Html) -> bytes:
    packs.add("search", "entries", entries(record))
    signs, overview = packs.signs(), packs.laid_open("overview")
    body = (
        f"<a class='skip' href='#page'>To the page</a>{_head()}<p id='told' role='status'></p>"
        f"<main id='page' tabindex='-1'>{first}</main>{_foot(record)}{overview}"
    )
    about = f"{PRODUCER}, data version {record.version}"
    page = html.Page(TITLE, body, style=_own("snapshot.css"), description=about)
    later = html.Later([html.outlines_script()], packs.elements(), signs)
    made = html.assembled(page, [*html.drawing_scripts(), _own("snapshot.js")], later)
    return made.replace(b"<body>", f"<body data-version='{record.version}'>".encode(), 1)


def _head() -> Html:
    links = (tag("a", label, href=f"#{address}") for address, label in MENU.items())
    field = (
        '<label for="find" class="unseen">Find a State or a text</label><input id="find" type="search" role="combobox" '
        'aria-expanded="false" aria-controls="found" aria-autocomplete="list" autocomplete="off" '
        'placeholder="Find a State or a text"><ul id="found" role="listbox" aria-label="Found" hidden></ul>'
    )
    pictures = (tag("button", label, type="button", data_picture=label.lower()) for label in ("Assembly", "Map"))
    return tag(
        "header",
        tag("p", TITLE, class_="brand"),
        tag("div", Html(field), id="search", role="search"),
        tag("nav", *links, aria_label="Pages"),
        tag("div", *pictures, id="pictures", role="group", aria_label="Picture"),
    )


def _foot(record: Record) -> Html:
    """What stands below every page: what it is, version and day, how to cite, licences, the sentence on boundaries."""
    return tag(
        "footer",
        tag("p", f"{PRODUCER}. A copy to be read: data version {record.version}, built {record.built_on}."),
        tag("p", f"To cite: {citation(record.version, record.built_on)}", class_="cite"),
        tag("p", "Facts from UN documents, compilation CC BY 4.0. Unknown is never counted as “no”."),
        tag("p", f"{BOUNDARIES_CREDIT}. {UN_BOUNDARIES}"),
        tag("noscript", tag("p", "The other pages of this file need scripts; it asks nothing of the internet.")),
    )


@cache
def _own(name: str) -> str:
    return (files("briefing.snapshot") / name).read_text(encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 could not be made, 2 wrongly asked."""
    parser = argparse.ArgumentParser(prog="run.py snapshot", description=__doc__)
    parser.add_argument("--out", default="", help="file or folder (default: a name with the data version)")
    asked = parser.parse_args(arguments)
    try:
        record = store.record()
        file = out.target(asked.out, file_name(record))
        content = snapshot(record)
        whole.write(file, content)
    except ValueError as problem:
        print(f"snapshot: {problem}", file=sys.stderr)
        return 2
    except (store.NoDatabase, OSError) as problem:
        print(f"snapshot: {problem}", file=sys.stderr)
        return 1
    print(json.dumps({"file": str(file), "bytes": len(content), "data_version": record.version}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
