"""Text that somebody else wrote (a document, a colleague's file), shown as it is and never as Markdown."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:^&=\"])")
_ADDRESS = re.compile(r"(?i)(?<=https:)(?=//)|(?<=http:)(?=//)|(?<=www)(?=\.)|(?<=\w)(?=@\w)")
"""Where an address is parted by a sign that nobody sees: else the browser makes a link of it, however it is escaped."""


def plain(text: str) -> str:
    """Text from a document or a file name, so that Markdown shows it as it is: no link, picture or directive."""
    return _MARKDOWN.sub(r"\\\1", _ADDRESS.sub("\u2060", " ".join(text.split())))
