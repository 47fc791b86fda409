"""The letter: true for the State in the address, in its language; for a shortlist; and who signs."""

from __future__ import annotations

import pytest

from tests.pages.visit import answer, box, button, opened, sound, words


def letter(at) -> str:
    return next(h.proto.body for h in at.get("html") if 'class="letter"' in h.proto.body)


@pytest.mark.parametrize(
    ("tongue", "words_of_it"), [("en", "South Africa"), ("fr", "Afrique du Sud"), ("es", "Sudáfrica")]
)
def test_the_letter_in_the_language_of_the_address(desk_of_own, tongue, words_of_it):
    at = opened("letter", state="ZAF", tongue=tongue)
    assert answer(at) == "South Africa: earlier support recalled."
    assert f'lang="{tongue}"' in letter(at)
    assert words_of_it in letter(at)
    assert "A/RES/74/146" in letter(at)
    assert "<h1" not in letter(at), "the page has a first heading of its own"


def test_a_state_whose_record_is_unknown_is_not_said_to_have_stayed_away(desk_of_own):
    at = opened("letter", state="AUT")
    assert "A/RES/78/216" not in "".join(m.value for m in at.markdown if "the letter rests on" in m.value)
    assert "the letter rests on “sponsor”" in words(at)


def test_nonsense_in_the_address_opens_the_plain_view(desk_of_own):
    at = opened("letter", tongue="de", ask="burn")
    assert answer(at).startswith("South Africa:")
    assert not {"tongue", "ask"} & set(at.query_params)


def test_who_signs_is_kept_and_stands_under_the_letter(desk_of_own):
    at = opened("letter", state="KEN")
    for label, value in (("Name", "Ana Ruiz"), ("Title", "Director"), ("Organisation", "Defenders First")):
        next(f for f in at.text_input if f.label == label).input(value)
    button(at, "Add").click()
    sound(at.run())
    assert [s.organisation for s in desk_of_own.signatories.all()] == ["Defenders First"]
    assert "Defenders First" in letter(at)


def test_letters_for_some_states(desk_of_own):
    at = opened("letter", to="states", letters=["KEN", "FJI", "XXX"])
    assert answer(at) == "2 letters in English, to Kenya and Fiji."
    assert download(at, "Download 2 letters in English (ZIP)")
    assert box(at, "Shown below: the letter to").value == "KEN"
    at = opened("letter", to="states")
    assert answer(at) == "Nobody is chosen who gets a letter."
    at.multiselect(key="letters").set_value(["KEN"])
    assert answer(sound(at.run())) == "1 letter in English, to Kenya."


def download(at, label: str):
    """The download button with that label."""
    return next(one for one in at.get("download_button") if one.proto.label == label)


def test_letters_go_by_status_and_not_to_who_declined_or_committed_unless_asked(desk_of_own):
    campaign = desk_of_own.campaigns.create("Autumn", "GA", 2026)
    for iso3, status in (("MLI", "to contact"), ("ZAF", "committed"), ("HTI", "declined"), ("GIN", "considering")):
        desk_of_own.shortlist.add(campaign.id, iso3, status=status)
    at = opened("letter", to="shortlist", campaign=str(campaign.id), tongue="fr")
    assert answer(at) == "2 letters in French, to Mali and Guinea."
    assert "2 States of the shortlist get none, by status." in words(at)
    asked = opened("letter", to="shortlist", campaign=str(campaign.id), status=["committed"])
    assert answer(asked) == "1 letter in English, to South Africa."


def test_a_second_press_makes_no_second_signatory(desk_of_own):
    desk_of_own.signatories.add("Ana Ruiz", "Director", "Defenders First")
    at = opened("letter", state="KEN")
    for label, value in (("Name", "Ana  Ruiz"), ("Title", "Director"), ("Organisation", "Defenders First")):
        next(f for f in at.text_input if f.label == label).input(value)
    button(at, "Add").click()
    assert "Ana Ruiz of Defenders First signs already." in words(sound(at.run()))
    assert len(desk_of_own.signatories.all()) == 1


def test_who_is_removed_from_those_who_sign_can_be_brought_back_to_the_same_place(desk_of_own):
    for name in ("Ana Ruiz", "Bo Li", "Cleo Marsh"):
        desk_of_own.signatories.add(name, "", "Defenders First")
    first, second, _ = desk_of_own.signatories.all()
    at = opened("letter", state="KEN")
    for person in (first, second):
        at.button(key=f"out-{person.id}").click()
        sound(at.run())
    assert [one.name for one in desk_of_own.signatories.all()] == ["Cleo Marsh"]
    for name in ("Bo Li", "Ana Ruiz"):
        button(at, f"Bring {name} back").click()
        sound(at.run())
    assert [one.name for one in desk_of_own.signatories.all()] == ["Ana Ruiz", "Bo Li", "Cleo Marsh"]
    assert not [one for one in at.button if one.key == "signatory-back"]


def test_an_empty_shortlist_says_what_to_do(desk_of_own):
    desk_of_own.campaigns.create("Autumn", "GA", 2026)
    at = opened("letter", to="shortlist")
    assert "No State is on this shortlist yet" in words(at)
    assert answer(at) == "Nobody is chosen who gets a letter."


def test_the_shortlist_of_the_link_and_one_for_another_body_is_told(desk_of_own):
    desk_of_own.campaigns.create("Autumn", "GA", 2026)
    council = desk_of_own.campaigns.create("Spring", "HRC", 2028)
    desk_of_own.shortlist.add(council.id, "KEN")
    at = opened("letter", to="shortlist", ask="assembly", campaign=str(council.id))
    assert at.selectbox(key="campaign").value == str(council.id)
    assert "This shortlist is for another text (Human Rights Council: the thematic resolution" in words(at)
    assert "This shortlist is for" not in words(
        opened("letter", to="shortlist", ask="thematic", campaign=str(council.id))
    )
    assert "This shortlist is for another text" in words(
        opened("letter", to="shortlist", ask="mandate", campaign=str(council.id))
    )


def test_the_language_of_a_mission_is_said_with_its_source_or_is_not_known(desk_of_own):
    said = words(opened("letter", state="ARG"))
    assert "Spanish: counted among the Spanish-speaking Members" in said
    assert "un.org/en/ga/coi" in said
    assert "Which language its mission works in is not known" in words(opened("letter", state="DZA"))


def test_what_to_choose_stands_above_the_letter(desk_of_own):
    at = opened("letter", state="ZAF")
    order = [getattr(one, "label", "") or getattr(one.proto, "body", "") for one in at.main]
    picked = next(n for n, said in enumerate(order) if said.startswith("To the Permanent"))
    assert picked < next(n for n, said in enumerate(order) if 'class="letter"' in said)
