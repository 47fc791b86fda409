"""What ties a State to the coming text itself: its draft, who leads it, who may sponsor it, siblings, the Council."""

from __future__ import annotations

from analytics.english import in_body
from analytics.targets import siblings
from analytics.targets.facts import Facts
from analytics.targets.reason import Reason, cell, row
from analytics.texts.drafts import drafts_of
from data.tongues.speech import say
from data.words import ADDITIONAL, STAGES, WITHDRAWN


def reasons(iso3: str, where: str, facts: Facts) -> list[Reason]:
    """Whether it is named on the draft, siblings that it sponsored, a seat on the Council, that it leads, that it may
    not sponsor. where: its position by its own record (analytics.targets.own.position)."""
    found = [_draft(iso3, where, facts), _sibling(iso3, facts), _council(iso3, facts), _lead(iso3, facts)]
    return [reason for reason in (*found, _may_not(iso3, facts)) if reason is not None]


def _draft(iso3: str, where: str, facts: Facts) -> Reason | None:
    """That the draft which is being sponsored names it, or does no more; or not so far, of those on the latest list."""
    if mine := facts.named.get(iso3):
        since = ", ".join(part for part in (say(STAGES.get(mine.stage, "")), mine.document) if part)
        told = say("Named on {draft}, the draft that is being sponsored.", draft=mine.draft)
        if since:
            told = say("Named on {draft}, the draft that is being sponsored ({since}).", draft=mine.draft, since=since)
        return Reason("signed", told, (cell(mine.draft, iso3), row("sponsors", resolution=mine.draft, iso3=iso3)))
    if mine := facts.gone.get(iso3):
        told = say("Took its name back from {draft}, which is being sponsored.", draft=mine.draft)
        if mine.stage != WITHDRAWN:
            how = say("after it was tabled") if mine.stage == ADDITIONAL else say(STAGES[mine.stage])
            told = say(
                "Named on {draft} {how}, and not on its revision, which is being sponsored.", draft=mine.draft, how=how
            )
        return Reason("dropped", told, (cell(mine.draft, iso3), row("sponsors", resolution=mine.draft, iso3=iso3)))
    if not facts.named or where != "keep":
        return None
    told = say(
        "Not named so far on {draft}, which is being sponsored; it may still join.", draft=drafts_of(facts.named)
    )
    drafts = sorted({one.draft for one in facts.named.values()})
    return Reason("awaited", told, (cell(drafts, iso3),))


def _sibling(iso3: str, facts: Facts) -> Reason | None:
    if not facts.siblings:
        return None
    value = facts.value(iso3, facts.siblings[0].defenders)
    return siblings.reason(facts.siblings, facts.sibling_sponsors, iso3, value, facts.texts)


def _council(iso3: str, facts: Facts) -> Reason | None:
    if iso3 not in facts.council:
        return None
    key = row("body_members", body="HRC", at="year", key=facts.council_year, iso3=iso3)
    return Reason("council", say("Member of the Human Rights Council in {year}.", year=facts.council_year), (key,))


def _lead(iso3: str, facts: Facts) -> Reason | None:
    if iso3 not in facts.leads:
        return None
    resolution, list_id = facts.leads[iso3]
    text = facts.texts.named(resolution)
    key = row("sponsors", list_id=list_id, iso3=iso3, role="main sponsor")
    told = say("Main sponsor of {text}, the latest text here of which one is known: it leads.", text=text)
    return Reason("lead", told, (key,))


def _may_not(iso3: str, facts: Facts) -> Reason | None:
    if iso3 not in facts.may_not:
        return None
    sentence = say(
        "An observer, which may not sponsor this text {in_body}; it can still speak for it.",
        in_body=in_body(facts.texts.body),
    )
    return Reason("may not", sentence, (row("states", iso3=iso3, status="observer"),))
