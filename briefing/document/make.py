"""A ready-made briefing as a file, from the command line.

    python3 run.py briefing TEMPLATE --out FILE [--state KEN] [--body GA] [--language fr]
    python3 run.py briefing --list

The name of FILE says the form: .pptx slides, .docx paper, .pdf, .html, .zip for everything; --as present makes the
full-screen presentation.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from briefing.document import templates
from briefing.document.forms import outputs
from briefing.document.spec import Briefing, from_dict
from briefing.letter.state_meant import meant, several
from briefing.picture.worker import ImageError, NoBrowser
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
    if not asked.template:
        return _say("which template? See python3 run.py briefing --list", 2)
    try:
        key = _form(asked)
        record = store.record()
        briefing = _briefing(asked, record)
        out = files.target(asked.out, outputs.file_name(briefing, record, key))
        content = outputs.make(briefing, record, key, _told if sys.stderr.isatty() else None)
        whole.write(out, content)
    except (ValueError, NotTranslated) as problem:
        return _say(str(problem), 2)
    except (store.NoDatabase, NoBrowser, ImageError, OSError) as problem:
        return _say(str(problem), 1)
    said = {"file": str(out), "bytes": len(content), "title": briefing.title, "items": len(briefing.items)}
    print(json.dumps({**said, "data_version": record.version}))
    return 0


def _briefing(asked: argparse.Namespace, record: store.Record) -> Briefing:
    """The briefing of a template or, where the name is that of a JSON file, the one described there."""
    if asked.template.endswith(".json"):
        try:
            return from_dict(json.loads(Path(asked.template).read_text(encoding="utf-8")))
        except (UnicodeDecodeError, json.JSONDecodeError) as problem:
            raise ValueError(f"{asked.template} cannot be read: {problem}") from None
    state = meant(asked.state) if asked.state else ""
    whom = templates.Asked(asked.body, state, several(asked.states))
    with speaking(asked.language):
        return templates.make(asked.template, record, whom, asked.title)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="run.py briefing", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("template", nargs="?", help="name of a template, see --list, or a JSON file of a briefing")
    parser.add_argument("--list", action="store_true", help="say which templates and forms there are")
    parser.add_argument("--state", default="", help="ISO code or name of the State, such as KEN (capital-visit)")
    parser.add_argument("--states", default="", help="those to ask, such as KEN,ZAF (campaign-update)")
    parser.add_argument("--body", default="GA", help="GA or HRC")
    parser.add_argument("--title", default="", help="title of the briefing")
    parser.add_argument("--language", default=ENGLISH, choices=list(LANGUAGES), help="en, fr or es (default: en)")
    parser.add_argument("--as", dest="form", default="", help=f"one of {', '.join(outputs.OUTPUTS)}")
    parser.add_argument("--out", default="", help="file or folder (default: a name that says what is in it)")
    return parser


def _form(asked: argparse.Namespace) -> str:
    """The form asked for, or that of the file's name; the deck without either. Raises ValueError for a form that does
    not exist, and for a name that is that of another kind of file: it would not open."""
    ending = files.extension(asked.out)
    endings = {one.extension for one in outputs.OUTPUTS.values()}
    if asked.form:
        if asked.form not in outputs.OUTPUTS:
            raise ValueError(f"no form {asked.form!r} of a briefing; there are {', '.join(outputs.OUTPUTS)}")
        right = outputs.OUTPUTS[asked.form].extension
        if ending in endings and ending != right:
            raise ValueError(f"{asked.out} is no name for the form {asked.form}; end it in .{right}")
        return asked.form
    if not ending:
        return "deck"
    if ending not in endings:
        raise ValueError(f"no form of a briefing is a .{ending} file; give --as, or a name with another ending")
    return next(one.key for one in outputs.OUTPUTS.values() if one.extension == ending)


def _listing() -> str:
    lines = ["Templates:", *[f"  {one.key:16} {one.title_for_menu}" for one in templates.TEMPLATES.values()]]
    lines += ["Forms:", *[f"  {one.key:16} {one.label}, .{one.extension}" for one in outputs.OUTPUTS.values()]]
    return "\n".join(lines)


def _told(done: float, what: str) -> None:
    print(f"\r{done:4.0%} {what[:70]:70}", end="" if done < 1 else "\n", file=sys.stderr, flush=True)


def _say(problem: str, code: int) -> int:
    print(f"briefing: {problem}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main())
