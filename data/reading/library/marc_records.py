"""Reads MARCXML record by record, so that a large file needs little more memory than its largest record."""

import re
from collections.abc import Iterator
from typing import cast
from xml.etree import ElementTree

from data.reading.documents.upload import refuse_dtd
from data.reading.model import ImporterError

Fields = list[tuple[str, list[tuple[str, str]]]]
"""The fields of a record: the tag, and the code and text of each subfield (code "" for a control field)."""

MAX_RECORDS = 5000
_CHUNK = 200_000
_DEEPEST = 12
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|"
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[124-9]|2\d|3[01]));",
    re.IGNORECASE,
)


def records(source: str, name: str) -> Iterator[Fields]:
    """The records of a file, one after the other. Raises ImporterError where it cannot be read, or has none."""
    refuse_dtd(source, name)
    count = 0
    for element in _elements(source, name):
        count += 1
        if count > MAX_RECORDS:
            raise ImporterError(
                name, f"it holds more than {MAX_RECORDS:,} records", "Export only the records you need."
            )
        yield _fields(element)
    if not count:
        raise ImporterError(name, "it holds no MARC record", "Export it as MARCXML from the UN Digital Library.")


def _elements(source: str, name: str) -> Iterator[ElementTree.Element]:
    parser: ElementTree.XMLPullParser[ElementTree.Element] = ElementTree.XMLPullParser(("start", "end"))
    open_elements: list[ElementTree.Element] = []
    inside = 0  # records that are open
    try:
        for chunk in _chunks(source):
            parser.feed(chunk)
            for event, element in cast("Iterator[tuple[str, ElementTree.Element]]", parser.read_events()):
                if event == "start":
                    open_elements.append(element)
                    inside += _local(element) == "record"
                    if len(open_elements) > _DEEPEST:
                        raise ElementTree.ParseError("its elements lie too deep in each other")
                    continue
                open_elements.pop()
                if _local(element) == "record":
                    inside -= 1
                    yield element
                if not inside:  # what lies between the records is of no use
                    element.clear()
                    if open_elements:
                        open_elements[-1].remove(element)
        parser.close()
    except (ElementTree.ParseError, ValueError) as error:
        line = getattr(error, "position", (0,))[0]
        place = f"line {line} is no proper XML" if line else "it is no proper MARCXML"
        raise ImporterError(name, place, "Export the record again from the UN Digital Library.") from None


def _chunks(source: str) -> Iterator[bytes]:
    """The text in pieces that end behind an element, without what XML forbids. The declaration may name an encoding
    that no longer holds: the text has been decoded already. Records in the wild carry control characters; another
    export would have them too."""
    at = 1 if source.startswith("\ufeff") else 0
    if declaration := _DECLARATION.match(source, at):
        at = declaration.end()
    while at < len(source):
        end = source.find(">", at + _CHUNK)
        end = len(source) if end < 0 else end + 1
        yield _CONTROL.sub(" ", source[at:end]).encode("utf-8", "replace")
        at = end


def _fields(record: ElementTree.Element) -> Fields:
    found: Fields = []
    for field in record:
        tag = field.get("tag", "")
        if _local(field) == "controlfield":
            found.append((tag, [("", field.text or "")]))
        elif _local(field) == "datafield":
            found.append((tag, [(sub.get("code", ""), sub.text or "") for sub in field if _local(sub) == "subfield"]))
    return found


def _local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
