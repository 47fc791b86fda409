"""Text of a web page. The page is never shown or run: only its words come through."""

from lxml import etree

from data.reading.documents.upload import MAX_TEXT
from data.reading.model import ImporterError

_SILENT = {"script", "style", "noscript", "template", "svg", "math", "iframe", "object", "head", "select", "button"}
_STRUCK = {"del", "s", "strike"}
_BLOCKS = (
    "p div br li ul ol tr table h1 h2 h3 h4 h5 h6 section article header footer nav main aside blockquote dd dt "
    "dl pre hr title form"
)
_BLOCK = frozenset(_BLOCKS.split())
_CELL = {"td", "th"}


class _Words:
    """What the parser calls at each tag and text."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.left_out: list[str] = []
        self._silent: list[str] = []
        self._struck = 0
        self._sup = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _SILENT:
            self._silent.append(tag)
        elif tag in _STRUCK:
            self._struck += 1
        elif tag == "sup":
            self._sup += 1
        if tag in _BLOCK:
            self.parts.append("\n")
        elif tag in _CELL:
            self.parts.append("\t")

    def end(self, tag: str) -> None:
        if tag in self._silent:
            while self._silent and self._silent.pop() != tag:
                pass
        elif tag in _STRUCK:
            self._struck = max(0, self._struck - 1)
        elif tag == "sup":
            self._sup = max(0, self._sup - 1)
        if tag in _BLOCK:
            self.parts.append("\n")

    def data(self, data: str) -> None:
        if self._silent:
            return
        if self._struck:
            if data.strip():
                self.left_out.append(" ".join(data.split())[:80])
            return
        # Outside <pre>, a line break in the source is only a space to the reader.
        text = " ".join(data.split()) if data.strip() else " "
        if data.strip():
            text = (" " if data[0].isspace() else "") + text + (" " if data[-1].isspace() else "")
        self.parts.append(f"[{text.strip()}]" if self._sup and text.strip().isdigit() else text)

    def close(self) -> None:
        """The end of the page."""


def read_html(source: str, name: str) -> tuple[str, list[str]]:
    """The words of a page, one block a line, and notes on what was left out. Raises ImporterError."""
    words = _Words()
    try:
        # libxml2 takes time as the page is long, also for "<a <a <a"; nothing is fetched.
        parser = etree.HTMLParser(target=words, no_network=True, remove_comments=True, remove_pis=True)
        parser.feed(source.replace("\x00", ""))
        parser.close()
    except (ValueError, TypeError, etree.LxmlError):
        raise ImporterError(name, "it could not be read as a web page", "Paste its text instead.") from None
    text = "".join(words.parts)[:MAX_TEXT]
    if not text.strip():
        raise ImporterError(name, "the page holds no text", "Copy the text from the browser and paste it.")
    notes = []
    if words.left_out:
        notes.append(f"Struck in the page and therefore left out: {'; '.join(words.left_out[:5])}")
    return text, notes
