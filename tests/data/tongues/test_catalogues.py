"""The message files: each message of the code and the sources, translated, with what fills it."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from data.tongues.__main__ import found, said_in
from data.tongues.speech import CATALOGUES, typeset

FILLED = re.compile(r"\{(\w+)\}")


@pytest.fixture(scope="module", params=["fr", "es"])
def catalogue(request):
    with (CATALOGUES / f"{request.param}.po").open("rb") as lines:
        return read_po(lines, locale=request.param)


def test_each_message_is_translated(catalogue):
    """Whoever adds or changes a sentence runs `python -m data.tongues` and translates it."""
    held = {message.id: message.string for message in catalogue if message.id}
    wanted = {message for message, _ in found()}
    assert set(held) == wanted
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
    for message in catalogue:
        one = message.id[0] if isinstance(message.id, tuple) else message.id
        said = message.string[0] if isinstance(message.string, tuple) else message.string
        assert one.endswith(".") == said.endswith("."), said
        assert re.match(r"^\s*", one)[0] == re.match(r"^\s*", said)[0], said


def test_messages_are_found_in_each_form_in_which_they_are_said():
    code = """
say("One {n}.", n=1)
say("yes" if it else "no")
say(group or "Observer State")
say_many("{n} State", "{n} States", 3)
count(3, "text")
count(3, "opportunity", "opportunities")
WORDS = to_say({"a": "A word", "b": "Another"})
other("not this")
"""
    assert list(said_in(code)) == [
        "One {n}.",
        "yes",
        "no",
        "Observer State",
        ("{n} State", "{n} States"),
        ("{n} text", "{n} texts"),
        ("{n} opportunity", "{n} opportunities"),
        "A word",
        "Another",
    ]


def test_french_spaces_do_not_break():
    assert typeset("Source : 38 % ; « non »", "fr") == "Source\u00a0: 38\u00a0%\u00a0; «\u00a0non\u00a0»"
    assert typeset("Source: 38 %; l'un", "es") == "Source: 38\u00a0%; l’un"
