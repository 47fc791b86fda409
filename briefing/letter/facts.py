"""What may a letter truly say about this very State? Each statement comes with what would prove it.

The rule, in order; "miss" = not_sponsor on a later text of the same body (of the Council for the Commission), the
text of 2013 from which many withdrew for a reason of its own left aside; "opposed" =
analytics.targets.opposition.judge, the rule of Targets too:
0. Named on the draft of the text that it would be asked for (analytics.texts.drafts): thanks for that, and
   for what rule 3 finds; of the past nothing else is said. It is asked to stand by the text and to bring others.
1. A co-sponsorship, opposed since: the latest two are recalled, soberly.
2. A co-sponsorship, but a miss since: the latest two are recalled with gratitude.
3. A co-sponsorship, and no miss since: thanks for it (as main sponsor where it was that). Where it was in the other
   body, also its most recent one in the request's body, if there is no miss since there either.
4. No co-sponsorship, not opposed, and its latest recorded vote on a text in plenary was in favour: thanks for that
   vote. Not where the record holds a remark about this very State and vote.
5. Else an invitation that says nothing of its record. Cells that are unknown never count for anything.

A letter on the mandate also says of a State named on the draft, as tabled, of the text that created the mandate that it
was among those that tabled it, unless it is thanked for this very text. "Once more" in the ask is a statement too: it
stands only where a list names the State on an earlier text of the kind that it is asked for, a renewal of the mandate
or a text of the General Assembly."""

from collections.abc import Collection, Sequence
from datetime import date

from analytics.scope import may_sponsor
from analytics.states.founders import founding_texts
from analytics.targets.opposition import OPPOSED, Opposition, Vote, cast, judge
from analytics.texts.drafts import Named, named_on_drafts
from briefing.letter.claims import Claim, LetterFacts, Shared
from briefing.letter.record import Text, texts_by_state
from briefing.letter.requests import earlier_texts, evidence, next_opportunity, request
from data.store import Record
from data.words import BODY_NAMES, NOT_SPONSOR, PLENARY, SPONSOR, TABLED, TABLED_REVISED

_SILENT = "the letter says nothing of its record"
KINDS = ("main_sponsor", "signed", "cosponsor", "earlier", "recalled", "vote", "invitation")
FOLLOWED_BY = {"CHR": "HRC"}
DRAFTS = (TABLED, TABLED_REVISED)
"""Stages of lists that name who stood behind the draft: who joined later, or withdrew, they cannot tell."""


def shared(
    record: Record, request_key: str, today: date | None = None, states: Collection[str] | None = None
) -> Shared:
    """What the facts of all States, or of some, are found in. Raises ValueError for an unknown request."""
    chosen = request(request_key)
    events = record.events
    today = today or date.today()
    coming = next_opportunity(record.coming, chosen, today)
    return Shared(
        request=chosen,
        evidence=evidence(record, chosen),
        opportunity=coming,
        withdrawn=frozenset(events[events["kind"] == "withdrawal"]["resolution"]),
        texts=texts_by_state(record, states),
        votes=cast(record, states),
        founding=founding_texts(record).get("mandate", "") if chosen.renews else "",
        asked=earlier_texts(record, chosen),
        named=named_on_drafts(record, chosen.body, coming.year) if coming else {},
        on=date(coming.year, 12, 31) if coming else today,
    )


def facts(record: Record, iso3: str, request_key: str, common: Shared | None = None) -> LetterFacts:
    """The facts for one State and request. Raises KeyError for a code that is not in the record, ValueError for an
    unknown request."""
    state = record.states[record.states["iso3"] == iso3]
    if state.empty:
        raise KeyError(f"No State or observer has the code {iso3!r}.")
    common = common or shared(record, request_key, states=[iso3])
    texts, votes = common.texts.get(iso3, []), common.votes.get(iso3, ())
    sponsored = [text for text in texts if text.value == SPONSOR]
    stands = judge(votes, {text.resolution: text.adopted_on for text in sponsored})
    kind, claims, why = _sentence(iso3, texts, votes, stands, common)
    signed = common.named.get(iso3)
    if signed:
        kind, claims, why = _signed(signed, kind, claims, why)
    status = state.iloc[0]["status"]
    return LetterFacts(
        iso3=iso3,
        request=common.request,
        kind=kind,
        claims=claims,
        observer=status == "observer",
        own_group=state.iloc[0]["un_group"],
        evidence=common.evidence,
        opportunity=common.opportunity,
        why=why,
        again=_again(iso3, kind, texts, common),
        signed=signed,
        founder=_founder(iso3, claims, texts, common),
        may_sponsor=may_sponsor(iso3, status, common.request.body, common.on),
        mind=_mind(stands, sponsored),
    )


def _signed(signed: Named, kind: str, claims: tuple[Claim, ...], why: str) -> tuple[str, tuple[Claim, ...], str]:
    """What is said of a State named on the draft: the lead stays the lead, and only thanks stand beside the thanks."""
    said = f"Named on {signed.draft}, the draft of this text: thanked for it, and asked to bring others. {why}"
    if kind == "main_sponsor":
        return kind, claims, said
    return "signed", claims if kind == "cosponsor" else (), said


def _again(iso3: str, kind: str, texts: list[Text], common: Shared) -> Claim | None:
    signed = [text for text in texts if text.value == SPONSOR and text.resolution in common.asked]
    if kind not in ("cosponsor", "earlier", "recalled") or not signed:
        return None
    return Claim("ask.1", signed[-1].resolution, iso3, SPONSOR, "again", draft=signed[-1].stage in DRAFTS)


def _founder(iso3: str, thanked: tuple[Claim, ...], texts: list[Text], common: Shared) -> Claim | None:
    """Only where the list of the draft names it: who is not named may have joined later, or is not known."""
    if common.founding in [claim.resolution for claim in thanked]:
        return None
    for text in texts:
        if text.resolution == common.founding and text.value == SPONSOR and text.stage in DRAFTS:
            return Claim("founder", text.resolution, iso3, SPONSOR, "founder", draft=True)
    return None


def _sentence(
    iso3: str, texts: list[Text], votes: Sequence[Vote], stands: Opposition, common: Shared
) -> tuple[str, tuple[Claim, ...], str]:
    """The kind of sentence, the claims in it, and why it was chosen."""
    sponsored = [text for text in texts if text.value == SPONSOR]
    if not sponsored:
        return _vote_or_invitation(iso3, votes, stands)
    last = sponsored[-1]
    missed = _missed_since(last, texts, common)
    why = f"Sponsor of {last.resolution} ({last.adopted_on})"
    if stands.level == OPPOSED:
        why += ", and opposed since, by the rule of Targets: the sponsorship is recalled, without thanks."
        return "recalled", _two(iso3, "recalled", sponsored), why
    if missed:
        why += f", but not of {missed[-1].resolution}: earlier support is recalled."
        return "earlier", _two(iso3, "earlier", sponsored), why
    kind = "main_sponsor" if last.role == "main sponsor" else "cosponsor"
    as_what = "main sponsor" if kind == "main_sponsor" else "co-sponsor"
    why += f", and no later list of the {BODY_NAMES[last.body]} that could show it lacks its name: thanks as {as_what}."
    named, passed_over = _current(kind, sponsored, texts, common)
    return kind, tuple(_claim(iso3, kind, i, text) for i, text in enumerate(named, 1)), why + passed_over


def _two(iso3: str, kind: str, sponsored: list[Text]) -> tuple[Claim, ...]:
    """Its latest two sponsorships, the latest first."""
    return tuple(_claim(iso3, kind, i, text) for i, text in enumerate(reversed(sponsored[-2:]), 1))


def _missed_since(last: Text, texts: list[Text], common: Shared) -> list[Text]:
    """Later texts of its body, or of the one that followed it, that lack the State's name on a list that would show it:
    the Commission's lists are of drafts and show nobody missing, those of the Council do."""
    bodies = (last.body, FOLLOWED_BY.get(last.body))
    return [
        text
        for text in texts
        if text.body in bodies
        and text.value == NOT_SPONSOR
        and text.adopted_on > last.adopted_on
        and text.resolution not in common.withdrawn
    ]


def _current(kind: str, sponsored: list[Text], texts: list[Text], common: Shared) -> tuple[list[Text], str]:
    """The texts to thank for, and a remark on one of the request's body that is passed over, as it lapsed there."""
    named = [sponsored[-1]]
    in_body = [text for text in sponsored if text.body == common.request.body]
    if not in_body or in_body[-1] == named[0]:
        return named, ""
    own = in_body[-1]
    if missed := _missed_since(own, texts, common):
        return named, f" {own.resolution} is not named, as it was a sponsor then and not of {missed[-1].resolution}."
    same_role = (own.role == "main sponsor") == (kind == "main_sponsor")
    return [*named, *([own] if same_role else [])], ""


def _claim(iso3: str, kind: str, number: int, text: Text) -> Claim:
    return Claim(f"thanks.{number}", text.resolution, iso3, SPONSOR, kind, draft=text.stage in DRAFTS)


def _vote_or_invitation(iso3: str, votes: Sequence[Vote], stands: Opposition) -> tuple[str, tuple[Claim, ...], str]:
    unnamed = "No list of sponsors that is used names it"
    if stands.level == OPPOSED:
        return "invitation", (), f"{unnamed}, and it is opposed, by the rule of Targets: {_SILENT}."
    in_plenary = [vote for vote in votes if vote.stage in PLENARY]
    if not any(vote.stance == "for" for vote in in_plenary):
        return "invitation", (), f"{unnamed}, and no vote in favour of a text is recorded: {_SILENT}."
    last = in_plenary[-1]
    if last.stance != "for":
        why = f"{unnamed}, and on {last.resolution}, its latest recorded vote on a text, it was not in favour"
        return "invitation", (), f"{why}: {_SILENT}."
    if last.remark:
        return "invitation", (), f"{unnamed}. {last.remark} The letter says nothing of its vote on {last.resolution}."
    claim = Claim("thanks.1", last.resolution, iso3, "yes", "vote", source="votes")
    return "vote", (claim,), f"{unnamed}; it voted in favour of {last.resolution}."


def _mind(stands: Opposition, sponsored: list[Text]) -> str:
    """What it has cast against a text or for hostile amendments since it last sponsored one, "" if nothing."""
    since = [vote for vote in stands.against if not sponsored or vote.adopted_on > sponsored[-1].adopted_on]
    return stands.said if since else ""
