"""Text for Word, PowerPoint, Excel, SVG and web pages: without what none of them can hold."""

import html
import re

# XML 1.0 has no place for these control characters, lone surrogates and non-characters; of C1 nobody sees any.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


PROPERTY = 255


def safe_xml(text: str) -> str:
    """The text without the characters that no file of XML can hold, nor any in UTF-8."""
    return _UNKEEPABLE.sub("", text)


def in_property(text: str) -> str:
    """The same, for a property of a document, such as its title: Office takes 255 characters there, and no file with
    more can be made."""
    said = safe_xml(text)
    return said if len(said) <= PROPERTY else f"{said[: PROPERTY - 1].rstrip()}…"


def escape(text: str) -> str:
    """The same, and its signs of markup escaped: for the text and the attributes of a page or a drawing."""
    return html.escape(safe_xml(text))
