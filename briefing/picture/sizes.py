"""The sizes in which a picture leaves the house."""

from dataclasses import dataclass

from charts.frame.layouts import layout_of

DPI = 300
SCALE = 2
"""Pixels of the image to one of the layout. With 300 dots to the inch: slide 27 x 15 cm, half page 17 x 10 cm (the
text width of an A4 page), square 18 x 18 cm."""


@dataclass(frozen=True)
class Size:
    """`layout`: of charts.frame.layouts; `width`, `height`: of the layout, in pixels; PNGs have `scale` times that."""

    key: str
    label: str
    layout: str
    width: int
    height: int
    scale: int = SCALE

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of the PNG."""
        return self.width * self.scale, self.height * self.scale

    @property
    def inches(self) -> tuple[float, float]:
        """Width and height on paper at 300 dpi."""
        return self.pixels[0] / DPI, self.pixels[1] / DPI


def _size(key: str, label: str) -> Size:
    layout = layout_of(key)
    return Size(key, label, key, layout.width, layout.height)


SIZES: dict[str, Size] = {
    size.key: size for size in (_size("slide", "Slide 16:9"), _size("half", "Half page"), _size("square", "Square"))
}


def size_of(key: str) -> Size:
    """The size of that name. Raises ValueError for one that does not exist."""
    if key not in SIZES:
        raise ValueError(f"no size {key!r}; there are {', '.join(SIZES)}")
    return SIZES[key]
