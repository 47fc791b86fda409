"""A review goes on after the visit has ended: another session finds it, says so, and has what had been chosen."""

from __future__ import annotations

from data.review import begun
from data.review.keep import history
from tests.pages.add.test_page import PASTED, TEXT, box, button, errors, field, folder, opened, pasted, sound, stated

__all__ = ["folder"]


def told(at) -> str:
    return "\n".join(info.value for info in at.info).replace("\\", "")


def test_a_review_that_was_lost_goes_on_with_what_had_been_chosen(folder):
    at = stated(pasted(PASTED))
    sound(at.run())
    at = opened()
    (review,) = begun.reviews(begun.folder_of(folder, ""))
    when = review.begun[11:16]
    assert f"Restored: your review of the pasted text, begun on {review.begun[8:10]}" in told(at)
    assert f"at {when} UTC, with what you had chosen" in told(at)
    assert box(at, "What “Urugay” means").value == "URY"
    assert box(at, "How complete").value == "complete"
    assert box(at, "Where does it come from").value == "e-mail"
    field(at, "From whom, of which day").input("Ben Okoro, 12 November 2021")
    field(at, "Your name").input("Ana Ruiz")
    for seen in at.checkbox:
        if seen.label.startswith("I have looked"):
            seen.check()
    sound(button(at, "Accept").click().run())
    (entry,) = history(folder)
    assert {s["iso3"] for s in entry.states} == {"ALB", "CHL", "FJI", "NOR", "TUN", "URY"}
    assert begun.reviews(begun.folder_of(folder, "")) == []
    assert "Restored" not in told(opened())


def test_a_second_document_leaves_the_first_to_be_gone_on_with_or_discarded(folder):
    pasted(PASTED)
    at = pasted(f"{TEXT}\nCo-sponsors (2): Chile, Fiji\n")
    waiting = [m.value for m in at.markdown if "not ended" in m.value]
    assert len(waiting) == 1
    sound(button(at, "Go on").click().run())
    assert "Restored" in told(at)
    assert box(at, "What “Urugay” means").value is None
    sound(next(b for b in at.button if b.key.startswith("forget-")).click().run())
    assert len(begun.reviews(begun.folder_of(folder, ""))) == 1


def test_discarded_is_discarded(folder):
    at = pasted(PASTED)
    sound(button(at, "Discard").click().run())
    assert begun.reviews(begun.folder_of(folder, "")) == []
    assert "Restored" not in told(opened())


def test_a_review_whose_files_are_damaged_is_said(folder):
    pasted(PASTED)
    for path in begun.folder_of(folder, "").glob("*.lists"):
        path.write_text("{")
    at = opened()
    assert "The review of the pasted text that was begun on" in errors(at)
    assert "cannot be restored" in errors(at)
    assert begun.reviews(begun.folder_of(folder, "")) == []
