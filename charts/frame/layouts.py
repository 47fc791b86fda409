"""The sizes a figure is made for: three on screen, three for export.

A figure carries its own title, notes and source in every one of them, so that what is on the screen and what
is exported are the same picture."""

import re
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Layout:
    """One size. `width` is nominal: screen layouts (`fixed` False) fill the width they are given, and take the
    height that their content needs; export layouts have exactly `width` x `height` pixels. Sizes in pixels."""

    name: str
    width: int
    height: int | None
    pad: int
    title: float
    subtitle: float
    label: float
    small: float
    note: float
    source: float

    @property
    def fixed(self) -> bool:
        """True where the height is given (exports)."""
        return self.height is not None

    @property
    def tight(self) -> bool:
        """True where there is no room side by side: panels are stacked and time runs downwards."""
        return self.width < 500

    @property
    def text_width(self) -> float:
        """Pixels that a line of the title or a note may take."""
        return self.width - 2 * self.pad

    @property
    def unit(self) -> float:
        """Size of everything relative to the wide screen layout."""
        return self.label / 13


_ALL = (
    Layout("narrow", 360, None, 12, 17, 13, 12, 11, 11, 10),
    Layout("medium", 640, None, 16, 19, 13, 12.5, 11, 11.5, 10.5),
    Layout("wide", 900, None, 18, 22, 14.5, 13, 11.5, 12, 11),
    Layout("slide", 1600, 900, 48, 40, 24, 20, 17, 18, 14),
    Layout("half", 1000, 620, 24, 25, 16, 14, 12, 13, 11),
    Layout("square", 1080, 1080, 40, 34, 20, 17, 14.5, 15, 13),
)
STEP, SLIMMEST, WIDEST = 20, 280, 1400
"""Widths of figures on the screen, in pixels."""
LAYOUTS: dict[str, Layout] = {layout.name: layout for layout in _ALL}


_SCREEN = re.compile(r"screen-(\d{3,4})")


def screen(width: float) -> str:
    """The name of a layout for a figure that has so many pixels on the screen: of that very width (in steps of STEP,
    rounded down, so that nothing is cut), with the type sizes of the nearest of narrow, medium and wide."""
    return f"screen-{min(max(int(width) // STEP * STEP, SLIMMEST), WIDEST)}"


def layout_of(name: str) -> Layout:
    """The layout of that name, one of LAYOUTS or from `screen`. Raises ValueError for a name that does not exist."""
    if named := _SCREEN.fullmatch(name):
        width = int(named[1])
        base = LAYOUTS["narrow" if width < 500 else "medium" if width < 760 else "wide"]
        return replace(base, name=name, width=width)
    if name not in LAYOUTS:
        raise ValueError(f"no layout {name!r}; there are {', '.join(LAYOUTS)}")
    return LAYOUTS[name]
