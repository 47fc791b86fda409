"""The sentences of letters keep to grammar whatever the record may hold: any State, kind, claims and occasion."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analytics.measures import Measures
from analytics.scope import UN_GROUPS
from analytics.texts.drafts import Named
from briefing.letter.facts import KINDS, Claim, LetterFacts
from briefing.letter.notes import Documents
from briefing.letter.parts import Dispatch
from briefing.letter.requests import REQUESTS, Evidence, Opportunity
from briefing.letter.screen import letter_text
from briefing.letter.text import compose
from data.tongues import state_names
from tests.drafted import DRAFT

DAY = date(2026, 11, 23)
VOWEL = "aeiouyàâéèêëîïôöûùüœAEIOUÀÂÉÈÊÎÏÔŒ"
NEVER = {
    "en": (
        r"\bthe the\b",
        r"\bof of\b",
        r" The [A-Z]\w+[^A-Za-z]*$",
        r"\ba [aeio]",
        r"[⁰¹²³⁴⁵⁶⁷⁸⁹][.,]",
        r"\b0 |\b1 abstentions",
    ),
    "fr": (
        rf"\b(?:[Ll][ea]|[Dd]e|[Qq]ue|[SsNnJjTtMm]e|[Ss]i) [{VOWEL}]",
        rf"\b[ldLD]’(?![{VOWEL}hH])",
        r"\b(?:de|à) les? (?=[A-ZÉÎ]|mandat|texte|projet|renouvellement)",
        r"[^\u00a0][;?!»]| :",
        r"à leurs côtés|lieu auquel|coauteurs? de la résolution|auteurs? de la résolution",
        r"(?:générale|de l’homme) du \d",
    ),
    "es": (
        r"\b(?:de|a) el\b",
        r"[Vv]uestr|vosotr|\bos\b",
        r"defensores|(?<!personas )(?<!propias )defensoras",
        r" y h?[iI](?!a)",
        r"\bo h?[oO]",
        r"copatrocin\w+ la resolución|contra 0|\b1 abstenciones",
    ),
}
TWICE = re.compile(r"\b(\w+) \1\b", re.IGNORECASE)
RIGHT_TWICE = {"nous nous", "vous vous"}


@pytest.fixture(scope="module")
def real(with_draft):
    record = with_draft.record
    cells = Measures(record).cells()
    return record, sorted(cells[cells["list_id"] != ""]["resolution"].unique())


def claims(draw, iso3: str, kind: str, texts: list[str]) -> tuple[Claim, ...]:
    if kind == "invitation":
        return ()
    most = 1 if kind == "vote" else 2
    named = draw(st.lists(st.sampled_from(texts), min_size=0 if kind == "signed" else 1, max_size=most, unique=True))
    source, value = ("votes", "yes") if kind == "vote" else ("grid", "sponsor")
    return tuple(
        Claim(f"thanks.{i}", text, iso3, value, kind, source, kind != "vote" and draw(st.booleans()))
        for i, text in enumerate(named, 1)
    )


@st.composite
def letters(draw, record, texts: list[str]):
    iso3 = draw(st.sampled_from(state_names.codes()))
    request = REQUESTS[draw(st.sampled_from(sorted(REQUESTS)))]
    observer = iso3 in ("PSE", "VAT")
    kind = draw(st.sampled_from([kind for kind in KINDS if not (observer and kind in ("vote", "main_sponsor"))]))
    mine = claims(draw, iso3, kind, texts)
    signed = Named(DRAFT, *draw(st.sampled_from([("tabled", DRAFT), ("additional", f"{DRAFT}/Add.1"), ("oral", "")])))
    groups = tuple((group, draw(st.integers(0, 54))) for group in UN_GROUPS)
    groups = groups if any(number for _, number in groups) else ((UN_GROUPS[0], 2), *groups[1:])
    evidence = Evidence(
        resolution="A/RES/74/146",
        own=draw(st.booleans()),
        members=sum(number for _, number in groups),
        observers=draw(st.sampled_from([(), ("PSE",), ("VAT",), ("PSE", "VAT")])),
        groups=groups,
        later=draw(st.sampled_from([None, ("A/RES/78/216", 73)])),
        renewals=tuple(("A/HRC/RES/61/22", 2008 + 3 * i) for i in range(draw(st.integers(0, 14)))),
        unopposed=draw(st.booleans()),
    )
    coming = Opportunity(
        request.body,
        draw(st.integers(2026, 2050)),
        draw(st.sampled_from([None, *range(1, 130)])),
        "",
        draw(st.sampled_from(["expected", "inferred"])),
    )
    founder = Claim("founder", "CHR 2000/61", iso3, "sponsor", "founder", draft=True)
    facts = LetterFacts(
        iso3=iso3,
        request=request,
        kind=kind,
        claims=mine,
        observer=observer,
        why="",
        own_group=draw(st.sampled_from(groups))[0],
        evidence=draw(st.sampled_from([evidence, None])),
        opportunity=draw(st.sampled_from([coming, None])),
        again=draw(st.sampled_from([None, *mine])),
        signed=signed if kind == "signed" or (kind == "main_sponsor" and draw(st.booleans())) else None,
        founder=founder if request.key == "mandate" and draw(st.booleans()) else None,
        may_sponsor=not observer or request.body != "GA" or draw(st.booleans()),
    )
    return compose(record, facts, draw(st.sampled_from(list(state_names.LANGUAGES))), Dispatch(on=DAY))


@settings(max_examples=250, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_sentence_is_well_formed(real, data):
    letter = data.draw(letters(*real))
    said = [letter.title, *(paragraph.text for paragraph in letter.paragraphs if paragraph.kind != "signatory")]
    said += ["".join(span.text for span in note) for note in letter.footnotes]
    for text in said:
        assert text == text.strip()
        assert not re.search(r"  |[ ,],| \.|[.]{2}|[,;:]\.|[{}]|\[\[|\]\]|'|\bNone\b|\bnan\b", text), text
        assert [text.count(sign) for sign in "(«“"] == [text.count(sign) for sign in ")»”"], text
        assert {found[0].lower() for found in TWICE.finditer(text)} <= RIGHT_TWICE, text
        for wrong in NEVER[letter.language]:
            assert not re.search(wrong, text), (wrong, text)
    body = [paragraph.text for paragraph in letter.paragraphs if paragraph.kind == "body"]
    assert all(text[0].isupper() and text.endswith(".") for text in body)
    if letter.facts.signed:
        assert not re.search(r"once more|de nouveau|vuelva|sollicitons|solicitamos|ask for the support", " ".join(body))
        assert any(span.text == DRAFT for note in letter.footnotes for span in note)
    marks = [span.note for paragraph in letter.paragraphs for span in paragraph.spans if span.note]
    assert marks == list(range(1, len(letter.footnotes) + 1))
    assert "[[" not in letter_text(letter)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tally=st.tuples(*[st.integers(0, 193)] * 3), language=st.sampled_from(list(state_names.LANGUAGES)))
def test_the_result_of_a_vote_has_no_nought_and_agrees_in_number(real, tally, language):
    documents = Documents(real[0], language)
    row = documents.resolutions["A/RES/70/161"]
    documents.resolutions["A/RES/70/161"] = row | dict(zip(("yes", "no", "abstain"), tally, strict=True))
    said = documents.vote_note("A/RES/70/161").text.partition("A/RES/70/161, ")[2]
    _, no, abstained = tally
    assert not re.search(r"\b(?:to|contre|contra|with|avec|y) 0\b", said)
    assert (no == 0) == any(word in said for word in ("to none", "contre zéro", "contra ninguno"))
    plural = re.search(r"abstentions|abstenciones", said)
    assert bool(plural) == (abstained > 1 or (abstained == 0 and language == "en"))
    assert str(tally[0]) in said
