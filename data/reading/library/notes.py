"""The library's notes on a draft: who sponsored it later, who took the name back, and in which document that stands.

"Additional sponsors: A, B and C (A/78/481/Add.2). - D and E withdrew their sponsorship of the draft resolution."
"Document A/C.1/54/INF/2 adds the following co-sponsors: A, B." "A was removed from the list of sponsors."
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from data.names import Names
from data.reading.library import note_words as words
from data.reading.model import NamedState, Span, Unresolved, moved
from data.reading.text.passages import ABBREVIATED, Page, narrow, runs_over, union
from data.reading.text.split import How, Split, split

_LIKELY = 0.75
_LONGEST = 20_000
_MOST_SENTENCES = 400
_EITHER_WAY = "joined or withdrew? The note can be read both ways: see the document"
_CAME_BACK = "the notes name it both among those who withdrew and among those who joined: see the document"
_MAY_HAVE_LEFT = "the notes name “{}” among those who withdrew: see the document"


@dataclass
class Notes:
    """What the notes tell: `added` and `withdrawn` in their order, the documents they cite for each, and remarks.
    `taken_back`: the draft itself was withdrawn, so that nobody sponsors it in the end. `again`: who came back."""

    added: Split = field(default_factory=Split)
    withdrawn: Split = field(default_factory=Split)
    added_in: list[str] = field(default_factory=list)
    withdrawn_in: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    taken_back: bool = False
    again: set[str] = field(default_factory=set)

    def remaining(self, before: Iterable[NamedState]) -> Split:
        """Who sponsors in the end: those on the draft and those added, without those who withdrew."""
        left = {state.iso3: state.span[0] for state in self.withdrawn.states if state.iso3 not in self.again}
        came = {state.iso3: state.span[0] for state in self.added.states}
        doubt = {iso3: _CAME_BACK for iso3, at in left.items() if came.get(iso3, -1) > at}
        unclear = [u for u in self.withdrawn.unresolved if _likely(u)]
        doubt |= {u.suggestions[0][0]: _MAY_HAVE_LEFT.format(u.as_written) for u in unclear}
        either = {iso3 for u in self.added.unresolved if u.reason == _EITHER_WAY for iso3, _ in u.suggestions}
        named = union(before, self.added.states)
        asked = [
            Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), doubt[s.iso3])
            for s in named
            if s.iso3 in doubt and s.iso3 not in either
        ]
        sure = [s for s in named if s.iso3 not in left and s.iso3 not in doubt and s.iso3 not in either]
        return Split(sure, asked + self.added.unresolved, self.added.on_behalf_of)


def read_notes(page: Page, spans: Iterable[Span], on: date | None, suggest: bool = True) -> Notes:
    """What the notes in these passages of the page tell of sponsors. What is not understood becomes a remark."""
    told = Notes()
    for start, end in spans:
        whole = page.masked[start:end]
        if not words.OF_SPONSORS.search(whole):
            continue
        if len(whole) > _LONGEST:
            told.remarks.append(f"A note of {len(whole):,} letters in the record was not read: see the record.")
            continue
        _Note(page, start, whole, words.without_documents(whole), on, suggest, told).read()
    return told


@dataclass
class _Note:
    """One note: `whole` as it stands in the page from `at` on, `text` with its documents blanked out. `to` and `cited`:
    the list that the next sentence goes on with, if that is nothing but names, and its documents."""

    page: Page
    at: int
    whole: str
    text: str
    on: date | None
    suggest: bool
    told: Notes
    to: Split | None = None
    cited: list[str] | None = None

    def read(self) -> None:
        """The note sentence by sentence."""
        sentences = list(islice(_sentences(self.text, self.page.context.names), _MOST_SENTENCES))
        if len(sentences) == _MOST_SENTENCES:
            self._remark(sentences[-1][1], len(self.text), always=True)
        for number, (start, end, apart) in enumerate(sentences):
            if found := words.acts(self.text, start, end):
                self._acts(start, found)
            elif self.text[start:end].strip(" .,;()"):
                self._names(start, end, apart, sentences[number + 1 : number + 2])
            if self.cited is not None:
                self.cited += [d for d in words.documents(self.whole[start:end]) if d not in self.cited]

    def _acts(self, at: int, found: list[words.Act]) -> None:
        """Those who came or went in one sentence that begins at `at`."""
        told, begin = self.told, at
        kinds = {act.kind for act in found}
        both_ways = found[0].after and "left" in kinds and kinds & {"added", "again"}
        self.to = self.cited = None
        for act in found:
            part = self._read(act.end, act.stop) if act.after else self._read(at, act.start)
            if not act.after and not _tells(part) and act.colon:
                part = self._read(act.colon, act.stop)  # "The following withdrew as sponsors: …"
            at = act.stop if act.after else act.end
            if act.kind in ("draft", "original"):
                told.taken_back |= act.kind == "draft"
                self._remark(begin, found[-1].stop)
                continue
            left = act.kind == "left"
            self.to, self.cited = (told.withdrawn, told.withdrawn_in) if left else (told.added, told.added_in)
            if both_ways:
                told.added.unresolved += _asked(part)
            elif not _tells(part):
                self._remark(begin, found[-1].stop)
                self.to, self.cited = (self.to, self.cited) if act.after else (None, None)
            else:
                _add(self.to, part)
                told.again |= {s.iso3 for s in part.states} if act.kind == "again" else set()

    def _names(self, start: int, end: int, apart: bool, following: list[tuple[int, int, bool]]) -> None:
        """A sentence without a verb that is known: more names of the list before it, or a remark."""
        part = self._read(start, end)
        if not part.states or any(not _likely(item) for item in part.unresolved):
            self.to = self.cited = None
            return self._remark(start, end)
        # "A and B joined. C, D. E withdrew": whether C and D joined or withdrew, a person must say.
        open_end = [a for s, e, cut in following if not cut for a in words.acts(self.text, s, e)[:1]]
        if open_end and open_end[0].kind == "left" and not open_end[0].after:
            self.told.added.unresolved += _asked(part)
        elif self.to is None or apart:
            self.to = self.cited = None
            self._remark(start, end, always=True)
        else:
            _add(self.to, part)
        return None

    def _read(self, start: int, end: int) -> Split:
        start, end = narrow(self.text, start, end)
        while lead := words.BEFORE_NAMES.match(self.text, start, end):
            start = lead.end()
        part = split(self.text, (start, end), self.page.context.names, self.on, How(suggest=self.suggest))
        return Split(
            [moved(state, self.at) for state in part.states],
            [moved(item, self.at) for item in part.unresolved],
            [moved(spoken, self.at) for spoken in part.on_behalf_of],
        )

    def _remark(self, start: int, end: int, always: bool = False) -> None:
        """A sentence of which no name was read is shown where it speaks of sponsors or of the draft's end."""
        text = " ".join(self.whole[start:end].split()).strip(" -–—;.")
        remark = f"Note in the record: {text}."
        if (always or words.OF_SPONSORS.search(text)) and remark not in self.told.remarks:
            self.told.remarks.append(remark)


def _sentences(text: str, names: Names) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each sentence, and whether a dash parts it from the one before it."""
    start, apart = 0, True
    for stop in words.END.finditer(text):
        if stop["stop"] and ABBREVIATED.search(text[max(0, stop.start() - 5) : stop.start()]):
            continue
        sure = stop["stop"] or stop["semicolon"] or text[start : stop.start()].rstrip().endswith((".", ";", ")"))
        if not sure and runs_over(text, start, stop.start(), stop.end(), names):
            continue
        if text[start : stop.start()].strip():
            yield start, stop.start(), apart
            apart = False
        start = stop.end()
        apart = apart or bool(stop["dash"])
    if text[start:].strip():
        yield start, len(text), apart


def _tells(part: Split) -> bool:
    return bool(part.states or part.on_behalf_of or any(_likely(item) for item in part.unresolved))


def _likely(item: Unresolved) -> bool:
    return bool(item.suggestions) and item.suggestions[0][1] >= _LIKELY


def _asked(part: Split) -> list[Unresolved]:
    named = [Unresolved(s.as_written, s.span, ((s.iso3, 1.0),), _EITHER_WAY) for s in part.states]
    return sorted(named + part.unresolved, key=lambda item: item.span)


def _add(to: Split, part: Split) -> None:
    to.states += part.states
    to.unresolved += part.unresolved
    to.on_behalf_of += part.on_behalf_of
