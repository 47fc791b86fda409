"""A draft that is being sponsored: what each State is painted with, and the finding in words.

Who is not named may still join, so those States keep the look of what is not known."""

from analytics.english import body_name, capital, count, listing, long_date, of_groups
from analytics.scope import UN_GROUPS
from analytics.texts.drafts import STAGES_ORDER, Progress
from charts.frame.legend import Swatch
from charts.frame.legend import said as in_words
from charts.kinds.states.paint import LOOKS, Painting
from charts.words.asides import NAMES_SHOWN, joined_notes, observers
from data.tongues.speech import headed, named, say, say_many, to_count
from data.words import AS_ADOPTED, NOT_MEMBER, STAGES


def draft_painting(progress: Progress) -> Painting:
    """Who is named so far on a draft, and who of the latest text's sponsors is not (texts.drafts.progress)."""
    was = progress.latest_year
    new = say("named; not a sponsor in {was}", was=was) if progress.latest else say("named")
    unclear = say("named; {was} not known", was=was) if was else say("named; last time not known")
    dropped = say("named before the revision, not on it: to confirm")
    looks = {
        "again": Swatch(say("named; sponsor in {was}", was=was), "sponsor", "sponsor"),
        "new": Swatch(new, "joined", "joined"),
        "unclear": Swatch(unclear, "extra.1", "extra.1"),
        "not_yet": Swatch(say("sponsor in {was}, not named so far", was=was), "ground", "left", hatch=True, heavy=True),
        "dropped": Swatch(dropped, "ground", "sponsor", hatch=True),
        "withdrew": Swatch(say("took its name back"), "", "left"),
        "open": Swatch(say("not named so far"), "ground", "unknown", hatch=True),
        **in_words({NOT_MEMBER: LOOKS[NOT_MEMBER]}),
    }
    said = {key: look.label for key, look in looks.items()}
    states = progress.states
    painted = states[["iso3", "short_name", "un_group", "status"]].assign(
        look=states["outcome"], sentence=states["outcome"].map(said), order=0
    )
    title, subtitle, note = drafted(progress)
    # "not known" in a block's head would name nearly all: its head says how many are named, and no more.
    return Painting("draft", painted, looks, ("again", "new", "unclear"), (), title, subtitle, note, say("named"))


def drafted(progress: Progress) -> tuple[str, str, str]:
    """Title, subtitle and note on a draft so far."""
    several = count(progress.n_lists, "list") if progress.n_lists > 1 else stage_word(progress.stage)
    subtitle = say(
        "Names on draft resolution {draft}{stage}, {body}; adoption expected {day}",
        draft=progress.draft,
        stage=f" ({several})" if progress.stage else "",
        body=body_name(progress.body),
        day=long_date(progress.expected_on),
    )
    if not progress.list_id:
        title = say("No list of sponsors of draft resolution {draft} is held yet", draft=progress.draft)
        return title, subtitle, say("Not adopted yet: who sponsors it is not known.")
    note = joined_notes(
        say("Not adopted yet: others may still join, so of a State that is not named nothing is known."),
        _missing(progress),
        at_this_moment(progress),
        observers(progress.states[progress.states["outcome"].isin(("again", "new", "unclear"))], NAMED_TOO),
    )
    compared = _compared(progress)
    title = named_so_far(progress)
    return headed(title, compared) if compared else title, subtitle, note


NAMED_TOO = to_count("Observers, outside the Member States: {names} are named too.")


def stage_word(stage: str) -> str:
    """The stage of a draft's list: what was adopted can only have been adopted in Committee."""
    return say("as adopted in Committee") if stage == AS_ADOPTED else say(STAGES.get(stage, stage))


def named_so_far(progress: Progress) -> str:
    """ "37 States from all five groups are named so far": Member States."""
    codes = progress.of("again", "new", "unclear")
    if not codes:
        return say_many("{n} State is named so far", "{n} States are named so far", 0)
    groups = set(progress.states.loc[progress.states["iso3"].isin(codes), "un_group"])
    one, many = "{n} State {groups} is named so far", "{n} States {groups} are named so far"
    return say_many(one, many, len(codes), groups=of_groups(len(groups), len(UN_GROUPS)))


def _compared(progress: Progress) -> str:
    again, before = len(progress.of("again")), len(progress.of("again", "not_yet"))
    if not before:
        return ""
    new = len(progress.of("new"))
    one, many = "{again} of the {n} final sponsor of {year} again", "{again} of the {n} final sponsors of {year} again"
    said = say_many(one, many, before, again=again, year=progress.latest_year)
    said += say(", {n} to call", n=before - again) if before > again else ""
    return said + (say(", and {n} that did not sponsor then", n=new) if new else "")


def at_this_moment(progress: Progress) -> str:
    """The draft against the latest text at the same stage, and what stage that is; "" where no such list is held."""
    one = progress.moment
    if one is None:
        return ""
    said = say(
        "{stage} it has {names}; at that stage {text} ({year}) had {then}.",
        stage=say(STAGES[one.stage]),
        names=count(one.names, "name"),
        text=one.text,
        year=one.year,
        then=one.names_then,
    )
    return capital(said)


def since_when(progress: Progress) -> list[tuple[str, list[str]]]:
    """Who is named since which list: ("as tabled, A/C.3/81/L.30", names), in the order of the stages."""
    named = progress.states[progress.states["first_stage"] != ""]
    rank = {stage: place for place, stage in enumerate(STAGES_ORDER)}
    groups = sorted(named.groupby(["first_stage", "document"]), key=lambda item: (rank[item[0][0]], item[0][1]))
    return [(f"{STAGES[stage]}, {document}", sorted(rows["short_name"])) for (stage, document), rows in groups]


def _missing(progress: Progress) -> str:
    """The sponsors of the latest text that are not named, by name where they are few."""
    missing = progress.states[progress.states["iso3"].isin(progress.of("not_yet"))]
    latest = {"text": progress.latest, "year": progress.latest_year}
    if missing.empty:
        return ""
    if len(missing) > NAMES_SHOWN:
        return say("{n} sponsors of {text} ({year}) are not named so far.", n=len(missing), **latest)
    names = listing(named(missing))
    return say("Not named so far, of the sponsors of {text} ({year}): {names}.", names=names, **latest)


def sentence(progress: Progress) -> str:
    """The answer on a page: the draft, what is known of its sponsors, and that it is not adopted."""
    if not progress.list_id:
        return f"{progress.draft}, not adopted yet: no list of its sponsors is held."
    return f"{progress.draft}, not adopted yet: {drafted(progress)[0][:1].lower()}{drafted(progress)[0][1:]}."
