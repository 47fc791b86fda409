"""Cuts a passage of names into the States it names.

Commas, "and" and line breaks stand inside names as well as between them, so every way of cutting the passage is
compared and the one that leaves the fewest words without a State is taken; of equal ones the one with the fewest
cuts, that is with the longest names (see `cuts`). What fits no name is returned with suggestions, never guessed."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from data.names import Names
from data.reading.model import NamedState, OnBehalf, Span, Unresolved
from data.reading.text.cuts import CUT, LETTER, LONGEST, MOST_CUTS, OF_77_AND_CHINA, pieces_of
from data.spelling import ON_BEHALF

_MOST_SUGGESTIONS = 150
_GROUP = (
    r"(?:\bgroup\s+of\s|\bG-?77\b|\bgroupe\s+des?\s|\bgrupo\s+de\s|\bnon-aligned\b|\bEuropean\s+Union\b|"
    r"\bAfrican\s+Union\b|\bmembers?\s+of\s+the\b|\bcaucus\b|\bAfrican\s+Group\b|\bArab\s+Group\b)"
)
_BRACKETED_GROUP = re.compile(
    rf"[(\[]\s*(?:(?:also\s+)?(?:speaking\s+)?(?:{ON_BEHALF.pattern})[^)\]]{{0,400}}|"
    rf"[^()\[\]]{{0,80}}{_GROUP}[^()\[\]]{{0,400}})[)\]]",
    re.IGNORECASE,
)
_OPEN_GROUP = re.compile(rf",?\s*(?:also\s+)?(?:{ON_BEHALF.pattern})[^,;()\[\]]*", re.IGNORECASE)
_STAR_AFTER = re.compile(r"['’.]?[ \t]*[,;]?[ \t]*(?:\n[ \t]*)?(?:\*+|\[\*+\])")


@dataclass
class Split:
    """The States of a passage in its order, what could not be resolved, and who spoke for a group."""

    states: list[NamedState] = field(default_factory=list)
    unresolved: list[Unresolved] = field(default_factory=list)
    on_behalf_of: list[OnBehalf] = field(default_factory=list)


@dataclass(frozen=True)
class How:
    """How a passage is read: `role` is given to every State found; `by_spaces` also allows cuts at a space before a
    capital letter, for lists that lost their commas; `suggest` = False saves time where most of it is no list."""

    role: str = "sponsor"
    by_spaces: bool = False
    suggest: bool = True


PLAIN, LOOK = How(), How(suggest=False)


def split(text: str, span: Span, names: Names, on: date | None = None, how: How = PLAIN) -> Split:
    """The names in a passage of `text`, into which spans point. `on` decides what old names could mean."""
    found, (start, end) = Split(), span
    passage, found.on_behalf_of = _without_groups(text, span, names, on)
    leading_stars = bool(re.match(r"\s*\*", passage[start:end]))
    for left, right, iso3, remark in pieces_of(passage, span, names, on, how.by_spaces):
        s, e = _trim(passage, left, right)
        if s >= e:
            continue
        written = as_one_line(passage[s:e])
        if iso3:
            starred = _starred(passage, (s, e), span, leading_stars)
            found.states.append(NamedState(written, iso3, how.role, starred, (s, e), remark))
        elif LETTER.search(written):
            reason = remark or names.check(written, on).reason
            found.unresolved.append(Unresolved(written, (s, e), (), reason))
    if how.suggest:
        found.unresolved = with_suggestions(found.unresolved, passage, names, on)
    return found


def with_suggestions(items: list[Unresolved], passage: str, names: Names, on: date | None = None) -> list[Unresolved]:
    """The same passages with the States that their words look like; halves of one name are joined."""
    looked_up: dict[str, tuple[tuple[str, float], ...]] = {}
    for item in items:
        if item.as_written not in looked_up and len(looked_up) < _MOST_SUGGESTIONS:
            looked_up[item.as_written] = tuple(names.suggest(item.as_written))
    items = [replace(item, suggestions=looked_up.get(item.as_written, ())) for item in items]
    return _join_halves(items, passage, names, on)


def as_one_line(piece: str) -> str:
    """A passage on one line: "Guinea-" and "Bissau" over a line break become "Guinea-Bissau"."""
    return " ".join(re.sub(r"(?<=\w)-\s*\n\s*", "-", piece).split())


def _without_groups(text: str, span: Span, names: Names, on: date | None) -> tuple[str, list[OnBehalf]]:
    """The text with "X (on behalf of …)" blanked out, of the same length, and each of these, in their order."""
    (start, end), passage, groups = span, text, []
    for pattern in (_BRACKETED_GROUP, _OPEN_GROUP):
        at, kept = start, [passage[:start]]
        while match := pattern.search(passage, at, end):
            left = max(at, _last_cut(passage, at, match.start(), names, on))
            right = match.end()
            if pattern is _OPEN_GROUP:
                right = _group_end(passage, match.start(), right, names, on)
            s, e = _trim(passage, left, right, brackets=True)
            speaker = names.resolve(passage[left : match.start()], on) or ""
            groups.append(OnBehalf(as_one_line(passage[s:e]), (s, e), speaker))
            blank = re.sub(r"[^\n]", " ", passage[left:right])
            # A cut must remain where the passage was, or its neighbours would grow together.
            kept += [passage[at:left], "," + blank[1:] if blank else blank]
            at = right
        passage = "".join([*kept, passage[at:]]) if len(kept) > 1 else passage
    return passage, sorted(groups, key=lambda group: group.span)


def _last_cut(passage: str, start: int, at: int, names: Names, on: date | None) -> int:
    """Where the name that ends at `at` begins: the longest known name before it, else the last cut."""
    start = max(start, at - LONGEST)
    cuts = [start, *(m.end() for m in CUT.finditer(passage, start, at))]
    known = [c for c in cuts[-MOST_CUTS:] if names.resolve(passage[c:at], on)]
    return min(known) if known else cuts[-1]


def _group_end(passage: str, begin: int, end: int, names: Names, on: date | None) -> int:
    inner = [m.span() for m in OF_77_AND_CHINA.finditer(passage, begin, end)]
    for match in CUT.finditer(passage, begin, end):
        if match["and"] and not any(s <= match.start() < e for s, e in inner):
            rest = passage[match.end() : end]
            if names.resolve(rest, on):
                return match.start()
    return end


def _trim(passage: str, start: int, end: int, brackets: bool = False) -> tuple[int, int]:
    """The piece without what surrounds a name: spaces, stars, note marks, a leading number or dash. A name never starts
    with a sign such as "=", so nothing taken from a document can act as a formula."""
    while start < end and not LETTER.match(passage[start]):
        start += 1
    if mark := re.search(r"\s*[(\[]\d+[)\]]\W*$", passage[start:end]):
        end = start + mark.start()
    while end > start and not LETTER.match(passage[end - 1]):
        if passage[end - 1] in ")]" and (brackets or _balanced(passage[start:end])):
            break
        end -= 1
    return start, end


def _balanced(piece: str) -> bool:
    return piece.count("(") == piece.count(")") and piece.count("[") == piece.count("]")


def _starred(passage: str, name: Span, span: Span, leading: bool) -> bool:
    """Whether a star stands at the name, before it or behind it, in the passage of this span or just after it."""
    if leading:
        return passage[max(span[0], name[0] - 3) : name[0]].rstrip(" \t").endswith("*")
    return bool(_STAR_AFTER.match(passage, name[1], min(len(passage), span[1] + 4)))


def _join_halves(items: list[Unresolved], passage: str, names: Names, on: date | None) -> list[Unresolved]:
    """Two neighbours that mean nothing apart but look like one name together are shown as one."""
    joined: list[Unresolved] = []
    tried = 0
    for item in sorted(items, key=lambda u: u.span):
        if joined:
            last = joined[-1]
            between = passage[last.span[1] : item.span[0]]
            whole = as_one_line(passage[last.span[0] : item.span[1]])
            near = tried < _MOST_SUGGESTIONS and len(between) < 12
            if near and len(whole) <= LONGEST and not LETTER.search(CUT.sub("", between)):
                tried += 1
                top = names.suggest(whole)
                alone = max([s for u in (last, item) for _, s in u.suggestions], default=0.0)
                if top and top[0][1] >= 0.85 and top[0][1] > alone:
                    reason = names.check(whole, on).reason
                    joined[-1] = Unresolved(whole, (last.span[0], item.span[1]), tuple(top), reason)
                    continue
        joined.append(item)
    return joined
