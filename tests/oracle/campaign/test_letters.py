"""Every letter, to each State in each language for each campaign, against the second reading and the votes as filed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from briefing.letter.facts import facts, shared
from briefing.letter.parts import Dispatch
from briefing.letter.requests import REQUESTS
from briefing.letter.text import compose
from tests.drafted import DRAFT, JOINED, TABLED
from tests.oracle.campaign import letters
from tests.oracle.cells import best, cell, standing
from tests.oracle.record import read, rows
from tests.oracle.said.sentences import same
from tests.oracle.said.texts import SHORT
from tests.oracle.totals import countable, total
from tests.oracle.votes import cast

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
TODAY = date(2026, 11, 23)
LANGUAGES = ("en", "fr", "es")
DECLARATION, CREATED, WOMEN = "A/RES/53/144", "CHR 2000/61", "A/RES/68/181"


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


@pytest.fixture(scope="module")
def held():
    return letters.files(SOURCES)


@pytest.fixture(scope="module")
def votes(second):
    return cast(SOURCES, second)


@pytest.fixture(scope="module")
def all_facts(record):
    common = {key: shared(record, key, TODAY) for key in REQUESTS}
    codes = record.states["iso3"]
    return {(key, iso3): facts(record, iso3, key, one) for key, one in common.items() for iso3 in codes}


@pytest.fixture(scope="module")
def written(record, all_facts):
    return {
        (key, iso3, language): compose(record, mine, language, Dispatch(on=TODAY))
        for (key, iso3), mine in all_facts.items()
        for language in LANGUAGES
    }


def body(letter) -> list[str]:
    return [paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "body"]


def notes(letter) -> list[str]:
    return ["".join(span.text for span in note) for note in letter.footnotes]


def test_each_campaign_is_covered(second, all_facts, written):
    same(set(REQUESTS), set(letters.ASKED))
    same(len(written), 3 * 3 * len(second.states))
    same({mine.kind for mine in all_facts.values()}, set(letters.PHRASES["en"]))


def test_the_facts_are_those_that_are_due(second, held, votes, all_facts):
    for (key, iso3), mine in all_facts.items():
        right = letters.due(second, held, votes.get(iso3, []), second.states[iso3], key)
        said = (mine.kind, [claim.resolution for claim in mine.claims], bool(mine.again), bool(mine.founder))
        same((key, iso3, *said), (key, iso3, right.kind, [t.symbol for t in right.thanked], right.again, right.founder))


def test_each_claim_is_true_of_the_files(second, held, votes, all_facts):
    for (_, iso3), mine in all_facts.items():
        state = second.states[iso3]
        claims = [*mine.claims, *filter(None, (mine.again, mine.founder))]
        for claim in claims:
            text = second.text(claim.resolution)
            same(claim.iso3, iso3)
            if claim.source == "votes":
                same([vote.yes_to_it for vote in votes[iso3] if vote.text == text and vote.final], [True])
                continue
            same(cell(second, text, state), "sponsor")
            assert iso3 in best(second, text).names
            same(claim.draft, letters.of_a_draft(second, text))
            if claim.sentence_kind == "main_sponsor":
                assert (text.symbol, iso3) in held.leads


def test_the_thanks_name_these_texts_and_no_others(second, written):
    for (key, iso3, language), letter in written.items():
        mine, said = letter.facts, body(letter)[0]
        named = letters.named(second, said, language)
        as_claimed = [(second.text(c.resolution), c.draft and c.source == "grid") for c in mine.claims]
        same((key, iso3, language, named), (key, iso3, language, as_claimed))
        same([kind for kind, phrase in letters.PHRASES[language].items() if phrase in said], [mine.kind])
        same(letters_document(said), ["E/CN.4/2000/L.37"] if mine.founder else [])


def letters_document(said: str) -> list[str]:
    return re.findall(r"\b[AE]/[A-Z\d.()/]+[A-Z\d)]", said)


def test_the_ask_says_once_more_and_when_as_is_true(held, written):
    for (key, iso3, language), letter in written.items():
        ask = body(letter)[-2]
        same((key, iso3, letters.AGAIN[language] in ask), (key, iso3, bool(letter.facts.again)))
        rows = [r for r in held.coming if r["body"] == letters.ASKED[key] and int(r["year"]) >= TODAY.year]
        rows = [row for row in rows if key == "assembly" or ("mandate" in row["what"].lower()) == (key == "mandate")]
        first = min(rows, key=lambda row: int(row["year"]))
        same(re.findall(r"\d+", ask), [n for n in (first["session"], first["year"]) if n])


def evidence_of(second, held, key: str):
    """The body's latest text with a complete final list, and a later one whose final list has a gap."""
    texts = second.of(letters.ASKED[key])
    whole = [text for text in texts if countable(second, text) == "complete"][-1]
    later = [text for text in texts if text.day > whole.day and countable(second, text) == "suspected gap"]
    return whole, later[-1] if later else None


def test_the_evidence_is_counted_right(second, held, written):
    renewed = [t for t in second.of("HRC") if held.resolutions[t.symbol]["mandate_action"] == "renewed"]
    for (key, iso3, language), letter in written.items():
        said = body(letter)[3]
        whole, later = evidence_of(second, held, key)
        texts = [text for text, _ in letters.named(second, said, language)]
        same((key, language, texts), (key, language, [text for text in (whole, later) if text]))
        numbers = [int(n) for n in re.findall(rf"(\d+) {letters.MEMBERS[language]}", said)]
        same(numbers, [total(second, text).sponsors for text in texts])
        by_group = {}
        for group, name in zip(SHORT, letters.GROUPS[language], strict=True):
            found = re.search(rf"(\d+) (?:from the|du|del) {name}", said)
            by_group[group] = int(found[1]) if found else 0
        same(by_group, {group: total(second, whole, "final", group).sponsors for group in SHORT})
        own = second.states[iso3].group
        if by_group.get(own):
            first = min(SHORT, key=lambda group: said.find(letters.GROUPS[language][list(SHORT).index(group)]))
            same(first, own)
        there = [s.iso3 for s in second.states.values() if standing(s, whole) == "observer"]
        beside = [code for code in there if cell(second, whole, second.states[code]) == "sponsor"]
        same([code for code, name in letters.OBSERVERS[language].items() if name in said], beside)
        if key == "mandate":
            years = [str(text.year) for text in renewed]
            same(re.findall(r"\b\d{4}\b", said.split(".")[0]), years)
            same(len(years), 7)
            assert letters.TIMES[language] in said
            quiet = all(held.resolutions[text.symbol]["adoption"] == "without a vote" for text in renewed)
            same(letters.UNOPPOSED[language] in said, quiet)


def test_each_footnote_is_of_a_text_that_the_letter_names(second, held, written):
    url = {symbol: unquote(row["official_url"]).split("undocs.org/")[-1] for symbol, row in held.resolutions.items()}
    last = max(
        (t for t in second.of("HRC") if held.resolutions[t.symbol]["mandate_action"] == "renewed"),
        key=lambda text: text.day,
    )
    for (key, iso3, language), letter in written.items():
        found = {}
        for note in notes(letter):
            (text, _), *more = letters.named(second, note, language)
            same(more, [])
            assert re.search(rf"[ ,]{re.escape(url[text.symbol])}(?![\w/])", note), note
            if text.symbol == DECLARATION and DECLARATION in found:
                found[DECLARATION] += note  # its title stands in a note of its own
            else:
                assert text.symbol not in found, note
                found[text.symbol] = note
        whole, later = evidence_of(second, held, key)
        claims = [claim for claim in (*letter.facts.claims, letter.facts.founder) if claim]
        expected = {DECLARATION, CREATED, WOMEN, whole.symbol, *(claim.resolution for claim in claims)}
        expected |= {later.symbol} if later else set()
        expected |= {last.symbol} if key == "mandate" else set()
        same((key, iso3, set(found)), (key, iso3, expected))
        for claim in claims:
            note, row = found[claim.resolution], held.resolutions[claim.resolution]
            if claim.source == "votes":
                after = note.split(url[claim.resolution])[-1]
                same(re.findall(r"\d+", after), [n for n in (row["yes"], row["no"], row["abstain"]) if n != "0"])
            else:
                for document in filter(None, held.used[claim.resolution]["document_symbol"].split(" and ")):
                    assert document in note, (note, document)


def test_the_real_ones(all_facts):
    """Facts that are known beforehand, so that the two readings cannot be wrong together."""
    mine = {iso3: one for (key, iso3), one in all_facts.items() if key == "mandate"}
    kinds = {"NOR": "main_sponsor", "KEN": "earlier", "IND": "vote", "VAT": "invitation"}
    same({iso3: mine[iso3].kind for iso3 in kinds}, kinds)
    thanked = {iso3 for iso3, one in mine.items() if CREATED in [claim.resolution for claim in one.claims]}
    founders = {iso3 for iso3, one in mine.items() if one.founder}
    assert len(founders | thanked) == len(founders) + len(thanked) == 52
    assert {"BWA", "MDG", "MAR", "NGA", "SEN", "ZAF", "SWZ", "CHE"} <= founders | thanked
    same(mine["NOR"].evidence.resolution, "A/HRC/RES/40/11")


def test_who_is_named_on_the_draft_is_thanked_for_it_and_for_what_is_true_besides(with_draft, second, held, votes):
    """The past of a State named on the draft is told only where it is thanked for it."""
    named = JOINED.keys() | {r["iso3"] for r in rows(SOURCES, "sponsors") if r["list_id"] == TABLED}
    record = with_draft.record
    common = shared(record, "assembly", TODAY)
    for iso3, state in second.states.items():
        mine = facts(record, iso3, "assembly", common)
        right = letters.due(second, held, votes.get(iso3, []), state, "assembly")
        letter = compose(record, mine, "en", Dispatch(on=TODAY))
        on_it = "now before the General Assembly" in body(letter)[0]
        same((iso3, on_it, DRAFT in " ".join(notes(letter))), (iso3, iso3 in named, iso3 in named))
        kind, past = right.kind, [text.symbol for text in right.thanked]
        if iso3 in named and kind != "main_sponsor":
            kind, past = "signed", past if kind == "cosponsor" else []
        same((iso3, mine.kind, [claim.resolution for claim in mine.claims]), (iso3, kind, past))
        same([text.symbol for text, _ in letters.named(second, body(letter)[0], "en")], past)
        same((iso3, letters.AGAIN["en"] in body(letter)[-2]), (iso3, right.again and iso3 not in named))
