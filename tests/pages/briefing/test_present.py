"""A presentation belongs to whom it was made for."""

from __future__ import annotations

from pages.briefing import present


def test_a_presentation_is_shown_to_its_maker_only() -> None:
    path = present.keep(b"<html>plans</html>", "anna@example.org")
    name = path.rsplit("/", 1)[-1]
    assert present.find(name, "anna@example.org") == b"<html>plans</html>"
    assert present.find(name, "ben@example.org") is None
    assert present.find(name, "") is None


def test_each_visitor_keeps_their_own_last_few() -> None:
    first = [present.keep(f"<p>{number}</p>".encode(), "c@example.org") for number in range(present.KEPT + 1)]
    for number in range(3 * present.KEPT):
        present.keep(f"<p>other {number}</p>".encode(), "d@example.org")
    found = [present.find(path.rsplit("/", 1)[-1], "c@example.org") for path in first]
    assert found[0] is None
    assert all(found[1:])
