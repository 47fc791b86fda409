"""Command line: `python -m data.reading FILE --dry-run` prints what was recognised as JSON and changes nothing."""

import argparse
import sys
from functools import partial
from pathlib import Path

from data.checks.problems import SourceError
from data.reading.context import Context
from data.reading.model import ImporterError
from data.reading.reader import within_limits
from data.reading.recognise import recognise, to_json
from files import paths


def main(arguments: list[str] | None = None) -> int:
    """Recognise one file ("-" = standard input) and print the lists in it; 0 if there is one, else 1 or 2."""
    parser = argparse.ArgumentParser(prog="import", description="Recognise the lists of sponsors in a document.")
    parser.add_argument("file", help="MARCXML, PDF, DOCX, HTML, text, CSV or XLSX; - reads standard input")
    parser.add_argument("--dry-run", action="store_true", help="print what was recognised as JSON")
    given = parser.parse_args(arguments)
    if not given.dry_run:
        print(
            "Lists are accepted in the dashboard, after review. To see what is recognised: --dry-run", file=sys.stderr
        )
        return 2
    try:
        data = sys.stdin.buffer.read() if given.file == "-" else Path(given.file).read_bytes()
        context = Context.from_files(data_dir=paths.DATA_DIR if paths.DATA_DIR.is_dir() else None)
        name = "standard input" if given.file == "-" else given.file
        print(to_json(within_limits(partial(recognise, data, name, context), data, name)))
    except OSError as error:
        print(f"{given.file}: it could not be opened ({error.strerror}). Check its name.", file=sys.stderr)
        return 1
    except (ImporterError, SourceError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
