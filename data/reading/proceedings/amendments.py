"""Amendments to a draft: who tables those does not sponsor the draft, often the contrary."""

import re
from itertools import islice

from data.reading.model import ImporterError
from data.reading.text.passages import Page
from data.reading.text.split import LOOK, split

_HEAD = 6000
_MOST = 5
_NAME = 110
_AMENDMENT = re.compile(
    r"(?<!\s)\s*:\s*(?:\*+|\[?\d{1,2}\]?|[¹²³⁴-⁹])?\s*(?:(?:further|revised|proposed|oral|draft)\s+)*"
    r"(?:(?:sub-?)?amendments?\s+to\s+(?:the\s+)?(?:(?:further|revised|proposed|draft)\s+)*"
    r"(?:resolution|decision|amendments?|text|document|[AES]/)|(?:sous-)?amendements?\s+(?:révisés?\s+)?(?:au|aux|à)\s|"
    r"(?:sub)?enmiendas?\s+(?:revisadas?\s+)?(?:al?|a\s+las?)\s)",
    re.IGNORECASE,
)


def tables_amendments(page: Page) -> bool:
    """Whether a document is amendments to a draft: ": amendment to draft resolution" behind a name, near its head."""
    for match in islice(_AMENDMENT.finditer(page.masked, 0, _HEAD), _MOST):
        begin = max(0, match.start() - _NAME)
        before = split(page.masked, (begin, match.start()), page.context.names, how=LOOK)
        known = [s.span[1] for s in before.states] + [o.span[1] for o in before.on_behalf_of]
        if known and all(u.span[1] < max(known) for u in before.unresolved):
            return True
    return False


def speaks_of_amendments(text: str) -> bool:
    """Whether a title near the head of a text is of amendments, whoever tables them."""
    return bool(_AMENDMENT.search(text, 0, _HEAD))


def refusal(name: str) -> ImporterError:
    """What a person is told of a document that holds amendments and nothing else."""
    return ImporterError(
        name,
        "it holds amendments to a draft, and who tables those does not sponsor the draft",
        "Choose the draft itself, or the report on it.",
    )
