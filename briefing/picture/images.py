"""A chart as PNG, SVG or PDF, in one of the export sizes, with its words as metadata too."""

import io
import re
import struct
import zlib

import numpy as np
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from briefing.picture.sizes import DPI, size_of
from briefing.picture.worker import WORKER, ImageError, NoBrowser, browser_path
from briefing.words import note_lines, producer
from charts.frame.chart import Chart
from charts.frame.font import faces
from data.geo.shortened import shortened
from files.whole import in_memory
from files.xml import escape, safe_xml

__all__ = ["ImageError", "NoBrowser", "browser_path", "pdf", "png", "svg"]

_NOTHING = "rgba(0, 0, 0, 0)"
_MANY = 200
"""Signs of a path from which it is worth being written anew; a circle or a swatch stays as it is."""
_PNG_START = b"\x89PNG\r\n\x1a\n"


def png(chart: Chart, size: str = "slide", clear: bool = False) -> bytes:
    """PNG of the size's pixels, tagged 300 dpi, its words in text chunks; `clear`: with nothing behind what is drawn,
    to be laid over a slide of any light colour. Raises NoBrowser, ImageError."""
    words = {
        "Title": chart.title,
        "Description": chart.alt,
        "Source": chart.source,
        "Comment": " ".join(note_lines(chart)),
        "Software": producer(chart),
    }
    extra = [_chunk(b"pHYs", struct.pack(">IIB", round(DPI / 0.0254), round(DPI / 0.0254), 1))]
    extra += [_text(keyword, text) for keyword, text in words.items() if text]
    return _with_chunks(_render(chart, "png", size, clear), extra)


def clear(chart: Chart, size: str = "slide") -> bytes:
    """The PNG without a background. Raises NoBrowser, ImageError."""
    return png(chart, size, clear=True)


def svg(chart: Chart, size: str = "slide") -> bytes:
    """SVG with title and desc for screen readers, its font inside. Raises NoBrowser, ImageError."""
    drawn = safe_xml(_render(chart, "svg", size).decode("utf-8"))
    drawn = _lighter(drawn) if chart.is_map else drawn
    start, end, rest = drawn.partition(">")
    title, alt = escape(chart.title), escape(chart.alt)
    said = escape(" ".join([*note_lines(chart), f"{chart.source}.", f"{producer(chart)}."]))
    style = f"<style>{faces(drawn)}</style>"
    head = f'<title id="chart-title">{title}</title><desc id="chart-desc">{alt} {said}</desc>'
    attributes = f' role="img" xml:lang="{chart.language}" aria-labelledby="chart-title chart-desc"'
    return f"{start}{attributes}{end}{head}{style}{rest}".encode()


def _lighter(drawn: str) -> str:
    """A map with its outlines on half pixels: a thirteenth of what the browser writes, with thirteen decimals."""

    def lighter(found: re.Match[str]) -> str:
        if len(found[1]) < _MANY:
            return found[0]
        made = ""
        for line in found[1].split("M")[1:]:
            points = np.array(re.split("[L,]", line.rstrip("Z")), dtype=float).reshape(-1, 2)
            made += shortened(points, line.endswith("Z"), step=0.5)
        return f' d="{made or "M0 0"}"'

    return re.sub(r' d="((?:M[-\d.,eL]+Z?)+)"', lighter, drawn)


def pdf(chart: Chart, size: str = "slide") -> bytes:
    """One page of vectors, fonts embedded, with document title and language. Raises NoBrowser, ImageError."""
    source = PdfReader(io.BytesIO(_render(chart, "pdf", size)))
    writer = PdfWriter(clone_from=source)
    writer.add_metadata(
        {
            "/Title": safe_xml(chart.title),
            "/Subject": safe_xml(chart.subtitle),
            "/Keywords": safe_xml(chart.source),
            "/Creator": producer(chart),
        }
    )
    writer.root_object[NameObject("/Lang")] = TextStringObject(chart.language)
    return in_memory(writer.write)


def _render(chart: Chart, format: str, size: str, clear: bool = False) -> bytes:
    """Raw bytes of the browser: in light colours, on a white ground unless it is to be clear."""
    wanted = size_of(size)
    built = chart.build(wanted.layout, "light")
    if clear:
        built.update_layout(paper_bgcolor=_NOTHING, plot_bgcolor=_NOTHING)
        built.update_geos(bgcolor=_NOTHING)
    figure = built.to_plotly_json()
    scale = wanted.scale if format == "png" else 1
    return WORKER.render(figure, format, wanted.width, wanted.height, scale)


def _with_chunks(image: bytes, extra: list[bytes]) -> bytes:
    """A PNG with chunks put in right after its header, in place of a resolution it may already hold."""
    if not image.startswith(_PNG_START):
        raise ImageError("the browser did not return a PNG")
    at, kept = len(_PNG_START), []
    while at < len(image):
        length = struct.unpack(">I", image[at : at + 4])[0]
        chunk = image[at : at + 12 + length]
        if chunk[4:8] != b"pHYs":
            kept.append(chunk)
        at += 12 + length
    return b"".join([_PNG_START, kept[0], *extra, *kept[1:]])


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _text(keyword: str, text: str) -> bytes:
    """An iTXt chunk: UTF-8, not compressed, no language."""
    return _chunk(b"iTXt", keyword.encode("latin-1") + b"\x00\x00\x00\x00\x00" + safe_xml(text).encode("utf-8"))
