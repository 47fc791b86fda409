"""A draft that is being sponsored: what each State is painted with, and the finding in words.

Who is not named may still join, so those States keep the look of what is not known.
"""

from __future__ import annotations

from analytics.english import body_name, capital, count, listing, long_date, of_groups
from analytics.scope import UN_GROUPS
from analytics.texts.drafts import STAGES_ORDER, Progress
from charts.frame.legend import Swatch
from charts.kinds.states.paint import LOOKS, Painting
from charts.words.asides import NAMES_SHOWN, joined_notes, observers
from data.words import NOT_MEMBER, STAGES


def draft_painting(progress: Progress) -> Painting:
    """Who is named so far on a draft, and who of the latest text's sponsors is not (texts.drafts.progress)."""
    was = progress.latest_year or "last time"
    looks = {
        "again": Swatch(f"named; sponsor in {was}", "sponsor", "sponsor"),
        "new": Swatch(f"named; not a sponsor in {was}" if progress.latest else "named", "joined", "joined"),
        "unclear": Swatch(f"named; {was} not known", "extra.1", "extra.1"),
        "not_yet": Swatch(f"sponsor in {was}, not named so far", "ground", "left", hatch=True, heavy=True),
        "dropped": Swatch("named before the revision, not on it: to confirm", "ground", "sponsor", hatch=True),
        "withdrew": Swatch("took its name back", "", "left"),
        "open": Swatch("not named so far", "ground", "unknown", hatch=True),
        NOT_MEMBER: LOOKS[NOT_MEMBER],
    }
    said = {key: look.label for key, look in looks.items()}
    states = progress.states
    painted = states[["iso3", "short_name", "un_group", "status"]].assign(
        look=states["outcome"], sentence=states["outcome"].map(said), order=0
    )
    title, subtitle, note = drafted(progress)
    # "not known" in a block's head would name nearly all: its head says how many are named, and no more.
    return Painting("draft", painted, looks, ("again", "new", "unclear"), (), title, subtitle, note, "named")


def drafted(progress: Progress) -> tuple[str, str, str]:
    """Title, subtitle and note on a draft so far."""
    several = count(progress.n_lists, "list") if progress.n_lists > 1 else stage_word(progress.stage)
    stage = f" ({several})" if progress.stage else ""
    subtitle = (
        f"Names on draft resolution {progress.draft}{stage}, {body_name(progress.body)}; adoption expected "
        f"{long_date(progress.expected_on)}"
    )
    if not progress.list_id:
        title = f"No list of sponsors of draft resolution {progress.draft} is held yet"
        return title, subtitle, "Not adopted yet: who sponsors it is not known."
    note = joined_notes(
        "Not adopted yet: others may still join, so of a State that is not named nothing is known.",
        _missing(progress),
        at_this_moment(progress),
        observers(
            progress.states[progress.states["outcome"].isin(("again", "new", "unclear"))],
            ("Observers, outside the Member States: {names} are named too.",) * 2,
        ),
    )
    return f"{named_so_far(progress)}{_compared(progress)}", subtitle, note


def stage_word(stage: str) -> str:
    """The stage of a draft's list: what was adopted can only have been adopted in Committee."""
    return "as adopted in Committee" if stage == "as adopted" else STAGES.get(stage, stage)


def named_so_far(progress: Progress) -> str:
    """ "37 States from all five groups are named so far": Member States."""
    named = progress.of("again", "new", "unclear")
    groups = set(progress.states.loc[progress.states["iso3"].isin(named), "un_group"])
    where = f" {of_groups(len(groups), len(UN_GROUPS))}" if named else ""
    return f"{count(len(named), 'State')}{where} {'is' if len(named) == 1 else 'are'} named so far"


def _compared(progress: Progress) -> str:
    again, before = len(progress.of("again")), len(progress.of("again", "not_yet"))
    if not before:
        return ""
    new = len(progress.of("new"))
    others = f", and {new} that did not sponsor then" if new else ""
    called = f", {before - again} to call" if before > again else ""
    return f": {again} of the {count(before, 'final sponsor')} of {progress.latest_year} again{called}{others}"


def at_this_moment(progress: Progress) -> str:
    """The draft against the latest text at the same stage, and what stage that is; "" where no such list is held."""
    one = progress.moment
    if one is None:
        return ""
    return (
        f"{capital(STAGES[one.stage])} it has {count(one.names, 'name')}; at that stage "
        f"{one.text} ({one.year}) had {one.names_then}."
    )


def since_when(progress: Progress) -> list[tuple[str, list[str]]]:
    """Who is named since which list: ("as tabled, A/C.3/81/L.30", names), in the order of the stages."""
    named = progress.states[progress.states["first_stage"] != ""]
    rank = {stage: place for place, stage in enumerate(STAGES_ORDER)}
    groups = sorted(named.groupby(["first_stage", "document"]), key=lambda item: (rank[item[0][0]], item[0][1]))
    return [(f"{STAGES[stage]}, {document}", sorted(rows["short_name"])) for (stage, document), rows in groups]


def _missing(progress: Progress) -> str:
    """The sponsors of the latest text that are not named, by name where they are few."""
    missing = progress.of("not_yet")
    names = progress.states.set_index("iso3")["short_name"]
    if not missing:
        return ""
    if len(missing) > NAMES_SHOWN:
        return f"{len(missing)} sponsors of {progress.latest} ({progress.latest_year}) are not named so far."
    shown = listing(sorted(names[code] for code in missing))
    return f"Not named so far, of the sponsors of {progress.latest} ({progress.latest_year}): {shown}."


def sentence(progress: Progress) -> str:
    """The answer on a page: the draft, what is known of its sponsors, and that it is not adopted."""
    if not progress.list_id:
        return f"{progress.draft}, not adopted yet: no list of its sponsors is held."
    return f"{progress.draft}, not adopted yet: {drafted(progress)[0][:1].lower()}{drafted(progress)[0][1:]}."
