"""One chart as a file, from the command line.

python3 run.py export CHART --body GA --format png --out FILE
python3 run.py export --list
"""

import argparse
import json
import sys
from collections.abc import Sequence

from briefing import formats
from briefing.letter.state_meant import meant, several
from charts import catalog
from charts.question import Param
from data import store
from data.tongues.speech import ENGLISH, NotTranslated, speaking
from data.tongues.state_names import LANGUAGES
from files import out as files
from files import whole


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit code: 0 done, 1 could not be made, 2 wrongly asked."""
    asked = _parser().parse_args(arguments)
    if asked.list:
        print(_listing())
        return 0
    if not asked.chart:
        return _say("which chart? See python3 run.py export --list", 2)
    try:
        params = {name: _given(name, getattr(asked, name)) for name in catalog.PARAMS if getattr(asked, name)}
        chosen = formats.format_of(_format(asked))
        with speaking(asked.language):
            chart = catalog.build(asked.chart, store.record(), **params)
        out = files.target(asked.out, formats.file_name(chart, chosen.key, asked.size))
        content = formats.make(chart, chosen.key, asked.size)
        whole.write(out, content)
    except (ValueError, NotTranslated) as problem:
        return _say(str(problem), 2)
    except (store.NoDatabase, formats.NoBrowser, formats.ImageError, OSError) as problem:
        return _say(str(problem), 1)
    said = {"file": str(out), "bytes": len(content), "title": chart.title, "data_version": chart.data_version}
    print(json.dumps(said))
    return 0


def _given(name: str, text: str) -> Param:
    """What a parameter was given as; States may be named."""
    if name == "state":
        return meant(text)
    return several(text) if name in ("states", "picked") else text


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py export", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("chart", nargs="?", help="name of the chart, see --list")
    parser.add_argument("--list", action="store_true", help="say which charts and formats there are")
    parser.add_argument("--format", help=f"one of {', '.join(formats.FORMATS)} (default: by the name of the file)")
    parser.add_argument("--size", default="slide", help=f"of pictures: one of {', '.join(formats.SIZES)}")
    parser.add_argument("--out", default="", help="file or folder (default: a name that says what is in it)")
    parser.add_argument("--language", default=ENGLISH, choices=list(LANGUAGES), help="en, fr or es (default: en)")
    for name, what in catalog.PARAMS.items():
        parser.add_argument(f"--{name}", help=what)
    return parser


def _format(asked: argparse.Namespace) -> str:
    """The format asked for, or that of the file's name; png without either. Raises ValueError where the name is that
    of another kind of file: it would not open."""
    extension = files.extension(asked.out)
    if asked.format:
        chosen = formats.format_of(asked.format)
        if extension in formats.FORMATS and extension != chosen.extension:
            raise ValueError(f"{asked.out} is no name for a {chosen.key} file; end it in .{chosen.extension}")
        return chosen.key
    if extension and extension not in formats.FORMATS:
        raise ValueError(f"no format {extension!r}; there are {', '.join(formats.FORMATS)}")
    return extension or "png"


def _listing() -> str:
    lines = ["Charts, with what each can be asked:"]
    lines += [f"  {catalog.described(name)}" for name in catalog.names()]
    lines += ["Formats:"] + [f"  {one.key:18} {one.label}" for one in formats.FORMATS.values()]
    return "\n".join([*lines, f"Sizes of pictures: {', '.join(formats.SIZES)}"])


def _say(problem: str, code: int) -> int:
    print(f"export: {problem}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
