"""The message files: each message of the code and the sources, translated, with what fills it."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from data.tongues.__main__ import counted, counted_in, found, said_in
from data.tongues.speech import CATALOGUES, typeset

FILLED = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module", params=["fr", "es"])
def catalogue(request):
    with (CATALOGUES / f"{request.param}.po").open("rb") as lines:
        return read_po(lines, locale=request.param)


def test_each_message_is_translated(catalogue):
    """Whoever adds or changes a sentence runs `python -m data.tongues` and translates it."""
    held = {message.id: message.string for message in catalogue if message.id}
    wanted, nouns = {message for message, _ in found()}, {noun for noun, _ in counted()}
    assert wanted - set(held) == set()
    assert set(held) - wanted - nouns == set()
    lacking = [key for key, said in held.items() if not (all(said) if isinstance(said, tuple) else said)]
    assert lacking == []


def test_a_translation_is_filled_with_what_the_message_has(catalogue):
    """Each name that it uses exists there; what it leaves out is only the other way to say the same."""
    other_ways = {"who", "of", "body", "of_body", "in_body", "n"}
    for message in catalogue:
        if not message.id:
            continue
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        names = {name for text in ids for name in FILLED.findall(text)}
        for said in message.string if isinstance(message.string, tuple) else (message.string,):
            used = set(FILLED.findall(said))
            assert used - other_ways <= names, said
            assert names - other_ways <= used, said


def test_a_sentence_keeps_its_end(catalogue):
    for message in filter(lambda message: message.id, catalogue):
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        said = message.string[0] if isinstance(message.string, tuple) else message.string
        assert one.endswith(".") == said.endswith("."), said
        assert re.search(r"\s*$", one)[0] == re.search(r"\s*$", said)[0], said
        assert one.startswith(" ") <= said.startswith((" ", ",")), said


def test_messages_are_found_in_each_form_in_which_they_are_said():
    code = """
say("One {n}.", n=1)
say("yes" if it else "no")
say(group or "Observer State")
say_many("{n} State", "{n} States", 3)
WORDS = to_say({"a": "A word", "b": "Another"})
FORMS = to_count("{n} is", "{n} are")
def sentence():
    told = "It is" if it else "It is not"
    one, many = ("{n} was", "{n} were")
    return say(told) + say_many(one, many, 2)
def another():
    told = "not this"
    return other(told, "nor this")
"""
    assert set(said_in(code)) == {
        "One {n}.",
        "yes",
        "no",
        "Observer State",
        ("{n} State", "{n} States"),
        "A word",
        "Another",
        ("{n} is", "{n} are"),
        "It is",
        "It is not",
        ("{n} was", "{n} were"),
    }
    nouns = 'count(3, "text")\ncount(3, "opportunity", "opportunities")'
    assert list(counted_in(nouns)) == [("{n} text", "{n} texts"), ("{n} opportunity", "{n} opportunities")]


def test_french_spaces_do_not_break():
    assert typeset("Source : 38 % ; « non »", "fr") == "Source\u00a0: 38\u00a0%\u00a0; «\u00a0non\u00a0»"
    assert typeset("Source: 38 %; l'un", "es") == "Source: 38\u00a0%; l’un"
