"""`python3 run.py backup FILE` and `restore FILE`: see backup.py."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from workspace.backup.backup import backup, restore
from workspace.errors import WorkspaceError


def main(arguments: Sequence[str] | None = None) -> int:
    """`backup FILE` or `restore FILE`; prints what was done, returns the exit code."""
    asked = argparse.ArgumentParser(prog="run.py", description=__doc__)
    asked.add_argument("what", choices=("backup", "restore"))
    asked.add_argument("file", type=Path, help="the backup, a ZIP file")
    options = asked.parse_args(arguments)
    try:
        told = (backup if options.what == "backup" else restore)(options.file)
    except (WorkspaceError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    done = f"Wrote {told.words()} to {options.file}."
    if options.what == "restore":
        done = f"Restored {told.words()}, saved on {told.made_at[:10]}. Start the dashboard: python3 run.py"
    print(done)
    return 0


if __name__ == "__main__":
    sys.exit(main())
