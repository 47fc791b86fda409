"""What is wrong with a source file, said so that somebody can mend it: file, row, column, reason."""

from dataclasses import dataclass

SHOWN = 20


@dataclass(frozen=True)
class Problem:
    """One fault. `row` is the line of the file as a spreadsheet counts it (the header is row 1); 0 = whole file."""

    file: str
    row: int
    column: str
    reason: str

    def __str__(self) -> str:
        place = self.file + (f", row {self.row}" if self.row else "")
        return f"{place}{f', column {self.column}' if self.column else ''}: {self.reason}"


class SourceError(ValueError):
    """The source files cannot be built into a record. `problems` holds every fault that was found."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        lines = [f"  {problem}" for problem in problems[:SHOWN]]
        if len(problems) > SHOWN:
            lines.append(f"  … and {len(problems) - SHOWN} more")
        count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
        super().__init__(
            f"{count} in the source files; the database was not changed. Mend these and build again:\n"
            + "\n".join(lines)
        )
