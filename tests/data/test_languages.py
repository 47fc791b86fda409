"""Languages of missions: what is declared has its source, what is not declared is not known."""

from __future__ import annotations

from babel.core import get_global
from babel.languages import get_official_languages

from analytics.targets.facts import languages

CODES = {"English": "en", "French": "fr", "Spanish": "es"}


def test_states_known_to_the_reader(record):
    found = languages(record)
    assert {iso3: found.get(iso3) for iso3 in ("ARG", "SEN", "RWA", "ECU")} == {
        "ARG": "Spanish",
        "SEN": "French",
        "RWA": "English",
        "ECU": "Spanish",
    }


def test_nothing_is_guessed_from_a_state_s_own_languages(record):
    found = languages(record)
    assert not {"DZA", "ISR", "MAR", "ROU", "MUS", "UKR", "KAZ"} & set(found)


def test_what_is_declared_has_its_basis_and_is_an_official_language_of_the_state(record):
    alpha2 = {long: short[0] for long, short in get_global("territory_aliases").items() if short}
    for row in record.mission_languages.itertuples():
        assert row.basis
        assert row.source_url.startswith("http")
        official = get_official_languages(alpha2[row.iso3], regional=False, de_facto=True)
        if row.iso3 != "AND":  # counts itself among the Spanish-speaking Members; its own language is Catalan
            assert CODES[row.language] in official, row.iso3


def test_the_spanish_speaking_members_are_the_twenty_that_spoke_together(record):
    declared = record.mission_languages
    assert (declared["basis"].str.contains("Committee on Information")).sum() == 20
    assert (declared["basis"].str.startswith("Spoke wholly")).sum() == 21, "of 23: not Mauritius, not Romania"
