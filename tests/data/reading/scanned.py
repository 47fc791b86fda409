"""Scans made by the tests: pages of a made document as pictures alone, tilted, specked and blurred."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2 as pdfium
from PIL import Image, ImageFilter


def scan(document: bytes, tilt: float = 0, specks: float = 0, blur: float = 0, dots: int = 200, seed: int = 1) -> bytes:
    """The pages of a PDF as pictures. `tilt` in degrees; `specks`: the part of all points that is black or white by
    chance; `blur`: radius in points; `dots` per inch."""
    chance = np.random.default_rng(seed)
    pages = []
    for page in pdfium.PdfDocument(document):
        drawn = page.render(scale=dots / 72, grayscale=True).to_pil()
        drawn = drawn.rotate(tilt, resample=Image.Resampling.BICUBIC, fillcolor=255)
        drawn = drawn.filter(ImageFilter.GaussianBlur(blur)) if blur else drawn
        grey = np.array(drawn)
        thrown = chance.random(grey.shape)
        grey[thrown < specks / 2] = 0
        grey[thrown > 1 - specks / 2] = 255
        pages.append(Image.fromarray(grey))
    file = io.BytesIO()
    pages[0].save(file, "PDF", resolution=dots, save_all=True, append_images=pages[1:])
    return file.getvalue()
