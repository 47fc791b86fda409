"""The vocabulary: every word that stands for a value, once, and what it is called in a sentence."""

from data.tongues.speech import say

BODIES = ("GA", "CHR", "HRC")
BODY_CODES = {body: body for body in BODIES}
"""What a body is called in a narrow column."""
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
OUTCOMES = {
    "new": "joined for the first time",
    "returned": "returned",
    "between": "joined on a text between",
    "stayed": "stayed",
    "left": "sponsored the earlier text only",
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

UN_DOCUMENT, WEB_PAGE, E_MAIL, COLLEAGUE, NOTES = "document", "web page", "e-mail", "colleague", "notes"
ORIGINS = {
    UN_DOCUMENT: "a UN document",
    WEB_PAGE: "a web page",
    E_MAIL: "an e-mail",
    COLLEAGUE: "a colleague",
    NOTES: "notes taken in the room",
}
"""Where a list that a user adds comes from, as the user says. Only the first has a symbol; the last three stand
nowhere in public: such a list is never said to be published, nor to have been read at an address."""

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
STATUS = {word: word for word in (COMPLETE, "gap", PARTIAL, COUNT_ONLY, "none")}
"""The same as a word of a table of numbers."""
NAMED = (*COMPARABLE, PARTIAL)
"""The same where names are held."""
REPORTED = (PARTIAL, COUNT_ONLY)
"""The same where a number that somebody reported stands in for the list."""

VOTES = ("yes", "no", "abstain")
VOTE_WORDS = {"": "", "yes": "a vote|yes", "no": "a vote|no", "abstain": "a vote|abstain"}
"""What each is called in a column."""
PLENARY = ("plenary", "CHR plenary", "HRC plenary")
"""The stages of a recorded vote on the text itself, where it was adopted."""


def at_stage(stage: str) -> str:
    """How a count of sponsors at this stage is qualified: " as tabled"; "" for the final one, which needs no word."""
    return "" if stage in ("", FINAL) else f" {say(STAGES[stage])}"


def stage_words() -> dict[str, str]:
    """What each stage is called, in the language in force."""
    return {stage: say(word) for stage, word in STAGES.items()}


def coverage_of(stage: str, completeness: str) -> str:
    """How much of its list of sponsors is held of a text that uses this one (resolutions.sponsor_coverage)."""
    if stage == STATEMENT:
        return NAMES_ONLY
    return TABLED_ONLY if stage in ON_THE_WAY and completeness in WHOLE else completeness


STANDINGS = {
    "Core": "sponsored the latest text and at least 80 % of those where its record is known",
    "Regular": "sponsored the latest text and at least half of those where its record is known",
    "Recent": "sponsored the latest text and the one before, but less than half of those where its record is known",
    "Returned": "sponsored the latest text after missing the one before, and had sponsored earlier",
    "New": "sponsored the latest text, and none before it where its record is known",
    "Lapsed": "sponsored at least two texts, but not the latest where its record is known",
    "Once": "sponsored exactly one text, and not the latest where its record is known",
    "Never": "sponsored none of at least three texts where its record is known",
    "Too little known": "fewer than three texts where its record is known",
}
"""Where a State stands in one body, by its own record: the one scale of all pages and exports, with the rule of each
word (analytics.states.ladder). What is made of it for a coming text is no standing: that is a category."""

CATEGORIES = {
    "awaited": ("Awaited", "on the latest whole list held, and not named so far on the draft that is being sponsored"),
    "left": ("Sponsored the text before", "on the whole list before the latest, not on the latest held"),
    "lapsed": ("Used to sponsor", "two texts in a row, but not the latest text on which its record is known"),
    "on and off": ("Once, or now and then", "known to have sponsored once, or texts not in a row, but not the latest"),
    "other body": ("Sponsored in another body", "not known to have sponsored here"),
    "voted for": ("Voted for", "not known to have sponsored"),
    "sibling": ("Sponsors related texts", "not known to have sponsored this one"),
    "peers": ("Its peers sponsor", "at least half of its regional group, of a political group or of its neighbours"),
    "no sign": ("No sign in the record", "none of the above"),
    "confirm": ("To confirm", "sponsored the latest text on which its record is known; the latest list does not tell"),
    "keep": ("To keep", "on the latest whole list held, but not a core sponsor"),
    "dropped": ("To confirm on the draft", "was named on the draft that is being sponsored, and is no more"),
    "signed": ("Named on the draft", "of the text that is being sponsored; thank it, and ask it to bring others"),
    "opposed": ("Opposed", "voted against, and is not known to have voted for or sponsored a text since; not a target"),
    "lead": ("Leads the text", "main sponsor of the latest text of which one is known; it asks, nobody asks it"),
    "may not": ("May not sponsor here", "an observer without that right in this body"),
}
"""Why a State is asked for a coming text, or is not: name and meaning, in the order in which they are looked at first
(analytics.targets). None of them is a word of STANDINGS."""

TERMS = {
    "sponsor": "a State named on a list of sponsors of a text: main sponsors and co-sponsors alike",
    "main sponsor": "a sponsor that the document or the catalogue names as leading the text",
    "text": "a resolution on human rights defenders, or the draft of one that is being sponsored",
    "joined": "known not to have sponsored the earlier of two texts (or not yet a Member), and a sponsor of the later",
    "sponsored the earlier text only": "sponsor of the earlier of two texts, and known not to have sponsored the "
    "later; it took nothing back",
    "withdrew": "took its name back from a text that it had sponsored, as a document tells",
    "the latest": "the latest text, whether it is known who sponsored it or not; the latest known: of those that are",
    "related texts": "other texts of the same committee and session whose sponsors are most like those of ours",
    "campaign": "what you work on for one coming text: its shortlist, its scenarios",
    "what is asked for": "the kind of text that a letter asks a State to support",
    "series": "the texts of one body, read at the one stage at which most of its lists are whole",
}
"""Words of pages and exports that stand for no value, and what is meant by each."""
