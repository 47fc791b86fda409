"""Every form in which a whole briefing leaves the house."""

from collections.abc import Callable
from dataclasses import dataclass

from briefing.document.forms import bundle, deck, paper, present, web
from briefing.document.forms import pdf as printing
from briefing.document.sections import Progress, english_only
from briefing.document.spec import Briefing
from briefing.words import short
from data.store import Record
from data.tongues.speech import ENGLISH, speaking
from files.names import stem


@dataclass(frozen=True)
class Output:
    """`make`: (briefing, record, progress) -> bytes. `needs_browser`: cannot be made without one; the deck and the
    paper can, with tables in place of pictures. `suffix`: before the extension, in file names; `translated`:
    whether it is made in other languages than English too."""

    key: str
    label: str
    extension: str
    needs_browser: bool
    make: Callable[[Briefing, Record, Progress | None], bytes]
    suffix: str = ""
    translated: bool = True


_ALL = (
    Output("deck", "Slides (PowerPoint)", "pptx", False, deck.deck),
    Output("paper", "Briefing paper (Word)", "docx", False, paper.paper),
    Output("pdf", "Briefing paper (PDF)", "pdf", True, printing.pdf),
    Output("html", "Web page (works offline)", "html", False, web.page),
    Output("present", "Presentation (full screen, works offline)", "html", False, present.presentation, "present"),
    Output("zip", "Everything (ZIP)", "zip", False, bundle.everything, translated=False),
)
OUTPUTS: dict[str, Output] = {output.key: output for output in _ALL}


def make(briefing: Briefing, record: Record, key: str, progress: Progress | None = None) -> bytes:
    """The briefing in that form, in its language. Raises ValueError (form, a briefing without items, a form or an item
    that is made in English only), NoBrowser, ImageError."""
    if key not in OUTPUTS:
        raise ValueError(f"no form {key!r} of a briefing; there are {', '.join(OUTPUTS)}")
    if not briefing.items:
        raise ValueError("there is nothing in this briefing yet")
    if briefing.language != ENGLISH:
        if not OUTPUTS[key].translated:
            raise ValueError(f"{OUTPUTS[key].label} is made in English only")
        if left := english_only(briefing, record):
            raise ValueError("; ".join(left.values()))
    with speaking(briefing.language):
        return OUTPUTS[key].make(briefing, record, progress)


def file_name(briefing: Briefing, record: Record, key: str) -> str:
    """A name that says what is in the file: title and data version. Raises ValueError."""
    if key not in OUTPUTS:
        raise ValueError(f"no form {key!r} of a briefing; there are {', '.join(OUTPUTS)}")
    output = OUTPUTS[key]
    said = briefing.language if briefing.language != ENGLISH else ""
    return f"{stem(short(briefing.title, 60), output.suffix, record.version, said)}.{output.extension}"
