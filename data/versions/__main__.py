"""What changed between two versions of the record, text by text and list by list.

python3 run.py changes OLD NEW

OLD and NEW: databases (build/cosponsorship.duckdb), archives that were taken away from the Sources page (CSV or
Parquet in a ZIP), or those that the build keeps (build/versions).
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from data.versions.changes import changes
from data.versions.version import NoVersion, read


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 whatever changed, 1 where a file cannot be read."""
    parser = argparse.ArgumentParser(
        prog="run.py changes", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("old", type=Path, metavar="OLD")
    parser.add_argument("new", type=Path, metavar="NEW")
    asked = parser.parse_args(arguments)
    try:
        old, new = read(asked.old), read(asked.new)
    except (NoVersion, OSError) as problem:
        print(f"changes: {problem}", file=sys.stderr)
        return 1
    found = changes(old, new)
    print(f"From data version {old.name} to {new.name}: {len(found) or 'none'} of the texts and lists changed.")
    for change in found:
        print(f"- {change.sentence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
