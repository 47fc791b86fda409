"""The language in force: sentences, numbers, days and lists of each, and its own thread."""

from __future__ import annotations

from datetime import date
from threading import Thread

import pytest

from data.tongues import speech
from data.tongues.speech import NotTranslated, clauses, day, headed, listing, name, say, say_many, speaking, the, whole
from tests import tongues


def test_english_says_what_is_written():
    assert say("{who} sponsored {text}.", who="Kenya", text="A/RES/74/146") == "Kenya sponsored A/RES/74/146."
    assert say("a vote|no") == "no"
    assert say_many("{n} State", "{n} States", 1) == "1 State"
    assert say_many("{n} State", "{n} States", 1200) == "1,200 States"


def test_french_and_spanish_have_forms_of_their_own():
    with speaking("fr"):
        assert [say_many("{n} State", "{n} States", n) for n in (0, 1, 2)] == ["0 État", "1 État", "2 États"]
        assert say("a vote|no") == "non"
        assert whole(12000) == "12\u00a0000"
        assert day(date(2022, 4, 1)) == "1er avril 2022"
        assert headed("Source", "A") == "Source\u00a0: A"
        assert clauses(["A", "B"]) == "A\u00a0; B"
        assert the("NLD") == "les Pays-Bas"
        assert name("CIV", "Côte d'Ivoire") == "Côte d’Ivoire"
    with speaking("es"):
        assert [say_many("{n} State", "{n} States", n) for n in (0, 1, 2)] == ["0 Estados", "1 Estado", "2 Estados"]
        assert day(date(2019, 12, 18)) == "18 de diciembre de 2019"
        assert whole(12000) == "12.000" or whole(12000) == "12\u00a0000"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["México", "España"], "México y España"),
        (["España", "Italia"], "España e Italia"),
        (["Cuba", "Haití", "Irlanda"], "Cuba, Haití e Irlanda"),
        (["España", "Hungría"], "España y Hungría"),
    ],
)
def test_a_spanish_list_keeps_its_sounds_apart(items, said):
    with speaking("es"):
        assert listing(items) == said


def test_what_no_catalogue_holds_is_not_said():
    with speaking("fr"), pytest.raises(NotTranslated, match="French catalogue"):
        say("Nobody has translated this.")
    assert speech.language() == "en"


def test_a_language_that_is_not_spoken_is_refused():
    with pytest.raises(ValueError, match="'de'"), speaking("de"):
        pass


def test_each_thread_speaks_for_itself():
    heard = []
    with speaking("fr"):
        other = Thread(target=lambda: heard.append(say("Votes") + speech.language()))
        other.start()
        other.join()
        heard.append(speech.language())
    assert heard == ["Votesen", "fr"]


def test_what_is_remembered_is_remembered_in_its_language(record):
    from analytics.measures import Measures

    measures = Measures(record)
    measures.ladder("GA")
    with speaking("fr"):
        french = measures.ladder("GA").set_index("iso3")
    english = measures.ladder("GA").set_index("iso3")
    assert french.at["NOR", "word"] == english.at["NOR", "word"] == "Core"
    assert french.at["NOR", "words"].startswith("Constant")
    assert english.at["NOR", "words"].startswith("Core")


def test_the_language_of_marks_finds_what_came_past_the_catalogue():
    with tongues.marks():
        said = [say("{n} yes", n=3), "3 abstained", "A/RES/74/146", f"{say('Source')}: press.un.org"]
    assert tongues.words_left(said) == {"abstained"}
