"""Text as it is kept: one place where what people type or paste is made fit for every store and every
file."""

import re
import unicodedata

from files.xml import safe_xml
from workspace.errors import WorkspaceError

LONG = 10_000


def clean(value: object, field: str, longest: int = LONG) -> str:
    """The text without outer blanks, invisible control characters and differing line ends (all become LF). Raises
    WorkspaceError, naming the field, if it is longer than `longest` characters."""
    text = unicodedata.normalize("NFC", str(value if value is not None else ""))
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)  # Word pastes line breaks as vertical tabs
    text = safe_xml(text).strip()  # what it takes out PostgreSQL cannot keep either
    if len(text) > longest:
        raise WorkspaceError(f"{field.capitalize()} has {len(text):,} characters; {longest:,} fit. Shorten it.")
    return text


def line(value: object, field: str, longest: int = 200) -> str:
    """As `clean`, on one line. Raises WorkspaceError if it is too long."""
    return clean(" ".join(clean(value, field).split()), field, longest)


def needed(value: object, field: str, longest: int = 200) -> str:
    """As `line`, and not empty. Raises WorkspaceError if nothing is left."""
    text = line(value, field, longest)
    if not text:
        raise WorkspaceError(f"{field.capitalize()} is empty. Write one.")
    return text


def code(value: object) -> str:
    """A State's ISO code in capitals. Raises WorkspaceError if it does not look like one."""
    text = clean(value, "State").upper()
    if not re.fullmatch("[A-Z]{3}", text):
        raise WorkspaceError(f"“{text}” is no code of a State. Use three letters such as KEN.")
    return text
