"""What is new as an Atom feed (RFC 4287), for feed readers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from xml.etree import ElementTree

from briefing.words import PRODUCER
from data.tongues.speech import ENGLISH
from files.xml import safe_xml

NAMESPACE = "http://www.w3.org/2005/Atom"
MIME = "application/atom+xml"


@dataclass(frozen=True)
class Item:
    """An entry of the feed. key: a UUID that stays its own; at: when it came or last changed; link: a page's address;
    by: who did it, "" for the dashboard itself."""

    key: str
    at: datetime
    sentence: str
    link: str
    by: str = ""


def atom(key: str, home: str, items: Sequence[Item], otherwise: datetime) -> bytes:
    """The feed, its items in the order given. `key`: a UUID that stays the feed's own; `home`: the dashboard's address;
    `otherwise`: when it was last changed, where it has no item."""
    feed = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": ENGLISH})
    _put(feed, "id", f"urn:uuid:{key}")
    _put(feed, "title", "Who stands up for defenders: what is new")
    _put(feed, "updated", _moment(max((item.at for item in items), default=otherwise)))
    _put(_put(feed, "author"), "name", PRODUCER)
    _put(feed, "generator", PRODUCER)
    _put(feed, "link", rel="alternate", href=home)
    for item in items:
        entry = _put(feed, "entry")
        _put(entry, "id", f"urn:uuid:{item.key}")
        _put(entry, "title", item.sentence)
        _put(entry, "updated", _moment(item.at))
        if item.by:
            _put(_put(entry, "author"), "name", item.by)
        _put(entry, "link", rel="alternate", href=item.link)
        _put(entry, "content", item.sentence, type="text")
    return ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)


def _put(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> ElementTree.Element:
    made = ElementTree.SubElement(parent, name, {key: safe_xml(value) for key, value in attributes.items()})
    made.text = safe_xml(text) or None
    return made


def _moment(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
