"""The font that is shipped holds every sign that the product writes, and a file carries the signs that it needs."""

from __future__ import annotations

import base64
import io
import re
import unicodedata

from fontTools.ttLib import TTFont

from charts.frame import font
from charts.frame.text import width


def test_every_sign_of_the_record_and_of_the_sentences_is_in_the_font(record):
    written = "".join(record.states["name"]) + "".join(record.resolutions["title"].fillna(""))
    signs = {
        sign for sign in written + "≥≤–−×·…’‘“”«»←→↑↓○●†‡⁰¹²³⁴⁵⁶⁷⁸⁹ÅÇíôéñüİıŞşĞğ" if unicodedata.category(sign) != "Cc"
    }
    for bold in (False, True):
        assert not {sign for sign in signs if ord(sign) not in font.advances(bold)}


def test_a_sign_that_no_font_of_ours_has_counts_as_a_wide_one():
    assert width("語", 10) == 10


def test_a_file_carries_the_signs_of_its_text_and_of_its_json_in_every_weight_and_few_others():
    carried = re.findall(
        r"font-weight:(\d+);src:url\(data:font/woff2;base64,([^)]+)\)", font.faces('Türkiye "\\u2265 71"')
    )
    assert [int(weight) for weight, _ in carried] == list(font.WEIGHTS)
    for weight, data in carried:
        part = TTFont(io.BytesIO(base64.b64decode(data)))
        assert {ord("ü"), ord("≥"), ord("a")} <= set(part.getBestCmap())
        assert len(part.getBestCmap()) < 110
        whole = TTFont(font.STATIC_FONTS / f"SourceSans3-{font.WEIGHTS[int(weight)]}.woff2", lazy=True)
        assert part["hmtx"][part.getBestCmap()[ord("W")]][0] == whole["hmtx"]["W"][0]
