"""What an assembly shows, read from its description, its figure and its table, and held against what it has to show."""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from tests.oracle.pictures import pictures
from tests.oracle.said.sentences import same
from tests.oracle.said.texts import SHORT

if TYPE_CHECKING:
    from charts.frame.chart import Chart

HEADS = re.compile(r" ".join(rf"{re.escape(short)}: (.*?)[;.]" for short in SHORT.values()))


def told(chart: Chart) -> dict[str, str]:
    """The heads as the picture's description has them."""
    return dict(zip(SHORT.values(), HEADS.search(chart.alt).groups(), strict=True))


def drawn(chart: Chart) -> tuple[dict[str, str], Counter, list[str]]:
    """What a figure shows: the heads, how many tiles of each look, and all its words."""
    figure = chart.build("slide")
    words = [html.unescape(note.text.replace("<br>", " ")) for note in figure.layout.annotations]
    heads = {f"<b>{short}</b>": short for short in SHORT.values()}
    found = {heads[name]: head for head, name in zip(words, words[1:], strict=False) if name in heads}
    tiles = Counter({t.name: t.x.count(None) + 1 for t in figure.data if t.fill == "toself"})
    return found, tiles, words


def shown(chart: Chart) -> dict[str, str]:
    return dict(zip(chart.table["Code"], chart.table["Shown as"], strict=True))


def hold(chart: Chart, tiles: pictures.Tiles, word: str = "", nobody: str = "", draw: bool = True) -> None:
    """Heads and table of a chart say what the tiles are; so does the figure where it is drawn."""
    labels = {code: tile.label for code, tile in tiles.items()}
    same({c: (said, labels[c]) for c, said in shown(chart).items() if labels[c] and said != labels[c]}, {})
    heads = pictures.heads(tiles.values(), word, nobody)
    same(told(chart), heads)
    if draw:
        found, looks, words = drawn(chart)
        same(found, heads)
        same(looks, Counter(shown(chart).values()))
        assert set(looks) <= set(words), "each look has its entry in the legend"
