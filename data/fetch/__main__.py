"""Command line: `python -m data.fetch` fetches documents from the United Nations and prints a JSON line for each."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from data.checks.problems import SourceError
from data.drafts import NOT_ADOPTED
from data.fetch import follow, plan
from data.fetch.client import Client
from data.fetch.hosts import LANGUAGES, hosts
from data.fetch.plan import Wanted
from data.fetch.round import Result, Round
from data.fetch.store import Store, file_name
from data.reading.context import Context
from data.reading.model import ImporterError
from files import paths, whole


def main(arguments: list[str] | None = None) -> int:
    """Fetch what is asked for. Prints JSON lines (ASCII) on standard output, what is being done on standard error.
    Returns 0 where at least one document is there, 1 where none is, 2 for a command that cannot be understood."""
    asked = argparse.ArgumentParser(
        prog="run.py fetch",
        description="Fetch documents from the United Nations and recognise their lists of "
        "sponsors. Nothing counts before it is reviewed and accepted in the dashboard.",
    )
    asked.add_argument("symbols", nargs="*", metavar="SYMBOL", help="of a document, such as A/C.3/76/L.28")
    asked.add_argument("--missing", action="store_true", help="all that would settle texts without a complete list")
    asked.add_argument("--text", action="append", default=[], metavar="TEXT", help="what would settle A/RES/76/174")
    asked.add_argument("--language", choices=list(LANGUAGES), help="only in this language (else en, then fr, then es)")
    asked.add_argument("--out", type=Path, metavar="DIR", help="put a copy of each document into this folder too")
    asked.add_argument("--again", action="store_true", help="ask also for documents that are held already")
    asked.add_argument("--plan", action="store_true", help="only say what would be asked for; nothing goes online")
    given = asked.parse_args(arguments)
    if not (given.symbols or given.missing or given.text):
        asked.print_usage(sys.stderr)
        _say("Name a document, or say --missing or --text.")
        return 2
    languages = (given.language,) if given.language else tuple(LANGUAGES)
    try:
        context = Context.from_files(data_dir=paths.DATA_DIR if paths.DATA_DIR.is_dir() else None)
        texts = [*(plan.missing(context) if given.missing else []), *given.text]
        wanted = plan.joined([*plan.of_symbols(given.symbols, context), *plan.of_texts(texts, context)])
        client = Client(hosts())
        _tell_plan(wanted, languages, client, given.again)
        return 0 if given.plan else _fetch(Round(list(wanted), languages, given.again), client, context, given.out)
    except (ImporterError, SourceError, OSError) as error:
        _say(str(error))
        return 1
    except KeyboardInterrupt:
        _say("Stopped. What was fetched is kept; the same command goes on with the rest.")
        return 130


def _tell_plan(wanted: Sequence[Wanted], languages: Sequence[str], client: Client, again: bool) -> None:
    store = Store(paths.DATA_DIR)
    new = [one for one in wanted if again or not store.seems_held(one.symbol, languages)]
    fewest, most = plan.fewest_and_most_requests(new, languages)
    servers = ", then ".join(host.name for host in client.hosts)
    number = f"{len(wanted)} document{'s' * (len(wanted) != 1)}"
    _say(f"{number}, {len(wanted) - len(new)} of them held already; {fewest} to {most} requests to {servers}")
    for one in wanted:
        whether = "" if one.known else " (if there is one)"
        _say(f"  {one.symbol}: {one.kind}{whether}{', for ' if one.resolutions else ''}{', '.join(one.resolutions)}")


def _fetch(asked: Round, client: Client, context: Context, out: Path | None) -> int:
    store = Store(paths.DATA_DIR)
    while asked.todo:
        result = asked.step(client, store, context)
        file = _copy(result, store, out)
        print(json.dumps(as_line(result, file)), flush=True)
        _say(f"{result.symbol}: {result.status}" + (f" ({result.reason}). {result.remedy}" if result.reason else ""))
    if asked.again:
        for draft in dict.fromkeys(text for one in asked.results for text in one.wanted.resolutions):
            _tell_change(draft, asked, context)
    return 0 if any(one.held for one in asked.results) else 1


def _tell_change(draft: str, asked: Round, context: Context) -> None:
    row = context.resolution(draft)
    if not row or row["adoption"] != NOT_ADOPTED:
        return
    change = follow.compare(draft, asked.results, paths.DATA_DIR)
    if change and change.since:
        _say(
            f"{draft}: since {change.since[:10]} {len(change.more)} more ({', '.join(change.more) or 'none'}), "
            f"{len(change.gone)} no longer named ({', '.join(change.gone) or 'none'})"
        )


def _copy(result: Result, store: Store, out: Path | None) -> str:
    """Where the document lies: its copy in `out`, or the one in the user's folder; "" where there is none."""
    if result.held is None:
        return ""
    if out is None:
        return str(store.path(result.held))
    path = out / f"{file_name(result.held.symbol, result.held.language)}.pdf"
    whole.write(path, store.read(result.held) or b"")
    return str(path)


def as_line(result: Result, file: str) -> dict[str, object]:
    """What became of a document, as plain values."""
    held = result.held
    return {
        "symbol": result.symbol,
        "language": result.language,
        "file": file,
        "status": result.status,
        "lists": [one.as_dict() for one in result.lists],
        "texts": list(result.wanted.resolutions),
        "address": held.address if held else "",
        "sha256": held.sha256 if held else "",
        "fetched": held.day if held else "",
        "reason": result.reason,
        "remedy": result.remedy,
    }


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
