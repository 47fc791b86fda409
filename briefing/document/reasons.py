"""What speaks for a talk with a State about the next text of a body: sentences from rows of the record."""

from analytics.targets.targets import prospects
from analytics.texts.occasions import next_text
from data.store import Record


def reasons(record: Record, body: str, iso3: str) -> list[str]:
    """The reasons of analytics.targets.targets for the State and the next text of `body`; [] for a sure sponsor (nobody
    is while names on its draft are on file), for one that leads the text, and where no next text, or no list that
    tells, is held."""
    expected = next_text(record, body)
    if expected is None:
        return []
    try:
        found = prospects(record, body, int(expected["year"]))
    except ValueError:
        return []
    mine = found[(found["iso3"] == iso3) & (found["category"] != "lead")]
    return [reason.sentence for reason in mine.iloc[0]["reasons"]()] if len(mine) else []


def nearest(record: Record, iso3: str, room: int = 350) -> list[str]:
    """The first reasons for the body whose next text comes first, as many as fit into `room` signs, at least one;
    [] where no next text is known, and for a sure sponsor."""
    expected = {body: found for body in ("GA", "HRC") if (found := next_text(record, body)) is not None}
    if not expected:
        return []
    kept: list[str] = []
    for sentence in reasons(record, min(expected, key=lambda body: expected[body]["year"]), iso3):
        if kept and sum(map(len, kept)) + len(sentence) > room:
            break
        kept.append(sentence)
    return kept
