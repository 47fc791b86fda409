"""The letter to the Permanent Representative of a State: one call, or a command.

python -m briefing.letter.letter --state KEN --language fr --request mandate --out letter.docx
python -m briefing.letter.letter --list

The file's ending decides: .docx, .html, .txt, or .zip for several States with an index."""

import argparse
import csv
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from analytics.english import capital, count
from briefing.letter import facts as letter_facts
from briefing.letter.merge import letters_zip
from briefing.letter.parts import UNSIGNED, Dispatch, Letter, Signatory
from briefing.letter.requests import REQUESTS
from briefing.letter.screen import letter_html, letter_page, letter_text
from briefing.letter.state_meant import meant
from briefing.letter.text import compose
from briefing.letter.word import letter_docx
from data.store import Record
from data.tongues import state_names
from files import whole

__all__ = [
    "REQUESTS",
    "Dispatch",
    "Letter",
    "Signatory",
    "letter",
    "letter_docx",
    "letter_html",
    "letter_page",
    "letter_text",
    "letters_zip",
    "main",
    "read_signatories",
]


class LetterError(ValueError):
    """What a person can put right: the message says what is wrong and what there is instead."""


def letter(record: Record, iso3: str, request: str, language: str = "en", going: Dispatch = UNSIGNED) -> Letter:
    """The letter to one State; `request` a key of REQUESTS. Raises KeyError for an unknown code, ValueError for an
    unknown request or language."""
    common = letter_facts.shared(record, request, going.on, [iso3])
    return compose(record, letter_facts.facts(record, iso3, request, common), language, going)


def read_signatories(path: Path) -> list[Signatory]:
    """The user's list of organisations: a .csv with the columns organisation, name, title (the last two may be
    missing), or a text file with one organisation a line. Raises LetterError where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise LetterError(f"The list of signatories {path} cannot be read: {error}") from None
    if path.suffix.lower() != ".csv":
        return [Signatory(line.strip()) for line in text.splitlines() if line.strip()]
    rows = csv.DictReader(text.splitlines())
    heads = {(head or "").strip().lower().replace("z", "s"): head for head in rows.fieldnames or []}
    if "organisation" not in heads:
        raise LetterError(f"The list of signatories {path} has no column “organisation”.")
    found = [
        Signatory(*((row.get(heads.get(field, ""), "") or "").strip() for field in ("organisation", "name", "title")))
        for row in rows
    ]
    return [who for who in found if who.organisation or who.name]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Returns 0, or 2 after saying on the error output what is wrong."""
    parser = argparse.ArgumentParser(prog="letter", description="A letter to the Permanent Representative of a State.")
    parser.add_argument("--list", action="store_true", help="list requests and languages")
    parser.add_argument("--state", action="append", default=[], help="ISO code or name; several with --out FILE.zip")
    parser.add_argument("--language", default="en", help="en, fr or es")
    parser.add_argument("--request", default="", help="see --list")
    parser.add_argument("--signatories", type=Path, help="CSV (organisation, name, title) or one name a line")
    parser.add_argument("--addressee", default="", help="name of the Permanent Representative, if known")
    parser.add_argument("--date", default="", help="date of the letter, YYYY-MM-DD (default: today)")
    parser.add_argument("--out", type=Path, help="file to write: .docx, .html, .txt or .zip")
    asked = parser.parse_args(arguments)
    if asked.list:
        print(_listing())
        return 0
    try:
        print(_write(asked))
    except (LetterError, OSError) as error:
        print(f"letter: {error}", file=sys.stderr)
        return 2
    return 0


def _listing() -> str:
    requests = [f"  {request.key:<10}{request.about}" for request in REQUESTS.values()]
    languages = [f"  {code:<10}{name}" for code, name in state_names.LANGUAGES.items()]
    return "\n".join(["Requests", *requests, "Languages", *languages])


def _write(asked: argparse.Namespace) -> str:
    from data import store

    out = _check(asked)
    signatories = read_signatories(asked.signatories) if asked.signatories else []
    going = Dispatch(signatories, asked.addressee, _day(asked.date))
    try:
        codes = [meant(text) for text in asked.state]
    except ValueError as problem:
        raise LetterError(capital(str(problem))) from None
    try:
        record = store.record()
    except store.NoDatabase as error:
        raise LetterError(str(error)) from None
    if out.suffix.lower() == ".zip":
        whole.write(out, letters_zip(record, codes, asked.request, asked.language, going))
        return f"{out}: {count(len(set(codes)), 'letter')} and an index."
    made = letter(record, codes[0], asked.request, asked.language, going)
    whole.write(out, _as_bytes(made, out.suffix.lower()))
    return "\n".join([f"{out}: {made.facts.why}", *made.warnings])


def _as_bytes(made: Letter, ending: str) -> bytes:
    if ending == ".docx":
        return letter_docx(made)
    return (letter_page(made) if ending == ".html" else letter_text(made)).encode("utf-8")


def _check(asked: argparse.Namespace) -> Path:
    if not asked.state:
        raise LetterError("Which State? Give --state with an ISO code or a name.")
    if asked.request not in REQUESTS:
        given = f"No request {asked.request!r}" if asked.request else "Which request? Give --request"
        raise LetterError(f"{given}; there are {', '.join(REQUESTS)}.")
    if asked.language not in state_names.LANGUAGES:
        raise LetterError(f"No letter in {asked.language!r}; there are {', '.join(state_names.LANGUAGES)}.")
    if asked.out is None:
        raise LetterError("Where to? Give --out with a file name.")
    endings = [".docx", ".html", ".txt", ".zip"]
    if asked.out.suffix.lower() not in endings:
        raise LetterError(f"{asked.out} must end in one of {', '.join(endings)}.")
    if len(asked.state) > 1 and asked.out.suffix.lower() != ".zip":
        raise LetterError("Several States need --out with a name that ends in .zip.")
    if not asked.out.parent.is_dir():
        raise LetterError(f"There is no folder {asked.out.parent}.")
    return asked.out


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise LetterError(f"{text!r} is no date of the form YYYY-MM-DD.") from None


if __name__ == "__main__":
    sys.exit(main())
