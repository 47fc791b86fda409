"""Bring the catalogues up to date with what the code and the sources say: python -m data.tongues

What is new is put in without a translation, what is said no more is taken out, what stands is kept. Until each message
is translated, what says it is not made in that language (docs/translation.md)."""

import ast
import csv
import re
import sys
from collections.abc import Callable, Iterator
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from data import words
from data.tongues.speech import CATALOGUES
from data.tongues.state_names import LANGUAGES
from files import paths

LAYERS = ("data", "analytics", "charts", "briefing")
VOCABULARY = (
    "BODY_NAMES",
    "BODY_CODES",
    "CELLS",
    "OUTCOMES",
    "WITHDREW",
    "STAGES",
    "STANDINGS",
    "STATUS",
    "VOTE_WORDS",
    "CATEGORIES",
)
"""What data/words.py calls values, each a message."""
COLUMNS = (
    *(("sources/events", "text"), ("sources/opportunities", "what"), ("topics", "subject")),
    *(("sources/group_members", "group_id"), ("sources/group_members", "group_name")),
    *(("sources/resolutions", "short_title"), ("sources/sponsor_lists", "source_title")),
)
"""Columns of the sources, and of our own tables, whose text is said."""
_SAID_LATER, _PUBLISHER = re.compile(r"(said later [^.]+)"), re.compile(r"\(([^()]+)\)$")
Message = str | tuple[str, str]


def main() -> int:
    """Write the catalogues; returns how many messages are not translated."""
    messages, nouns = dict(found()), dict(counted())
    lacking = 0
    for language in LANGUAGES:
        path = CATALOGUES / f"{language}.po"
        if language == "en":
            continue
        held = Catalog(locale=language)
        if path.exists():
            with path.open("rb") as lines:
                held = read_po(lines, locale=language)
        made = Catalog(locale=language, project="Co-sponsors of UN texts on human rights defenders", version="1")
        said = messages | {noun: where for noun, where in nouns.items() if held.get(noun[0])}
        for message, where in said.items():
            key = message if isinstance(message, str) else message[0]
            kept = held.get(key)
            string = kept.string if kept and isinstance(kept.id, str) == isinstance(message, str) else ""
            made.add(message, string, auto_comments=[where])
            lacking += not (all(string) if isinstance(string, tuple) else string)
        path.write_bytes(written(made))
    print(f"{len(messages)} messages; {lacking} without a translation.")
    return lacking


def written(catalogue: Catalog) -> bytes:
    """A catalogue as a file, without the day and the names that would change it each time."""
    out = BytesIO()
    write_po(out, catalogue, width=118, omit_header=True)
    plural = f'"Plural-Forms: nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};\\n"\n'
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'
    return f'{head}"Language: {catalogue.locale}\\n"\n{plural}\n'.encode() + out.getvalue()


def found() -> Iterator[tuple[Message, str]]:
    """Each message with where it is said first: of the vocabulary, the code and the sources."""
    seen: set[Message] = set()
    for message, where in (*_of_words(), *_of_code(said_in), *_of_sources()):
        if message and message not in seen:
            seen.add(message)
            yield message, where


def _of_words() -> Iterator[tuple[Message, str]]:
    for name in VOCABULARY:
        value = getattr(words, name)
        for word in value.values() if isinstance(value, dict) else [value]:
            yield from ((each, "data/words.py") for each in (word if isinstance(word, tuple) else (word,)))
    yield from ((word, "data/words.py") for word in words.STANDINGS)


def _of_sources() -> Iterator[tuple[Message, str]]:
    for source, column in COLUMNS:
        where = f"data/{source}.csv"
        with (paths.ROOT / where).open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                text = row[column]
                if column == "source_title":
                    text = match[1] if (match := _PUBLISHER.search(text)) and not row["document_symbol"] else ""
                yield text, where
                yield from ((said, where) for said in _SAID_LATER.findall(text))


def counted() -> Iterator[tuple[Message, str]]:
    """Each noun that is counted, with where."""
    yield from _of_code(counted_in)


def _of_code(read: Callable[[str], Iterator[Message]]) -> Iterator[tuple[Message, str]]:
    for layer in LAYERS:
        for path in sorted((paths.ROOT / layer).rglob("*.py")):
            where = path.relative_to(paths.ROOT).as_posix()
            yield from ((message, where) for message in read(path.read_text(encoding="utf-8")))


def said_in(code: str) -> Iterator[Message]:
    """The messages of some code: what `say`, `say_many`, `to_say` and `to_count` are given, in whichever form, and what
    is called `told`, or `one, many`, where that is said."""
    for scope in _scopes(ast.parse(code)):
        calls = [node for node in scope if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args]
        said = {"told": set[str](), "one": set[str]()}
        for node in calls:
            called = node.func.id if isinstance(node.func, ast.Name) else ""
            if called in ("say", "to_say"):
                yield from _texts(node.args[0])
            elif called in ("say_many", "to_count") and (one := [*_texts(node.args[0])]):
                yield from zip(one, [*_texts(node.args[1])] if len(node.args) > 1 else one, strict=True)
            if called in ("say", "say_many") and isinstance(node.args[0], ast.Name):
                said.get(node.args[0].id, set()).add(called)
        for given in scope:
            if isinstance(given, ast.Assign) and isinstance(given.targets[0], ast.Name):
                yield from _texts(given.value) if given.targets[0].id == "told" and said["told"] else ()
            elif isinstance(given, ast.Assign) and said["one"] and isinstance(given.targets[0], ast.Tuple):
                pair = [*_texts(given.value)]
                yield from [(pair[0], pair[1])] if len(pair) == 2 else []


def counted_in(code: str) -> Iterator[Message]:
    """The nouns that `count` is given: of these those are in the catalogues that are said in other languages."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "count":
            one = [*_texts(node.args[1])] if len(node.args) > 1 else []
            many = [*_texts(node.args[2])] if len(node.args) > 2 else [f"{noun}s" for noun in one]
            yield from ((f"{{n}} {noun}", f"{{n}} {nouns}") for noun, nouns in zip(one, many, strict=True))


def _scopes(tree: ast.Module) -> Iterator[list[ast.AST]]:
    """The nodes of each function, and those that are in none."""
    functions = [node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))]
    inner = [[*ast.walk(function)] for function in functions]
    seen = {id(node) for nodes in inner for node in nodes}
    yield from (*inner, [node for node in ast.walk(tree) if id(node) not in seen])


def _texts(node: ast.expr) -> Iterator[str]:
    """The strings that an expression can be: itself, a side of a choice, the values of a dict, the parts of a tuple."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from (*_texts(node.body), *_texts(node.orelse))
    elif isinstance(node, (ast.BoolOp, ast.Dict)):
        for value in node.values:
            yield from _texts(value)
    elif isinstance(node, (ast.Tuple, ast.List)):
        for value in node.elts:
            yield from _texts(value)


if __name__ == "__main__":
    sys.exit(main() > 0)
