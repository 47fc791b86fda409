"""Languages of work, as far as the official languages of a State tell."""

from __future__ import annotations

import pytest

from data.languages import UN_LANGUAGES, languages


@pytest.mark.parametrize(
    ("iso3", "said"),
    [
        ("CMR", "English, French"), ("BRA", "Portuguese"), ("JOR", "Arabic"), ("MAR", "Arabic, French"),
        ("USA", "English"), ("NZL", "English"), ("KAZ", "Russian"), ("NPL", ""), ("UKR", ""),
    ],
)  # fmt: skip
def test_states_known_to_the_reader(record, iso3: str, said: str):
    assert languages(record.states)[iso3] == said


def test_every_state_has_an_answer_and_every_word_is_a_language(record):
    found = languages(record.states)
    assert set(found) == set(record.states["iso3"])
    for said in found.values():
        assert set(filter(None, said.split(", "))) <= set(UN_LANGUAGES.values())
