"""The words of every letter: 195 States and observers, three languages, three requests."""

from __future__ import annotations

import re
from datetime import date
from types import SimpleNamespace
from urllib.parse import unquote

import pandas as pd
import pytest

from analytics.texts.drafts import Named, named_on_drafts
from briefing.letter import language as letter_language
from briefing.letter.facts import Shared, facts, shared
from briefing.letter.notes import documents
from briefing.letter.parts import Dispatch, Signatory
from briefing.letter.record import Text
from briefing.letter.requests import REQUESTS
from briefing.letter.screen import letter_html, letter_page, letter_text
from briefing.letter.text import compose
from data.tongues import speech, state_names
from tests.drafted import DRAFT

TODAY = date(2026, 11, 23)
SIGNATORIES = (Signatory("Defenders & <Friends>", "Ana Ruiz", "Director"), Signatory("Forum\x0bof Examples"))
LANGUAGES = tuple(state_names.LANGUAGES)
STATES = SimpleNamespace(
    states=pd.DataFrame({"iso3": ["FRA"], "status": ["member"], "un_group": ["Western European and Others Group"]})
)
NUMBER = re.compile(r"\b\d{1,4}/\d{1,3}\b")


@pytest.fixture(scope="module")
def letters(record):
    made = {}
    for key in REQUESTS:
        common = shared(record, key, TODAY)
        for iso3 in record.states["iso3"]:
            found = facts(record, iso3, key, common)
            for language in LANGUAGES:
                made[iso3, language, key] = compose(record, found, language, Dispatch(SIGNATORIES, on=TODAY))
    return made


def of_kind(letter, kind):
    return [paragraph.text for paragraph in letter.paragraphs if paragraph.kind == kind]


def body(letter):
    return of_kind(letter, "body")


def number(resolution):
    return "/".join(re.split(r"[/ ]", resolution)[-2:])


def test_one_for_every_state_language_and_request(letters):
    assert len(letters) == 195 * 3 * 3
    assert len({(letter.title, letter.language) for letter in letters.values()}) == len(letters)


def test_the_thanks_names_the_claims_and_nothing_else(letters):
    for letter in letters.values():
        claimed = [number(claim.resolution) for claim in letter.facts.claims]
        assert NUMBER.findall(body(letter)[0]) == claimed


def test_no_other_paragraph_names_a_text_but_for_the_common_evidence(letters):
    for letter in letters.values():
        found = letter.facts.evidence
        common = {number(found.resolution), "68/181"} | ({number(found.later[0])} if found.later else set())
        assert set(NUMBER.findall(" ".join(body(letter)[1:]))) == common


def test_paragraphs_after_the_first_say_the_same_to_all_of_one_kind(letters):
    """But for the order of groups and the ask, nothing in them depends on the State."""
    for key in REQUESTS:
        for language in LANGUAGES:
            mine = [x for (_, lang, request), x in letters.items() if (lang, request) == (language, key)]
            for paragraph in (1, 2, 4, 6):
                assert len({body(letter)[paragraph] for letter in mine}) == 1
            assert len({"".join(sorted(body(letter)[3])) for letter in mine}) <= 6


def test_the_figures_are_those_of_the_list(record, letters):
    groups = record.states.set_index("iso3")["un_group"]
    named = record.rows("sponsors").groupby("list_id")["iso3"]
    by_group = {of: list(codes.map(groups).value_counts().drop("", errors="ignore")) for of, codes in named}
    for letter in letters.values():
        found = letter.facts.evidence
        counted = by_group[f"{found.resolution}#final"]
        words = re.sub(r"\b\d+/\d+\b|\b\d{1,2}(er)? (de )?\w+ (de )?\d{4}\b|\b(19|20)\d\d\b", " ", body(letter)[3])
        shown = sorted(int(n) for n in re.findall(r"\b\d+\b", words))
        later = [found.later[1]] if found.later else []
        assert shown == sorted([sum(counted), *counted, *later])


def test_the_group_of_the_state_is_named_first(letters):
    said = body(letters["KEN", "en", "assembly"])[3]
    assert said.index("12 from the African Group") < said.index("27 from the Western European and Others Group")
    said = body(letters["DEU", "en", "assembly"])[3]
    assert said.index("27 from the Western European and Others Group") < said.index("12 from the African Group")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_placeholder_wrong_contraction_or_straight_apostrophe_is_left(letters, language):
    wrong = r"[{}\[\]]|  |'|\b(?:de el|a el|de les|of of|the the) "
    wrong += r"|\bde [AEIOUÉÎ]" if language == "fr" else ""
    for (iso3, lang, _), letter in letters.items():
        if lang == language:
            text = "\n".join([letter.title, *(paragraph.text for paragraph in letter.paragraphs)])
            assert not re.search(wrong, text), (iso3, re.search(wrong, text))


def test_french_has_no_break_before_high_punctuation(letters):
    for (_, language, _), letter in letters.items():
        if language == "fr":
            assert not re.search(r"[^\u00a0][;?!»]| :", letter_text(letter))


@pytest.mark.parametrize(
    ("iso3", "language", "line"),
    [
        ("KEN", "en", "H.E. the Permanent Representative of Kenya"),
        ("NLD", "en", "H.E. the Permanent Representative of the Kingdom of the Netherlands"),
        ("KEN", "fr", "la Représentante permanente ou le Représentant permanent du Kenya"),
        ("HTI", "fr", "la Représentante permanente ou le Représentant permanent d’Haïti"),
        ("VAT", "fr", "l’Observatrice permanente ou l’Observateur permanent du Saint-Siège"),
        ("ECU", "es", "la Representante Permanente o el Representante Permanente del Ecuador"),
        ("SLV", "es", "la Representante Permanente o el Representante Permanente de El Salvador"),
        ("PSE", "es", "la Observadora Permanente o el Observador Permanente del Estado de Palestina"),
    ],
)
def test_the_address(letters, iso3, language, line):
    assert line in of_kind(letters[iso3, language, "mandate"], "address")


def test_words_for_what_is_expected_and_what_is_inferred(letters):
    assembly = {language: body(letters["KEN", language, "assembly"])[5] for language in LANGUAGES}
    assert "expected at the 81st session of the General Assembly, in 2026" in assembly["en"]
    assert "attendu à la 81e session" in assembly["fr"]
    assert "se espera para el 81.er período de sesiones" in assembly["es"]
    mandate = {language: body(letters["KEN", language, "mandate"])[5] for language in LANGUAGES}
    assert mandate["en"].startswith("If the rhythm of past renewals is kept")
    assert mandate["fr"].startswith("Si le rythme des renouvellements passés est maintenu")
    assert mandate["es"].startswith("Si se mantiene el ritmo de las renovaciones anteriores")
    for said in mandate.values():
        assert "2029" in said
        assert not re.search(r"expected|attendu|se espera", said)


def test_without_a_coming_occasion_no_year_is_named(record):
    common = shared(record, "assembly", date(2050, 1, 1))
    letter = compose(record, facts(record, "KEN", "assembly", common), "en", Dispatch(SIGNATORIES))
    assert body(letter)[5].startswith("We respectfully ask your Government")
    assert not re.search(r"\b20\d\d\b", body(letter)[5])
    assert any("no coming occasion" in warning for warning in letter.warnings)


def test_an_occasion_of_the_same_year_is_to_be_checked(letters):
    assert any("still to come" in warning for warning in letters["KEN", "en", "assembly"].warnings)
    assert letters["PER", "en", "mandate"].warnings == ()


def test_votes_against_since_it_last_sponsored_are_told_to_the_sender_and_not_to_the_state(letters):
    letter = letters["GHA", "en", "mandate"]
    assert letter.facts.kind == "cosponsor"
    assert any("hostile amendment" in warning for warning in letter.warnings)
    assert "amendments that would weaken it" in letter_text(letter)
    assert "hostile" not in letter_text(letter)


AGAIN = {
    "en": "once more to (?:co-sponsor|be among)",
    "fr": "de nouveau coauteur",
    "es": "vuelva a (?:copatrocinar|figurar)",
}


def test_once_more_is_asked_only_where_it_was_a_sponsor_of_such_a_text(letters):
    said = {key for key, letter in letters.items() if re.search(AGAIN[key[1]], body(letter)[5])}
    states = {(iso3, request) for iso3, _, request in said}
    assert ("AFG", "assembly") in states
    assert ("AFG", "mandate") not in states, "its name is known from the General Assembly alone"
    assert said == {
        key
        for key, letter in letters.items()
        if letter.facts.again and not (letter.facts.observer and key[2] == "assembly")
    }


def test_english_footnotes_stand_after_the_full_stop(letters):
    for (_, language, _), letter in letters.items():
        if language == "en":
            assert not re.search("[⁰¹²³⁴⁵⁶⁷⁸⁹][.,]", letter_text(letter))


def test_who_published_a_list_is_named_in_the_language_of_the_letter(letters):
    norway = {
        "en": "the Permanent Mission of Norway, March 2017",
        "fr": "la Mission permanente de la Norvège, mars 2017",
        "es": "la Misión Permanente de Noruega, marzo de 2017",
    }
    for language, who in norway.items():
        notes = ["".join(span.text for span in note) for note in letters["COG", language, "mandate"].footnotes]
        assert any(note.endswith(f" {who}.") for note in notes)


TABLED = {
    "en": " was among the States that tabled the draft of the resolution that created the mandate, E/CN.4/2000/L.37.",
    "fr": " a compté parmi les États qui ont présenté le projet de résolution par lequel le mandat a été créé, "
    "E/CN.4/2000/L.37.",
    "es": " figuró entre los Estados que presentaron el proyecto de resolución por el que se creó el mandato, "
    "E/CN.4/2000/L.37.",
}


def test_exactly_those_named_on_the_draft_that_created_the_mandate_are_said_to_have_tabled_it(record, letters):
    """Not in a letter that thanks for this very text already: Eswatini sponsored no later one that is known."""
    named = record.rows("grid")[
        record.rows("grid")["resolution"].eq("CHR 2000/61") & record.rows("grid")["value"].eq("sponsor")
    ]
    assert len(named) == 52
    said = {key for key, letter in letters.items() if TABLED[key[1]] in " ".join(body(letter))}
    assert said == {(iso3, language, "mandate") for iso3 in {*named["iso3"]} - {"SWZ"} for language in LANGUAGES}
    assert "resolution 2000/61" in body(letters["SWZ", "en", "mandate"])[0]
    for key in said:
        first = next(part for part in letters[key].paragraphs if part.kind == "body")
        note = letters[key].footnotes[[span.note for span in first.spans if span.note][-1] - 1]
        assert {"E/CN.4/RES/2000/61", "E/CN.4/2000/L.37"} <= {span.text for span in note if span.url}
    assert body(letters["ZAF", "fr", "mandate"])[0].endswith("Votre Gouvernement" + TABLED["fr"])
    assert body(letters["CRI", "es", "mandate"])[0].endswith("Su Gobierno" + TABLED["es"])


def test_whose_name_on_it_is_not_known_is_not_said_to_have_tabled_it():
    for value, stage, said in (
        ("sponsor", "tabled", True),
        ("unknown", "tabled", False),
        ("not_when_tabled", "tabled", False),
        ("not_sponsor", "final", False),
        ("sponsor", "final", False),
    ):
        text = Text("CHR 2000/61", "CHR", date(2000, 4, 26), value, stage, "")
        after = Text("A/RES/74/146", "GA", date(2019, 12, 18), "sponsor", "final", "sponsor")
        common = Shared(REQUESTS["mandate"], None, None, frozenset(), {"FRA": [text, after]}, {}, "CHR 2000/61")
        found = facts(STATES, "FRA", "mandate", common)
        assert (found.founder is not None) == said, (value, stage)


SIGNED = {
    "en": ("We thank your Government for having put its name to the draft resolution", "co-sponsor it."),
    "fr": ("Nous remercions votre Gouvernement de figurer parmi les auteurs du projet", "à s’en porter coauteurs."),
    "es": ("Agradecemos a su Gobierno que figure entre los patrocinadores del proyecto", "a copatrocinarlo."),
}
OWN_NAME = r"to co-sponsor the|be among its co-|porter (?:de nouveau )?coauteur du|figurar? entre sus|copatrocin\w+ el"


@pytest.fixture(scope="module")
def of_draft(with_draft):
    """The letters for the text whose draft is on file, and those for another one."""
    record, made = with_draft.record, {}
    for key in ("assembly", "mandate"):
        common = shared(record, key, TODAY)
        for iso3 in record.states["iso3"]:
            found = facts(record, iso3, key, common)
            made |= {
                (iso3, lang, key): compose(record, found, lang, Dispatch(SIGNATORIES, on=TODAY)) for lang in LANGUAGES
            }
    return made


def test_who_is_named_on_the_draft_is_thanked_and_asked_to_bring_others(with_draft, of_draft, letters):
    named = named_on_drafts(with_draft.record, "GA", 2026)
    assert {"KEN", "LBR", "AUT", "PSE", "NOR"} <= set(named)
    for (iso3, language, key), letter in of_draft.items():
        if iso3 not in named or key != "assembly":
            assert letter_text(letter) == letter_text(letters[iso3, language, key]), "all others read as before"
            continue
        assert letter.facts.kind == ("main_sponsor" if iso3 == "NOR" else "signed")
        first, ask = body(letter)[0], body(letter)[5]
        thanks, others = SIGNED[language]
        assert (thanks in first) == (iso3 not in ("PSE", "NOR"))
        assert ask.endswith(others)
        assert not re.search(OWN_NAME, ask)
        assert DRAFT in "".join(span.text for note in letter.footnotes for span in note)
        assert not any(DRAFT in warning for warning in letter.warnings)


def test_beside_the_draft_only_thanks_stand(of_draft):
    """Austria still sponsors as far as is known; Liberia left, Kenya has not sponsored since 2005."""
    mine = {iso3: of_draft[iso3, "en", "assembly"] for iso3 in ("AUT", "LBR", "KEN", "NOR", "PSE")}
    claims = {iso3: [claim.resolution for claim in mine[iso3].facts.claims] for iso3 in ("AUT", "LBR", "KEN")}
    assert claims == {"AUT": ["A/RES/74/146"], "LBR": [], "KEN": []}
    assert "and for its co-sponsorship of General Assembly resolution 74/146" in body(mine["AUT"])[0]
    assert not re.search("recall|once more|again", body(mine["KEN"])[0])
    assert "leading this work" in body(mine["NOR"])[0]
    assert "and for having put its name to the draft resolution" in body(mine["NOR"])[0]
    assert "We thank the State of Palestine for having put its name" in body(mine["PSE"])[0]


def test_the_list_that_names_it_stands_in_the_footnote(with_draft):
    note = documents(with_draft.record, "en").draft_note(Named(DRAFT, "additional", f"{DRAFT}/Add.1"))
    assert note.text == f"Draft resolution {DRAFT}; sponsor named in {DRAFT}/Add.1."
    assert dict(note.links) == {s: f"https://undocs.org/{s}" for s in (DRAFT, f"{DRAFT}/Add.1")}


def test_the_main_sponsor_is_not_asked_to_co_sponsor(letters):
    said = body(letters["NOR", "en", "assembly"])[5]
    assert "go on leading this work" in said
    assert "co-sponsor" not in said


def test_an_observer_is_addressed_by_its_name_and_asked_for_what_it_may_do(letters):
    said = body(letters["VAT", "en", "assembly"])[5]
    assert "We respectfully ask the Holy See" in said
    assert "encourage others to co-sponsor" in said
    assert "Government" not in body(letters["PSE", "en", "mandate"])[0]
    asked = {language: body(letters["PSE", language, "assembly"])[5] for language in LANGUAGES}
    assert asked["en"].endswith("and to be among its co-sponsors.")
    assert asked["fr"].endswith("de se porter coauteur du projet de résolution.")
    assert asked["es"].endswith("que figure entre sus patrocinadores.")


def test_nobody_asks_the_lead_for_its_support(letters):
    asks = {"en": "we ask for the support", "fr": "nous sollicitons", "es": "solicitamos"}
    for (iso3, language, _), letter in letters.items():
        assert (asks[language] in body(letter)[0]) == (iso3 != "NOR")


def test_the_council_s_thematic_text_has_its_letter(letters):
    said = {language: " ".join(body(letters["PER", language, "thematic"])) for language in LANGUAGES}
    assert "the next thematic resolution will come before the Council in 2028" in said["en"]
    assert "le Conseil sera saisi de la prochaine résolution thématique en 2028" in said["fr"]
    assert "el Consejo examinará la próxima resolución temática en 2028" in said["es"]
    assert "renewed" not in said["en"]
    assert "also devoted" not in said["en"], "resolution 40/11 is such a text itself"
    assert "also devoted" in " ".join(body(letters["PER", "en", "mandate"]))


def test_women_defenders_have_their_paragraph(letters):
    for (_, language, _), letter in letters.items():
        assert {"en": "Women who defend", "fr": "Les femmes qui défendent", "es": "Las mujeres que defienden"}[
            language
        ] in body(letter)[4]


def test_footnotes_are_numbered_in_order_of_their_marks(letters):
    for letter in letters.values():
        marks = [span.note for paragraph in letter.paragraphs for span in paragraph.spans if span.note]
        assert marks == list(range(1, len(letter.footnotes) + 1))
        assert len(marks) >= 4


def test_each_claim_has_a_footnote_with_its_symbol_and_date(record, letters):
    texts = record.resolutions.set_index("resolution")
    for letter in letters.values():
        notes = ["".join(span.text for span in note) for note in letter.footnotes]
        for i, claim in enumerate(letter.facts.claims):
            row = texts.loc[claim.resolution]
            assert unquote(row["official_url"]).split("undocs.org/")[1] in notes[i]  # the thanks comes first
            assert speech.day(row["adopted_on"], letter.language) in notes[i]


def test_every_footnote_cites_and_links_a_united_nations_document(letters):
    for letter in letters.values():
        for note in letter.footnotes:
            links = [span for span in note if span.url]
            assert links
            assert all(span.url.startswith("https://undocs.org/") for span in links)
            assert re.match(r"A/|E/CN\.4/", links[0].text)


def test_what_the_common_paragraphs_say_is_in_the_record(record):
    texts = record.resolutions.set_index("resolution")
    declaration = texts.loc["A/RES/53/144"]
    assert (declaration["year"], declaration["adoption"]) == (1998, "without a vote")
    created = texts[texts["mandate_action"] == "created"]
    assert [(row.body, row.year) for row in created.itertuples()] == [("CHR", 2000)]
    assert "women human rights defenders" in texts.loc["A/RES/68/181", "title"]
    assert "defenders" in texts.loc["A/HRC/RES/40/11", "title"]


def test_who_sponsored_the_declaration_still_reads_its_title(letters):
    notes = ["".join(span.text for span in note) for note in letters["LCA", "en", "assembly"].footnotes]
    assert "sponsors listed in" in notes[0]
    assert notes[1].startswith("Declaration on the Right and Responsibility")


def test_a_vote_is_footnoted_with_its_result(letters):
    note = "".join(span.text for span in letters["SSD", "fr", "assembly"].footnotes[0])
    assert "127 voix contre 14, avec 41 abstentions" in note


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "by 39 votes to none, with 8 abstentions."),
        ("fr", "par 39 voix contre zéro, avec 8 abstentions."),
        ("es", "por 39 votos contra ninguno y 8 abstenciones."),
    ],
)
def test_no_vote_against_is_none(record, language, said):
    assert documents(record, language).vote_note("A/HRC/RES/49/18").text.endswith(said)


def test_a_list_that_is_in_no_un_document_says_who_published_it(letters):
    note = "".join(span.text for span in letters["PSE", "en", "mandate"].footnotes[0])
    assert note.endswith("sponsors as published by RightDocs, Universal Rights Group.")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "of the draft, as tabled, that became General Assembly resolution 66/164 of 19 December 2011"),
        (
            "fr",
            "du projet de résolution, tel que déposé, devenu la résolution 66/164 de l'Assemblée générale, en date du "
            "19 décembre 2011",
        ),
        (
            "es",
            "del proyecto de resolución, tal como se presentó, que dio lugar a la resolución 66/164 de la Asamblea "
            "General, de 19 de diciembre de 2011",
        ),
    ],
)
def test_who_signed_only_the_draft_is_thanked_for_the_draft(record, language, said):
    found = documents(record, language)
    assert found.sponsored("A/RES/66/164", draft=True) == said
    assert "A/C.3/66/L.44/Rev.1" in found.sponsors_note("A/RES/66/164").text


def test_without_signatories_a_bracket_keeps_their_place(record):
    letter = compose(record, facts(record, "PER", "mandate"), "es", Dispatch(addressee="Sra. Eva Paz", on=TODAY))
    assert of_kind(letter, "signatory") == ["[Nombres de las organizaciones firmantes]"]
    assert of_kind(letter, "address")[0] == "Sra. Eva Paz"
    assert "No signatories" in letter.warnings[0]


def test_signatories_stand_as_given_without_signs_that_word_cannot_hold(letters):
    assert of_kind(letters["KEN", "en", "mandate"], "signatory") == [
        "Ana Ruiz, Director, Defenders & <Friends>",
        "Forumof Examples",
    ]


@pytest.mark.parametrize(
    ("when", "language", "said"),
    [
        (date(2022, 4, 1), "fr", "1er avril 2022"),
        (date(2019, 12, 18), "fr", "18 décembre 2019"),
        (date(2011, 12, 11), "fr", "11 décembre 2011"),
        (date(2019, 12, 18), "es", "18 de diciembre de 2019"),
        (date(2019, 12, 18), "en", "18 December 2019"),
    ],
)
def test_days(when, language, said):
    assert speech.day(when, language) == said


@pytest.mark.parametrize(
    ("n", "en", "fr", "es"),
    [
        (1, "1st", "1re", "1.er"),
        (11, "11th", "11e", "11.º"),
        (22, "22nd", "22e", "22.º"),
        (63, "63rd", "63e", "63.er"),
        (81, "81st", "81e", "81.er"),
        (112, "112th", "112e", "112.º"),
        (113, "113th", "113e", "113.º"),
    ],
)
def test_ordinals(n, en, fr, es):
    assert [speech.ordinal(n, language) for language in ("en", "fr", "es")] == [en, fr, es]


def test_joined_and_counted():
    assert letter_language.joined([], "en") == ""
    assert letter_language.joined(["a"], "fr") == "a"
    assert letter_language.joined(["a", "b", "c"], "es") == "a, b y c"
    assert letter_language.count(7, "fr") == "sept"
    assert letter_language.count(40, "fr") == "40"


def test_another_language_is_refused():
    with pytest.raises(ValueError, match="en, fr, es"):
        letter_language.texts("de")


def test_the_three_languages_have_the_same_texts():
    def keys(table, at=()):
        for key, value in table.items():
            yield from keys(value, (*at, key)) if isinstance(value, dict) else [(*at, key)]

    first, *others = (sorted(keys(letter_language.texts(language))) for language in LANGUAGES)
    assert all(other == first for other in others)


def test_html_is_escaped_and_its_notes_are_linked_both_ways(letters):
    letter = letters["KEN", "fr", "mandate"]
    page = letter_page(letter)
    assert page.startswith("<!DOCTYPE html>")
    assert '<html lang="fr-FR">' in page
    assert "Defenders &amp; &lt;Friends&gt;" in page
    assert "<Friends>" not in page
    part = letter_html(letter)
    for n in range(1, len(letter.footnotes) + 1):
        assert f'href="#note-{n}"' in part
        assert f'id="note-{n}"' in part
        assert f'href="#note-{n}-place"' in part


def test_plain_text_has_every_paragraph_and_note(letters):
    letter = letters["ARG", "es", "assembly"]
    text = letter_text(letter)
    assert "nuestra más alta consideración" in text
    assert text.rstrip().split("\n")[-1].startswith(f"{len(letter.footnotes)}. ")
    assert "¹" in text
