"""Documents are made in a process of their own: what happens to it is said, and the next one is made."""

from __future__ import annotations

import io
import os
import queue
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from pptx import Presentation

from briefing import apart
from briefing.document.forms import outputs
from briefing.document.spec import Briefing, chart_item, text_item
from briefing.line import telling
from briefing.picture import quiet
from data.store import NoDatabase
from data.tongues.speech import NotTranslated, say, speaking
from tests.system import require

posix = pytest.mark.skipif(os.name != "posix", reason="signals")
BRIEFING = Briefing("For Nairobi", items=(text_item("The ask", "Join them."), chart_item("breadth")))
ENDLESS = partial(exec, "import os, briefing.apart as a\na.tell(0.5, str(os.getpid()))\nwhile True: pass")


@pytest.fixture
def endless() -> Iterator[tuple[int, list[str], threading.Thread]]:
    """Something that is being made without end: its process, and what is said to whoever waits for it."""
    begun, said = queue.Queue[str](), list[str]()

    def wait() -> None:
        with pytest.raises(apart.NotMade) as caught:
            apart.made(ENDLESS, lambda done, what: begun.put(what))
        said.append(str(caught.value))

    waiting = threading.Thread(target=wait)
    waiting.start()
    yield int(begun.get(timeout=60)), said, waiting
    apart._process.end()
    waiting.join()


def words(deck: bytes) -> list[list[str]]:
    """The texts of each slide."""
    slides = Presentation(io.BytesIO(deck)).slides
    return [[shape.text_frame.text for shape in slide.shapes if shape.has_text_frame] for slide in slides]


def test_a_deck_is_made_there_with_its_progress_and_is_the_one_that_is_made_here(record) -> None:
    require("chromium")
    told: list[tuple[float, str]] = []
    made = apart.made(partial(outputs.make, BRIEFING, record, "deck", apart.tell), lambda *said: told.append(said))
    assert told[-1] == (1.0, "done")
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    here, there = map(words, (outputs.make(BRIEFING, record, "deck"), made))
    assert there == here
    assert apart.made(os.getpid) != os.getpid()


def test_the_language_in_force_here_is_in_force_there() -> None:
    with speaking("fr"):
        assert apart.made(partial(say, "Sources")) == "Sources"
        with pytest.raises(NotTranslated):
            apart.made(partial(say, "A sentence that no catalogue holds"))


def test_a_record_is_opened_there_with_or_without_its_drafts(with_draft) -> None:
    for one in (with_draft.record, with_draft.record.with_drafts):
        texts = apart.made(partial(eval, "list(record.resolutions['resolution'])", {"record": one}))
        assert texts == list(one.resolutions["resolution"])


def test_a_record_that_was_built_again_meanwhile_is_told(record) -> None:
    with pytest.raises(NoDatabase, match="was built again meanwhile"):
        apart.made(partial(eval, "record.version", {"record": replace(record, version="another")}))


@posix
def test_killed_in_the_middle_it_is_said_and_the_next_is_made(endless) -> None:
    process, said, waiting = endless
    os.kill(process, signal.SIGKILL)
    waiting.join(10)
    assert said == ["The process that makes documents ended before it was done (EOFError). Press once more."]
    assert apart.made(partial(len, "abc")) == 3


def test_what_takes_too_long_or_too_much_is_said_and_the_next_is_made(monkeypatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 1)
    with pytest.raises(apart.NotMade, match="took longer than"):
        apart.made(ENDLESS)
    if os.name == "posix":
        with pytest.raises(apart.NotMade, match="too much memory and was stopped. Make it of fewer"):
            apart.made(partial(bytes, 2 * apart.MEMORY))
    assert apart.made(partial(len, "abc")) == 3


def test_after_a_while_without_a_document_it_gives_its_memory_back(monkeypatch) -> None:
    monkeypatch.setattr(apart, "IDLE", 0.1)
    first = apart.made(os.getpid)
    patience = time.monotonic() + 20
    while apart._process.lives:
        assert time.monotonic() < patience
        time.sleep(0.05)
    assert apart.made(os.getpid) != first


def test_where_nobody_waits_any_more_it_is_not_made_to_its_end() -> None:
    """A click on something else ends the run of the page in which the progress is told."""

    class Gone(BaseException):
        pass

    def gone(done: float, what: str) -> None:
        raise Gone

    with pytest.raises(Gone):
        apart.made(ENDLESS, gone)
    assert not apart._process.lives
    assert apart.made(partial(len, "abc")) == 3


@posix
def test_no_browser_and_no_folder_of_it_is_left_when_it_is_killed() -> None:
    browser = require("chromium")
    draw = "import os, briefing.apart as a\nfrom briefing.picture.worker import WORKER as w\n"
    draw += "w.render({'data': [], 'layout': {}}, 'svg', 100, 100, 1)\n"
    draw += "a.tell(w._kaleido.subprocess.pid, str(w._folder))\nos.kill(os.getpid(), 9)"
    told: list[tuple[float, str]] = []
    with pytest.raises(apart.NotMade):
        apart.made(partial(exec, draw), lambda *said: told.append(said))
    ((process, left),) = told
    patience = time.monotonic() + 20
    while Path(f"/proc/{int(process)}").exists():
        assert time.monotonic() < patience
        time.sleep(0.1)
    quiet.remove(quiet.new_folder(browser))
    assert not Path(left).exists()


def test_one_is_made_at_a_time_and_who_waits_is_told() -> None:
    said: list[int] = []
    begun, enough = threading.Event(), threading.Event()

    def wait(done: float, what: str) -> None:
        begun.set()
        enough.wait(30)

    first = threading.Thread(target=apart.made, args=(partial(apart.tell, 0.5, "half"), wait))
    first.start()
    begun.wait(60)

    def told(before: int) -> None:
        said.append(before)
        enough.set()

    with telling(told):
        assert apart.made(partial(len, "abc")) == 3
    first.join()
    assert said == [1, 0]
