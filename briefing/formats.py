"""Every format in which a chart leaves the house: what it is called, what it needs, and how it is made."""

from collections.abc import Callable
from dataclasses import dataclass

from bootstrap.browser import find_browser, install_hint
from briefing.office import slides, tables
from briefing.picture import html, images
from briefing.picture.sizes import SIZES, size_of
from briefing.picture.worker import ImageError, NoBrowser
from charts.frame.chart import Chart
from data.tongues.speech import ENGLISH, speaking
from files.names import stem

__all__ = ["FORMATS", "SIZES", "Format", "ImageError", "NoBrowser", "browser_ready", "file_name", "format_of", "make"]


@dataclass(frozen=True)
class Format:
    """`needs_browser`: whether it cannot be made without a browser on the machine; `sized`: whether the size matters
    (for the others it is ignored); `translated`: whether it is made in other languages than English too."""

    key: str
    label: str
    extension: str
    needs_browser: bool
    sized: bool
    maker: Callable[[Chart, str], bytes]
    translated: bool = True


_ALL = (
    Format("png", "Picture (PNG, 300 dpi)", "png", True, True, images.png),
    Format("clear", "Picture, no background (PNG)", "png", True, True, images.clear),
    Format("svg", "Vector picture (SVG)", "svg", True, True, images.svg),
    Format("pdf", "PDF (vector)", "pdf", True, True, images.pdf),
    Format("pptx", "PowerPoint slide", "pptx", False, False, lambda chart, size: slides.one_slide(chart)),
    Format("xlsx", "Excel (data)", "xlsx", False, False, lambda chart, size: tables.xlsx_of(chart), translated=False),
    Format("csv", "CSV (data)", "csv", False, False, lambda chart, size: tables.csv_of(chart)),
    Format("noted", "CSV, notes first (#)", "csv", False, False, lambda chart, size: tables.csv_noted(chart)),
    Format("html", "Web page (works offline)", "html", False, False, lambda chart, size: html.page(chart)),
)
FORMATS: dict[str, Format] = {made.key: made for made in _ALL}


def format_of(key: str) -> Format:
    """The format of that name. Raises ValueError for one that does not exist."""
    if key not in FORMATS:
        raise ValueError(f"no format {key!r}; there are {', '.join(FORMATS)}")
    return FORMATS[key]


def make(chart: Chart, key: str, size: str = "slide") -> bytes:
    """The chart as a file of that format, in the chart's language. Raises ValueError (format, size, or a format that is
    made in English only), NoBrowser, ImageError."""
    chosen = format_of(key)
    if chart.language != ENGLISH and not chosen.translated:
        raise ValueError(f"{chosen.label} is made in English only")
    with speaking(chart.language):
        return chosen.maker(chart, size_of(size).key)


def file_name(chart: Chart, key: str, size: str = "slide") -> str:
    """A name that says what is in the file: chart, size where it matters, data version. Raises ValueError."""
    chosen, shown = format_of(key), size_of(size).key
    said = chart.language if chart.language != ENGLISH else ""
    unlike = {"clear": "no-background", "noted": "with-notes"}.get(key, "")
    parts = [chart.name, unlike, shown if chosen.sized else "", chart.data_version, said]
    return f"{stem(*parts)}.{chosen.extension}"


def browser_ready() -> str | None:
    """None where images can be made; else one sentence that says what to install."""
    return None if find_browser() else install_hint()
