"""What a State's own record of sponsoring says: in this body, in the other one, and when in the process it
joins."""

from __future__ import annotations

from analytics.english import MOST, TEXTS, TEXTS_OF, capital, listing, share
from analytics.targets.facts import Facts
from analytics.targets.reason import Reason, cell, row
from analytics.targets.standing import Standing
from analytics.texts.texts import gap_sentence
from data.tongues.speech import say, say_many, to_say
from data.words import at_stage


def position(state: Standing, facts: Facts) -> str:
    """Where a State stands by its own record: keep, confirm, left, lapsed, once, on and off, never or
    too little known. See docs/methodology.md for each rule."""
    texts = facts.texts
    latest = facts.value(state.iso3, texts.latest)
    if latest == "sponsor":
        return "keep"
    if latest == "unknown" and state.latest_value == "sponsor":
        return "confirm"
    if latest == "not_sponsor" and texts.before and facts.value(state.iso3, texts.before) == "sponsor":
        return "left"
    if state.sponsored >= 2:
        return "lapsed" if state.two_in_a_row else "on and off"
    if state.sponsored:
        return "once"
    return "too little known" if state.word == "Too little known" else "never"


def reasons(state: Standing, where: str, facts: Facts) -> list[Reason]:
    """The reasons from the State's own record: its position (`where`) first, then the other body."""
    found = [
        _record(state, facts, where),
        _not_told(state, facts, where),
        founder(state.iso3, facts),
        other_body(state, facts),
    ]
    return [reason for reason in found if reason is not None]


def named_on(facts: Facts, body: str, iso3: str) -> str:
    """On how many texts of which names are held a State is named, in words that tell the gaps."""
    mine = facts.standing(body, iso3)
    texts = share(mine.sponsored, mine.held, *TEXTS_OF[body])
    told = say("{texts} of which names are held", texts=texts)
    if mine.held < len(facts.held[body]):
        told = say("{texts} of which names are held since it became a Member State", texts=texts)
    if mine.untold:
        told = say("{told} (on {n} it cannot be told)", told=told, n=mine.untold)
    return told


_SOME = {
    ("on and off", False): to_say("Named on {told}, never two in a row, last {last}; {since}."),
    ("on and off", True): to_say("Named on {told}, never two in a row as far as is known, last {last}; {since}."),
    ("once", False): to_say("Sponsored once, {last}: named on {told}; {since}."),
    ("once", True): to_say("Known to have sponsored once, {last}: named on {told}; {since}."),
}
"""What is said of a State that sponsored once, or texts not in a row, by whether some of its record is not known."""


def _record(state: Standing, facts: Facts, where: str) -> Reason:
    texts = facts.texts
    told, last = named_on(facts, texts.body, state.iso3), texts.named(state.last) if state.last else ""
    if where == "keep":
        text = texts.named(texts.latest)
        sentence = say("Is on the latest whole list held, that of {text}; named on {told}.", text=text, told=told)
    elif where == "confirm":
        sentence = say(
            "Sponsored {last}, the latest text on which its record is known; on {text} it cannot be told, as names are "
            "probably missing from the list held. Named on {told}.",
            last=texts.named(state.latest_resolution),
            text=texts.named(texts.latest),
            told=told,
        )
    elif where == "left":
        both = {"before": texts.named(texts.before), "text": texts.named(texts.latest)}
        sentence = say("Sponsored {before} and is not on the list of {text}. Named on {told}.", **both, told=told)
    elif where == "lapsed":
        sentence = say("Named on {told}, last {last}; {since}.", told=told, last=last, since=_since(state))
    elif where in ("on and off", "once"):
        sentence = say(_SOME[where, bool(state.dark_on)], told=told, last=last, since=_since(state))
    elif where == "never":
        sentence = say("Named on {told}.", told=told)
    else:
        sentence = say("Too little is known: named on {told}.", told=told)
    evidence = facts.told_of(texts.body, state.iso3)
    if state.pulled and where in ("lapsed", "on and off", "once"):
        text = texts.named(state.pulled)
        sentence += " " + say("Among those missed is {text}, from which sponsors withdrew on the day.", text=text)
        evidence += (row("events", resolution=state.pulled, kind="withdrawal"),)
    return Reason(where, sentence, evidence)


def _since(state: Standing) -> str:
    """How many texts it missed since it last sponsored. A text since then without a list counts as unknown too."""
    one, many = "missed {n} text since", "missed {n} texts in a row since"
    missed = say_many(one, many, state.missed_since)
    if state.last_on and state.dark_on and state.dark_on > state.last_on:
        return say("{missed}, as far as its record is known", missed=missed)
    return missed


def _not_told(state: Standing, facts: Facts, where: str) -> Reason | None:
    """The texts from the latest telling one on, of which it cannot be told whether the State sponsored."""
    texts = facts.texts
    open_ = facts.value(state.iso3, texts.latest) == "unknown"
    here = [texts.latest] if open_ and where != "confirm" else []
    dark = [text for text in texts.later if facts.value(state.iso3, text) == "unknown"]
    if not here + dark:
        return None
    return Reason("not told", gap_sentence(texts, here + dark), (cell(here + dark, state.iso3),))


def founder(iso3: str, facts: Facts) -> Reason | None:
    """That it tabled the text that created the mandate, or sponsored the Declaration: only where a list names it."""
    mine = [text for text in facts.deeds if facts.value(iso3, text) == "sponsor"]
    if not mine:
        return None
    told = capital(listing(facts.deeds[text] for text in mine))
    return Reason("founder", f"{told}.", (cell(mine, iso3),))


def other_body(state: Standing, facts: Facts) -> Reason | None:
    """That it sponsored in the other body, or else in the Commission, but not here: named there, and not on the latest
    text known here."""
    if state.latest_value == "sponsor":
        return None
    body = next((body for body in (facts.other, "CHR") if facts.standing(body, state.iso3).last), "")
    if not body:
        return None
    told, evidence = named_on(facts, body, state.iso3), facts.told_of(body, state.iso3)
    when = at_stage(facts.stages[body])
    last = facts.texts.named(facts.standing(body, state.iso3).last) + (f",{when}" if when else "")
    sentence = say("Named on {told}, last {last}.", told=told, last=last)
    if not state.sponsored:
        here = named_on(facts, facts.texts.body, state.iso3)
        sentence = say("Named on {told}, last {last}, but on {here}.", told=told, last=last, here=here)
        evidence += facts.told_of(facts.texts.body, state.iso3)
    return Reason("other body", sentence, evidence)


def joins_late(iso3: str, facts: Facts) -> bool:
    """Whether it joins after tabling: on the final list, not on the tabled one, at least as often as not."""
    signs = facts.signs[iso3]
    return signs.late > 0 and 2 * signs.late >= signs.both


def late(iso3: str, facts: Facts) -> Reason:
    """That it joins after tabling, of a State of which `joins_late` is true."""
    both = facts.measures.late(iso3)
    evidence = (row("sponsors", list_id=list(both["final"]), iso3=iso3), row("lists", list_id=list(both["tabled"])))
    joined = both.loc[both["late"], "resolution"]
    sentence = say(
        "On the final list of {texts}, not on the tabled one ({number} it sponsored whose tabled list is held).",
        texts=listing(map(facts.texts.named, joined), limit=MOST),
        number=share(len(joined), len(both), *TEXTS),
    )
    return Reason("late", sentence, evidence)
