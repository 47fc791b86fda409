"""Suggestions for a coalition: whom to ask so that the list reaches a goal, with as few calls as possible.

Each State is one call and one name. Among equals the order of evidence of the prospects decides
(analytics.targets.targets.ORDER); opposed States are never suggested."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from analytics.coalition.coalition import Best
from analytics.english import count, listing
from analytics.scope import GROUP_SHORT, UN_GROUPS


@dataclass(frozen=True)
class Suggestion:
    """picked: ISO codes in the order of calling; missing: what is still short of the goal when all of them
    agree (States by group, or under "All"); {} if the goal is reached; rule: how they were found, in
    words."""

    picked: tuple[str, ...]
    missing: Mapping[str, int]
    rule: str


def candidates(prospects: pd.DataFrame, standing: pd.DataFrame, keep: bool = True) -> pd.DataFrame:
    """Whom one could ask: columns iso3, un_group, in the order of calling.

    prospects: of analytics.targets.targets; standing: from analytics.coalition.standing. Member States that the
    projection does not count already (nobody named on the draft is asked) and that are not opposed: first those whose
    latest record only needs confirming or keeping, then the targets by their order of evidence."""
    base = set(standing.loc[standing["standing"].isin(_counted(keep)), "iso3"])
    kept = prospects[
        (prospects["status"] == "member")
        & ~prospects["category"].isin(("opposed", "lead", "may not", "dropped"))
        & ~prospects["iso3"].isin(base)
    ]
    first = kept[~kept["target"]]
    return pd.concat([first, kept[kept["target"]]])[["iso3", "un_group"]].reset_index(drop=True)


def fewest_calls(candidates: pd.DataFrame, base: int, goal: int) -> Suggestion:
    """The first States in the order of calling that bring `base` sponsors to `goal`."""
    needed = goal - base
    if needed <= 0:
        stand = "stands" if base == 1 else "stand"
        said = f"{count(base, 'sponsor')} {stand} on the list already: nobody needs to be asked."
        return Suggestion((), {}, said)
    picked = tuple(candidates["iso3"].head(needed))
    missing = {"All": needed - len(picked)} if len(picked) < needed else {}
    first = "State that comes first" if len(picked) == 1 else f"{len(picked)} States that come first"
    rule = f"The {first} in the order of evidence, to bring {count(base, 'sponsor')} to {goal}."
    return Suggestion(picked, missing, f"{rule if picked else ''}{_short(missing)}".lstrip())


def regional_best(candidates: pd.DataFrame, standing: pd.DataFrame, reached: Best, keep: bool = True) -> Suggestion:
    """Of each regional group, as many as bring it back to the most sponsors it ever had on one list."""
    return _by_group(
        candidates, _base(standing, keep), reached.by_group, "Every regional group back to its own best so far"
    )


def at_least(candidates: pd.DataFrame, standing: pd.DataFrame, least: int, keep: bool = True) -> Suggestion:
    """Of each regional group, as many as make it at least `least` sponsors. Raises ValueError below 0."""
    if least < 0:
        raise ValueError(f"at least {least} sponsors of a group cannot be asked for")
    goals = dict.fromkeys(UN_GROUPS, least)
    return _by_group(candidates, _base(standing, keep), goals, f"At least {least} sponsors from every regional group")


def _counted(keep: bool) -> tuple[str, ...]:
    """The standings that a projection counts without asking."""
    return ("lead", "named", "certain", *(["expected"] if keep else []))


def _base(standing: pd.DataFrame, keep: bool) -> dict[str, int]:
    inside = standing[standing["standing"].isin(_counted(keep))]
    return {group: int((inside["un_group"] == group).sum()) for group in UN_GROUPS}


def _by_group(candidates: pd.DataFrame, base: Mapping[str, int], goals: Mapping[str, int], what: str) -> Suggestion:
    chosen: set[str] = set()
    missing = {}
    for group in UN_GROUPS:
        needed = max(0, goals.get(group, 0) - base[group])
        mine = list(candidates.loc[candidates["un_group"] == group, "iso3"].head(needed))
        chosen |= set(mine)
        if len(mine) < needed:
            missing[group] = needed - len(mine)
    picked = tuple(iso3 for iso3 in candidates["iso3"] if iso3 in chosen)
    return Suggestion(picked, missing, f"{what}: {count(len(picked), 'call')}.{_short(missing)}")


def _short(missing: Mapping[str, int]) -> str:
    if not missing:
        return ""
    parts = [
        f"{number} {GROUP_SHORT[group]}" if group in GROUP_SHORT else str(number) for group, number in missing.items()
    ]
    return f" Not reached: {listing(parts)} short when all that are not opposed are asked."
