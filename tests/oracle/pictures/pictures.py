"""What each tile of a picture shows, and what stands over its regional blocks, told from the record alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from tests.oracle.cells import cell, open_, standing, took_back, verdict
from tests.oracle.changes import change
from tests.oracle.ladder import Rung, named_anywhere, rung
from tests.oracle.record import Record, State, Text
from tests.oracle.said.sentences import Ask
from tests.oracle.said.texts import SHORT
from tests.oracle.totals import countable

NOT_YET = "not yet a Member"


@dataclass(frozen=True)
class Tile:
    """`label`: what the legend calls it; `hit`: whether the head counts it, None where that is not known; `block`: the
    regional group in whose head it is asked about, "" for none."""

    label: str
    hit: bool | None = False
    block: str = ""


Tiles = dict[str, Tile]


def heads(tiles: Iterable[Tile], word: str = "", nobody: str = "") -> dict[str, str]:
    """What has to stand over each regional block. `word`: what is counted; `nobody`: for a block without a tile."""
    hits: dict[str, list[bool | None]] = {short: [] for short in SHORT.values()}
    for tile in tiles:
        if tile.block:
            hits[SHORT[tile.block]].append(tile.hit)
    return {short: _head(found, word) if found else nobody for short, found in hits.items()}


def _head(hits: list[bool | None], word: str) -> str:
    dark = hits.count(None)
    if dark == len(hits):
        return f"{dark}, not known"
    said = f"{hits.count(True)} of {len(hits)}{f' {word}' if word else ''}"
    return f"{said}, {dark} not known" if dark else said


def _group(state: State, text: Text) -> str:
    return state.group if standing(state, text) == "member" else ""


def status(ask: Ask) -> Tiles:
    """Who sponsored a text."""
    labels = {
        "sponsor": "sponsor",
        "not_sponsor": "not a sponsor",
        "not_when_tabled": "not named when tabled",
        "unknown": "not known",
        "not_member": NOT_YET,
    }
    tiles = {}
    for state in ask.record.states.values():
        value = ask.value(ask.text, state)
        label = labels[value]
        if value == "not_sponsor" and took_back(ask.record, ask.text, state.iso3):
            label = "not a sponsor, withdrew"
        tiles[state.iso3] = Tile(label, verdict(value, ask.stage), _group(state, ask.text))
    return tiles


def changed(ask: Ask) -> Tiles:
    """Who sponsored the later of two texts, and since when."""
    was, now = ask.before.year, ask.text.year
    tiles = {}
    for state in ask.record.states.values():
        before, after = ask.value(ask.before, state), ask.value(ask.text, state)
        moved = change(ask.record, ask.before, ask.text, state, ask.stage).outcome
        if moved == "unknown":
            dark_now = open_(after, ask.stage)
            label = {True: f"sponsor in {now}; {was} not known", False: f"not in {now}; {was} not known"}.get(
                None if dark_now else after == "sponsor", f"{now} not known"
            )
        else:
            named = bool(named_anywhere(ask.record, ask.body, state))
            neither = f"sponsor of neither{', named on another text' if named else ''}"
            label = {
                "stayed": f"sponsor in {was} and {now}",
                "left": f"sponsor in {was}, not in {now}",
                "neither": neither,
                "not_member": NOT_YET,
            }.get(moved, f"joined since {was}")
        assert (before, after) != ("sponsor", "sponsor") or moved == "stayed"
        tiles[state.iso3] = Tile(label, verdict(after, ask.stage), _group(state, ask.text))
    return tiles


def how_often(ask: Ask) -> tuple[Tiles, dict[str, int]]:
    """Whether each State sponsored a text of the period, and how often; a label of "" is one of numbers."""
    tiles, times = {}, {}
    for state in ask.record.states.values():
        one = _rung(ask, state)
        times[state.iso3] = len(one.sponsored)
        dark, hit = not one.made, bool(one.sponsored)
        label = "" if hit else "on none of the lists that tell" if one.made else "not known" if one.dark else NOT_YET
        tiles[state.iso3] = Tile(label, None if dark else hit, _group(state, ask.texts[-1]))
    return tiles, times


def _rung(ask: Ask, state: State) -> Rung:
    return rung(ask.record, ask.body, state, ask.stage, ask.since, ask.until)


def latest_whole(ask: Ask) -> Text | None:
    """The latest text of the period of which a whole list of the stage is held."""
    return next((text for text in reversed(ask.texts) if countable(ask.record, text, ask.stage)), None)


def stands(ask: Ask) -> tuple[Tiles, str]:
    """Where each State stands, its head telling who sponsored the latest text of which a whole list is held; and the
    word of the heads."""
    last, tiles = latest_whole(ask), {}
    for state in ask.record.states.values():
        one = _rung(ask, state)
        stale = last is not None and not any((t.day, t.symbol) >= (last.day, last.symbol) for t, _ in one.made)
        label = one.word
        if not one.made and not one.dark:
            label = NOT_YET
        elif stale and label != "Too little known":
            on = one.made[-1][1]
            label = f"{'sponsored' if on else 'not on'} its latest known text, not known since"
        hit = verdict(ask.value(last, state), ask.stage) if last else None
        tiles[state.iso3] = Tile(label, hit, _group(state, ask.texts[-1]))
    return tiles, f"on the {last.year} text" if last else ""


DEEDS = {"CHR 2000/61": "tabled the resolution that created the mandate", "A/RES/53/144": "sponsored the Declaration"}


def founders(record: Record, text: Text, stage: str, today: Ask) -> Tiles:
    """Whom a founding text names, and whether they sponsored the latest text of `today`'s body that tells."""
    did, last, tiles = DEEDS[text.symbol], latest_whole(today), {}
    for state in record.states.values():
        then = cell(record, text, state, stage)
        now = verdict(today.value(last, state), today.stage)
        if then == "sponsor":
            year = last.year
            stand = {True: f"sponsor in {year}", False: f"not a sponsor in {year}", None: f"{year} not known"}
            tiles[state.iso3] = Tile(f"{did}; {stand[now]}", now, _group(state, last))
        else:
            label = {"unknown": f"not known whether it {did}", "not_member": NOT_YET}.get(then, "did not")
            tiles[state.iso3] = Tile(label)
    return tiles


def by_label(tiles: Tiles) -> dict[str, set[str]]:
    found = defaultdict(set)
    for code, tile in tiles.items():
        found[tile.label].add(code)
    return dict(found)
