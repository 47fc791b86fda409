"""Writes docs/words.md from data/words.py, so that pages, exports and the page of words cannot disagree.

`python -m data.vocabulary` writes the file; a test fails while it is stale."""

from collections.abc import Iterable, Sequence

from data import words
from files import paths

TARGET = paths.ROOT / "docs" / "words.md"
_HEAD = """# Words

Written from `data/words.py` by `python -m data.vocabulary`: change a word there, not here. Each stands for one thing on
every page and in every export; the rules behind them are in [methodology.md](methodology.md) and
[methodology_targets.md](methodology_targets.md).
"""


def vocabulary() -> str:
    """The whole document as Markdown: a table for each set of words."""
    stages = [(words.STAGES[stage], stage) for stage in words.STAGES]
    return "\n".join(
        [
            _HEAD,
            _table(
                "What is known of a State on a text", ((words.CELLS[key], words.MEANING[key]) for key in words.CELLS)
            ),
            _table("Where a State stands, in one body", words.STANDINGS.items()),
            _table("Why a State is asked, or is not", words.CATEGORIES.values()),
            _table("The stage of a list", stages, ("in sentences", "in tables")),
            _table("Where an added list comes from", ((key, said) for key, said in words.ORIGINS.items())),
            _table("Other words", words.TERMS.items()),
        ]
    )


def _table(title: str, rows: Iterable[tuple[str, str]], heads: Sequence[str] = ("word", "meaning")) -> str:
    lines = [f"## {title}", "", f"| {' | '.join(heads)} |", "|---|---|"]
    return "\n".join([*lines, *(f"| {word} | {meaning} |" for word, meaning in rows), ""])


def main() -> None:
    """Command line: write the document."""
    TARGET.write_text(vocabulary(), encoding="utf-8")


if __name__ == "__main__":
    main()
