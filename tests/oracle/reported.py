"""The number of sponsors of a text that can be told, of whole lists, parts of them, and what was reported."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tests.oracle.cells import best, list_at
from tests.oracle.record import Text, rows
from tests.oracle.said.sentences import Ask

KINDS = ("final", "at adoption")


@dataclass(frozen=True)
class Number:
    """`how`: complete, gap, partial, count only or none; `text`: the number in words, "" where none can be told."""

    how: str
    least: int | None
    text: str
    moment: str = ""

    @property
    def exact(self) -> bool:
        return self.text.isdigit()


def claims(folder: Path) -> dict[str, tuple[int, str, str]]:
    """The number reported for the end of each text: one of the final list before one at adoption, exact before "at
    least", the higher of equals."""
    held = {}
    for row in rows(folder, "count_claims"):
        if row["kind"] in KINDS:
            rank = (KINDS.index(row["kind"]), row["bound"] != "exact", -int(row["count"]))
            said = (int(row["count"]), row["bound"], row["kind"])
            held[row["resolution"]] = min(held.get(row["resolution"], (rank, said)), (rank, said))
    return {text: said for text, (_, said) in held.items()}


def told(ask: Ask, text: Text) -> Number:
    """The number of a text at the stage asked for; ask.more["claims"] are those of `claims`."""
    one = best(ask.record, text) if ask.stage == "final" else list_at(ask.record, text, ask.stage)
    claim = ask.more["claims"].get(text.symbol) if ask.stage == "final" else None
    held = one if one and one.stage == ask.stage else None
    if held and held.completeness == "complete":
        return Number("complete", len(held.names), str(len(held.names)))
    if held and held.completeness == "suspected gap":
        return Number("gap", len(held.names), f"at least {len(held.names)}")
    how = "partial" if held else "count only" if claim else "none"
    if claim:
        number, bound, moment = claim
        words = f"at least {number}" if bound == "at least" else str(number)
        return Number(how, number, words + (" at adoption" if moment == "at adoption" else ""), moment)
    return Number(how, len(held.names), f"at least {len(held.names)}") if held else Number(how, None, "")
