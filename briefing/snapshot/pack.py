"""What the snapshot carries, in few bytes: figures and pages by key, packed by kind, opened when they are asked for."""

import base64
import json
import zlib
from collections.abc import Sequence
from typing import Any

from briefing.picture.compact import compact
from charts.frame.chart import Chart
from charts.frame.layouts import layout_of, screen

LAYOUTS: tuple[str, ...] = (screen(360), screen(900))
"""Of each picture: for a telephone, and for all else."""


class Packs:
    """Packs by name. Each is a JSON object by key; what lies side by side in one is alike, and packs well."""

    def __init__(self) -> None:
        self._held: dict[str, dict[str, Any]] = {}

    def add(self, pack: str, key: str, what: Any) -> None:
        """One more thing in a pack."""
        self._held.setdefault(pack, {})[key] = what

    def figures(self, pack: str, key: str, chart: Chart, layouts: Sequence[str] = LAYOUTS) -> None:
        """A chart, in each of the layouts."""
        drawn = [{"width": layout_of(name).width, "figure": compact(chart.drawn(name))} for name in layouts]
        self.add(pack, key, drawn)

    def signs(self) -> str:
        """Every sign that stands in a pack, for the font."""
        return "".join(sorted(set(json.dumps(self._held, ensure_ascii=False))))

    def elements(self) -> str:
        """The packs as elements of a page: deflated, in base64."""
        return "".join(
            f'<script type="text/plain" id="pack-{name}">{base64.b64encode(_deflated(held)).decode()}</script>'
            for name, held in self._held.items()
        )

    def laid_open(self, pack: str) -> str:
        """One pack as an element that is read at once; it goes out of the others."""
        # "<" as an escape, so that no text can end the script element
        plain = _plain(self._held.pop(pack)).replace("<", "\\u003c")
        return f'<script type="application/json" id="pack-{pack}">{plain}</script>'


def _deflated(held: dict[str, Any]) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    return packer.compress(_plain(held).encode()) + packer.flush()


def _plain(held: dict[str, Any]) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))
