"""The vocabulary: every word that stands for a value, once, and what it is called in a sentence."""

from __future__ import annotations

BODIES = ("GA", "CHR", "HRC")
BODY_NAMES = {"GA": "General Assembly", "CHR": "Commission on Human Rights", "HRC": "Human Rights Council"}

SPONSOR, NOT_SPONSOR, NOT_WHEN_TABLED = "sponsor", "not_sponsor", "not_when_tabled"
UNKNOWN, NOT_MEMBER = "unknown", "not_member"
CELLS = {
    SPONSOR: "sponsor",
    NOT_SPONSOR: "not a sponsor",
    NOT_WHEN_TABLED: "not named when tabled",
    UNKNOWN: "not known",
    NOT_MEMBER: "not yet a Member State",
}
"""What is known of a State on a text, and how it is called. The rule is the view `grid` in data/schema.sql."""
MEANING = {
    SPONSOR: "named on the list and not withdrawn since",
    NOT_SPONSOR: "not named on a whole final list, or on one with a gap that does not put this State in doubt; a "
    "State that took its name back is marked as withdrawn",
    NOT_WHEN_TABLED: "not named on the whole draft as tabled, where only that is held: it may have joined later, so "
    "who sponsored in the end is not known",
    UNKNOWN: "no list held, or a part of one or single names without this State, or a list that leaves it in doubt; "
    "never to be read as a no",
    NOT_MEMBER: "admitted after the day of adoption, and not named",
}
"""What each value means, for those who read a table or the rules."""
KNOWN_AT_THE_END = (SPONSOR, NOT_SPONSOR)
"""Cells that tell who sponsored in the end; at another stage `known` of Measures.cells says which tell."""
OUTCOMES = {
    "new": "joined for the first time",
    "returned": "returned",
    "between": "joined on a text between",
    "stayed": "stayed",
    "left": "left",
    "unknown": "cannot be told",
    "neither": "on neither list",
    "not_member": CELLS[NOT_MEMBER],
}
"""What became of a State between two texts."""
WITHDREW = "not a sponsor, withdrew"
"""How not_sponsor is called where a list names the State among those that took their names back."""

FINAL, TABLED, TABLED_REVISED, ADDITIONAL = "final", "tabled", "tabled revised", "additional"
ORAL, AS_ADOPTED, WITHDRAWN, STATEMENT = "oral", "as adopted", "withdrawn", "statement"
STAGES = {
    FINAL: "final",
    TABLED: "as tabled",
    TABLED_REVISED: "as tabled in its revised form",
    ADDITIONAL: "named after tabling",
    ORAL: "as orally revised",
    AS_ADOPTED: "as adopted",
    WITHDRAWN: "withdrew",
    STATEMENT: "single names from statements",
}
"""The stages of a list, and how a count at that stage is qualified ("52 as tabled")."""
ON_THE_WAY = (TABLED, TABLED_REVISED, ORAL, AS_ADOPTED)
"""Stages of a list that can be whole before the end: who is not on it may have joined later."""

CAN_BE_WHOLE = (FINAL, *ON_THE_WAY)
NEVER_WHOLE = (ADDITIONAL, STATEMENT)
"""Stages of a list that names some of the sponsors only, however whole it is: of others it says nothing."""

COMPLETE, SUSPECTED_GAP, PARTIAL = "complete", "suspected gap", "partial"
COMPLETENESS = (COMPLETE, SUSPECTED_GAP, PARTIAL, UNKNOWN)
WHOLE = (COMPLETE, SUSPECTED_GAP)
"""What a list must be for an absence from it to say something, but for the States that it leaves in doubt."""

TABLED_ONLY, NAMES_ONLY, COUNT_ONLY, NO_LIST = "tabled only", "names only", "count only", "no list found"
COVERAGE = {
    COMPLETE: "whole list held: a State that is not on it did not sponsor",
    SUSPECTED_GAP: "list held, names probably missing in one place: those States are not known",
    PARTIAL: "part of the list could be read: who is not named is not known",
    TABLED_ONLY: "the draft as tabled is held: who joined later is not known",
    NAMES_ONLY: "single names out of statements: who is not named is not known",
    COUNT_ONLY: "a number was reported, no names are held",
    NO_LIST: "nothing is held: every State is not known",
}
"""What is held of a text (resolutions.sponsor_coverage), and what that means."""

COMPARABLE = (COMPLETE, "gap")
"""What the list of a text is, in a table of counts (`status`), where its number can be compared with others."""
NAMED = (*COMPARABLE, PARTIAL)
"""The same where names are held."""
REPORTED = (PARTIAL, COUNT_ONLY)
"""The same where a number that somebody reported stands in for the list."""

VOTES = ("yes", "no", "abstain")
PLENARY = ("plenary", "CHR plenary", "HRC plenary")
"""The stages of a recorded vote on the text itself, where it was adopted."""


def at_stage(stage: str) -> str:
    """How a count of sponsors at this stage is qualified: " as tabled"; "" for the final one, which needs no word."""
    return "" if stage in ("", FINAL) else f" {STAGES[stage]}"


def coverage_of(stage: str, completeness: str) -> str:
    """How much of its list of sponsors is held of a text that uses this one (resolutions.sponsor_coverage)."""
    if stage == STATEMENT:
        return NAMES_ONLY
    return TABLED_ONLY if stage in ON_THE_WAY and completeness in WHOLE else completeness
