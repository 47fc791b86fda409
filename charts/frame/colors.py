"""Colours, in a light and a dark theme, and the contrast between them.

Light follows DESIGN.md. Text stands out 4.5:1 and marks 3:1 from the ground they lie on (WCAG 2.2, 1.4.3 and
1.4.11); tests compute it. Status is told by fill, outline and hatching, never by red against green."""

from dataclasses import dataclass

from analytics.scope import UN_GROUPS

CLEAR = "rgba(255,255,255,0)"


@dataclass(frozen=True)
class Palette:
    """Colours of one theme, as #rrggbb. `group_*` are in the order of UN_GROUPS."""

    name: str
    ground: str
    ink: str
    secondary: str
    rule: str
    grid: str
    outline: str
    pale: str
    sponsor: str
    joined: str
    left: str
    neutral: str
    pale_area: str
    earlier_area: str
    unknown: str
    water: str
    pick: str
    group_marks: tuple[str, ...]
    group_texts: tuple[str, ...]
    steps: tuple[str, ...]
    extra: tuple[str, ...]

    def group_mark(self, group: str) -> str:
        """Fill of a regional group; any other group has the colour of a sponsor."""
        return self.group_marks[UN_GROUPS.index(group)] if group in UN_GROUPS else self.sponsor

    def group_text(self, group: str) -> str:
        """Colour of a group's name, dark (or light) enough for text."""
        return self.group_texts[UN_GROUPS.index(group)] if group in UN_GROUPS else self.ink


LIGHT = Palette(
    name="light",
    ground="#ffffff",
    ink="#1b2330",
    secondary="#5f6774",
    rule="#d8dce3",
    grid="#eceff3",
    outline="#8a92a0",
    pale="#e6eaf1",
    sponsor="#12436d",
    joined="#28a197",
    left="#c9480b",
    neutral="#f0f1f4",
    pale_area="#d3dbe6",
    earlier_area="#aebed1",
    unknown="#8a92a0",
    water="#ffffff",
    pick="#ffd24a",
    group_marks=("#f46a25", "#28a197", "#801650", "#7e5fb8", "#12436d"),
    group_texts=("#b8430b", "#14766d", "#801650", "#7250ae", "#12436d"),
    steps=("#7fa3c4", "#46769f", "#25598a", "#0c2f50"),
    extra=("#12436d", "#3d76ab", "#6b8fb3", "#28a197", "#5fb8b0"),
)
DARK = Palette(
    name="dark",
    ground="#141a23",
    ink="#e9edf4",
    secondary="#a5afbf",
    rule="#3b4554",
    grid="#252d39",
    outline="#7b8798",
    pale="#2c3644",
    sponsor="#6fa8dc",
    joined="#4fd0c3",
    left="#ff9a5c",
    neutral="#222933",
    pale_area="#35414f",
    earlier_area="#4d5f73",
    unknown="#7b8798",
    water="#141a23",
    pick="#ffd24a",
    group_marks=("#ff8b4d", "#3fc1b5", "#dd78aa", "#ab90ea", "#6fa8dc"),
    group_texts=("#ff9d68", "#4fd0c3", "#e68fb9", "#b9a2f0", "#8bbbe6"),
    steps=("#6a90b5", "#86aed3", "#abcfee", "#d7eaff"),
    extra=("#6fa8dc", "#94bfe4", "#7f96b0", "#4fd0c3", "#8ee0d7"),
)
THEMES = {"light": LIGHT, "dark": DARK}


def palette(theme: str) -> Palette:
    """The palette of a theme. Raises ValueError for a theme that does not exist."""
    if theme not in THEMES:
        raise ValueError(f"no theme {theme!r}; there are {', '.join(THEMES)}")
    return THEMES[theme]


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of #rrggbb (WCAG 2.2 definition)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours (WCAG 2.2 definition)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def text_on(fill: str) -> str:
    """White or near-black, whichever reads better on `fill`; white wherever it reaches 4.5:1."""
    white, dark = "#ffffff", LIGHT.ink
    if contrast(white, fill) >= 4.5 or contrast(white, fill) >= contrast(dark, fill):
        return white
    return dark
