"""The sentences on the records of States in one body: how often each sponsored, and where each stands."""

import pandas as pd

from analytics.english import at_least, body_name, capital, count, in_body, listing, of_body
from analytics.states.ladder import could_sponsor
from charts.words.asides import HAVE_SPONSORED, joined_notes, observers
from data.tongues.speech import clauses, say, say_many
from data.words import FINAL, at_stage


def timed(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on how often States sponsored in one body (Measures.ladder)."""
    members = there(ladder)
    when = at_stage(_asked(ladder))
    subtitle = say(
        "Times a State sponsored{when}, of the texts where its record is known, {body}", when=when, body=body_name(body)
    )
    once, dark = members[members["sponsored"] > 0], members[members["opportunities"] == 0]
    note = joined_notes(_texts_unknown(members), observers(ladder[ladder["sponsored"] > 0], HAVE_SPONSORED))
    if len(dark) == len(members):
        title = say(
            "Who sponsored the texts {of_body}{when} is not known State by State", of_body=of_body(body), when=when
        )
        return title, subtitle, note
    silent = members[(members["sponsored"] == 0) & (members["opportunities"] > 0)]
    open_ended = members.loc[members["sponsored"] == 0, "unknown_in"].map(len).gt(0).any()
    always = once[once["sponsored"].eq(once["opportunities"]) & once["opportunities"].ge(3)]
    title = say_many(
        "{n} State has sponsored at least once{when}",
        "{n} States have sponsored at least once{when}",
        len(once),
        n=at_least(len(once), open_ended),
        when=when,
    )
    if len(always):
        title += say(", {n} every time that is known", n=len(always))
    if len(silent):
        one, many = "{n} is on none of the lists that tell", "{n} are on none of the lists that tell"
        title = clauses([title, say_many(one, many, len(silent))])
    return capital(title), subtitle, note


def laddered(ladder: pd.DataFrame, body: str) -> tuple[str, str, str]:
    """Title, subtitle and note on where States stand in one body (Measures.ladder); words that hold only to an
    earlier text than the latest that tells are counted apart."""
    members = there(ladder)
    when = at_stage(_asked(ladder))
    subtitle = say(
        "Record of each State {in_body}{when}, on texts whose sponsors are known", in_body=in_body(body), when=when
    )
    enough = members[members["word"] != "Too little known"]
    little, words = len(members) - len(enough), enough.loc[~enough["open"], "word"].value_counts()
    stale = int(enough["open"].sum())
    year = members["reference_year"].iloc[0] if len(members) else pd.NA
    note = joined_notes(
        say_many("Too little is known of {n} State.", "Too little is known of {n} States.", little) if little else "",
        say_many(
            "Of {n} State it is not known whether they sponsored in {year}: hatched.",
            "Of {n} States it is not known whether they sponsored in {year}: hatched.",
            stale,
            year=year,
        )
        if stale
        else "",
        _texts_unknown(members),
    )
    parts: list[str] = []
    for word in ("Core", "Lapsed", "Never"):
        if number := int(words.get(word, 0)):
            parts.append(_standing(word, number, first=not parts))
    title = listing(parts) if parts else say("Where States stand {in_body}", in_body=in_body(body))
    if parts and not pd.isna(year):
        title = say("As of the latest list that tells ({year}): {title}", year=year, title=title)
    return title, subtitle, note


def _standing(word: str, number: int, first: bool) -> str:
    """ "12 States are core sponsors", "5 have lapsed": how many stand under a word, States named where it is first."""
    if word == "Core":
        return say_many("{n} State is a core sponsor", "{n} States are core sponsors", number)
    if word == "Lapsed" and first:
        return say_many("{n} State has lapsed", "{n} States have lapsed", number)
    if word == "Lapsed":
        return say_many("{n} has lapsed", "{n} have lapsed", number)
    if first:
        return say_many("{n} State sponsored none that is known", "{n} States sponsored none that is known", number)
    return say_many("{n} sponsored none that is known", "{n} sponsored none that is known", number)


def there(ladder: pd.DataFrame) -> pd.DataFrame:
    """The rows of Member States that were Members on the day of a text: of the others nothing can be asked."""
    return ladder[ladder["status"].eq("member") & could_sponsor(ladder)]


def _asked(ladder: pd.DataFrame) -> str:
    return ladder["asked"].iloc[0] if len(ladder) else FINAL


def _texts_unknown(members: pd.DataFrame) -> str:
    """Between how many and how many texts are known of a State, where that differs or some are left out."""
    known = members["opportunities"]
    if members.empty or not members["unknown_in"].map(len).any():
        return ""
    low, high = int(known.min()), int(known.max())
    if not high:
        return say("No list of sponsors{when} is held of these texts.", when=at_stage(_asked(members)))
    span = count(high, "text")
    return say(
        "Of each State {texts} can be told; texts without a list, or whose list leaves the State open, are left out.",
        texts=span if low == high else say("{low} to {high}", low=low, high=span),
    )
