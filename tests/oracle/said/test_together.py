"""Who signs and votes with whom: every number and every head made again from the second reading."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from analytics.agreement.cohesion import on_lists
from analytics.agreement.pairs import between, with_state
from analytics.scope import Scope
from charts import catalog
from tests.oracle.agreement import ENOUGH, answer, index, pair, whole
from tests.oracle.cells import best, body_stage, list_at, standing
from tests.oracle.record import read, rows
from tests.oracle.said.sentences import AT_STAGE, NAMES, listing, same
from tests.oracle.said.texts import SHORT

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
SERIES = [("GA", ""), ("CHR", ""), ("HRC", ""), ("GA", "tabled")]
PERIODS = [(0, 9999), (1998, 2005), (2009, 2023)]


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


def asked(body, stage, since, until):
    """The scope of a chart and of the second reading."""
    years = (max(since, 1998), min(until, 2026))
    return {"body": body, "stage": stage, "years": years}, (since, until)


def pairs_of(second, body, stage, span, state):
    """Each other Member State with its numbers, and the name by which it goes."""
    texts, of = whole(second, body, stage, *span), stage or body_stage(second, body)
    others = [one for one in second.states.values() if not one.observer and one.iso3 != state.iso3]
    return {one.iso3: pair(second, texts, state, one, of) for one in others}


@pytest.mark.parametrize(("body", "stage"), SERIES)
@pytest.mark.parametrize("span", PERIODS)
def test_one_state_and_all_others(record, second, body, stage, span):
    for iso3 in ("KEN", "NOR", "CHE", "SRB", "AFG", "GBR", "VUT"):
        state = second.states[iso3]
        true = pairs_of(second, body, stage, span, state)
        if not whole(second, body, stage, *span):
            continue
        found = with_state(record, Scope((body,), *span, stage), iso3).set_index("iso3")
        assert set(found.index) == set(true)
        for other, numbers in true.items():
            row = found.loc[other]
            assert [row[name] for name in numbers._fields] == list(numbers), (iso3, other)
            assert row["share"] == numbers.share or (numbers.share is None and row["share"] != row["share"])
        params, _ = asked(body, stage, *span)
        same(catalog.build("agreement", record, state=iso3, **params).title, _alike(second, state, true))


def _alike(second, state, true) -> str:
    shares = {other: numbers.share for other, numbers in true.items() if numbers.share is not None}
    if not shares:
        return f"No other Member State shares {ENOUGH} known texts with {state.name}: whom it signs with is not told"
    ends = []
    for end in (max(shares.values()), min(shares.values())):
        mine = [other for other, share in shares.items() if share == end]
        mine.sort(key=lambda o: (-true[o].known, -true[o].both, second.states[o].name))
        known = [true[other].known for other in mine]
        if len(set(known)) == 1:
            texts = f"{true[mine[0]].both + true[mine[0]].neither} of {known[0]} texts"
        else:
            texts = f"{_percent(end)} of {min(known)} to {max(known)} texts"
        names = [second.states[other].name for other in mine]
        names = [*names[:3], f"{len(names) - 3} more"] if len(names) > 4 else names
        ends.append((listing(names), texts))
    (near, most), (far, least) = ends
    if max(shares.values()) == min(shares.values()):
        return f"{state.name} agrees equally with each State compared: {most}"
    return f"{state.name} agrees most with {near}: {most}; least with {far}: {least}"


def _percent(share: float) -> str:
    if 0 < share < 0.005:
        return "under 1\u00a0%"
    return "over 99\u00a0%" if 0.995 <= share < 1 else f"{100 * share:.0f}\u00a0%"


@pytest.mark.parametrize(("body", "stage"), [("GA", ""), ("CHR", "")])
def test_groups_bridges_and_matrix(record, second, body, stage):
    """All pairs of States once: the groups that agree most and least, who bridges them, and one group alone."""
    texts, of = whole(second, body), body_stage(second, body)
    people = [state for state in second.states.values() if not state.observer]
    true = {(a.iso3, b.iso3): pair(second, texts, a, b, of) for a, b in combinations(people, 2)}
    sums, partners = defaultdict(lambda: [0, 0, 0]), defaultdict(list)
    for (a, b), numbers in true.items():
        groups = sorted((second.states[a].group, second.states[b].group))
        if numbers.share is not None:
            of_two = sums[tuple(groups)]
            for n, more in enumerate((1, numbers.known, numbers.both + numbers.neither)):
                of_two[n] += more
        if groups[0] != groups[1] and numbers.both >= ENOUGH:
            partners[a].append(b)
            partners[b].append(a)
    table = between(record, Scope((body,))).set_index(["one", "other"])
    for two, (states, known, equal) in sums.items():
        row = table.loc[two]
        same([row["states"], row["known"], row["same"]], [states, known, equal])
    apart = {two: numbers[2] / numbers[1] for two, numbers in sums.items() if two[0] != two[1]}
    high, low = max(apart, key=apart.get), min(apart, key=apart.get)
    named = [" and ".join(SHORT[group] for group in two) for two in (high, low)]
    same(
        catalog.build("agreement-matrix", record, body=body).title,
        f"States of different groups agree most between {named[0]}: on {_percent(apart[high])} of the texts; least "
        f"between {named[1]}: {_percent(apart[low])}",
    )
    chart = catalog.build("bridges", record, body=body)
    listed = {row["Code"]: row for row in chart.table.to_dict("records")}
    same(set(listed), set(partners))
    for iso3, mine in partners.items():
        names = sorted(second.states[other].name for other in mine)
        same((listed[iso3]["States outside its group"], len(mine)), (len(mine), len(set(mine))))
        same(sorted(listed[iso3]["Which, most texts first"].split(", ")), names)
    most = max(map(len, partners.values()))
    assert f" each of {most} States outside " in chart.title
    first = [second.states[iso3].name for iso3, mine in partners.items() if len(mine) == most]
    assert all(name in chart.title for name in first[:1]) or len(first) > 3
    inside = [numbers.share for (a, b), numbers in true.items() if _both_in(second, a, b, "African Group")]
    shares = [share for share in inside if share is not None]
    same(
        catalog.build("agreement-matrix", record, body=body, group="African Group").title,
        f"African Group: of {len(shares):,} pairs of States, {sum(s >= 0.75 for s in shares):,} agree on 75\u00a0% of "
        f"the texts or more, {sum(s < 0.5 for s in shares):,} on fewer than half",
    )


@pytest.mark.parametrize("body", ["GA", "CHR"])
def test_political_groups_with_one_another(record, second, body):
    """Two States, one of each group or both of both, count once; members are those on the day of the last text."""
    texts, of = whole(second, body), body_stage(second, body)
    last, codes = max(text.day for text in second.of(body)), ("AU", "EU", "LAS", "OAS", "OIC")
    in_group = {code: set() for code in codes}
    for row in rows(SOURCES, "group_members"):
        if row["group_id"] in in_group and row["member_from"] <= last <= (row["member_to"] or "9999"):
            in_group[row["group_id"]].add(row["iso3"])
    numbers = {}

    def agreed(a, b):
        key = tuple(sorted((a, b)))
        if key not in numbers:
            numbers[key] = pair(second, texts, *(second.states[iso3] for iso3 in key), of)
        return numbers[key]

    shares = {}
    for one, other in combinations(codes, 2):
        people = {tuple(sorted((a, b))) for a in in_group[one] for b in in_group[other] if a != b}
        told = [found for found in (agreed(*two) for two in people) if found.share is not None]
        if told:
            shares[one, other] = sum(n.both + n.neither for n in told) / sum(n.known for n in told)
    high, low = max(shares, key=shares.get), min(shares, key=shares.get)
    same(
        catalog.build("agreement-political", record, body=body, groups=",".join(codes)).title,
        f"States of these groups agree most between {high[0]} and {high[1]}: on {_percent(shares[high])} of the texts; "
        f"least between {low[0]} and {low[1]}: {_percent(shares[low])}",
    )


def _both_in(second, a, b, group) -> bool:
    return second.states[a].group == second.states[b].group == group


@pytest.mark.parametrize(("body", "stage"), SERIES)
@pytest.mark.parametrize("span", PERIODS)
def test_cohesion_of_each_regional_group(record, second, body, stage, span):
    """Each index by group and text, and the head: the latest text whose list is complete."""
    texts, of = whole(second, body, stage, *span), stage or body_stage(second, body)
    true = {}
    for text in texts:
        for group in SHORT:
            said = Counter(answer(second, text, s, of) for s in second.states.values() if _sits(s, text, group))
            true[text.symbol, group] = (said[True], said[False], said[None])
    scope = Scope((body,), *span, stage)
    found = {(row["resolution"], row["group"]): row for _, row in on_lists(record, scope).iterrows()}
    for key, (made, not_made, dark) in true.items():
        if not made + not_made + dark:
            assert key not in found
            continue
        row = found.pop(key)
        same((row["sponsors"], row["others"], row["unknown"]), (made, not_made, dark))
        value = index(made, not_made)
        assert row["index"] == pytest.approx(value) if value is not None else row["index"] != row["index"]
    assert not found
    params, _ = asked(body, stage, *span)
    if texts:
        same(catalog.build("cohesion", record, **params).title, _cohesive(second, texts, of, true))


def _sits(state, text, group) -> bool:
    """Whether a State is among the Members of a group on the day."""
    return state.group == group and standing(state, text) == "member"


def _cohesive(second, texts, stage, true) -> str:
    complete = []
    for text in texts:
        held = best(second, text) if stage == "final" else list_at(second, text, stage)
        complete += [text] if held.completeness == "complete" else []
    last = (complete or texts)[-1]
    mine = {group: index(*true[last.symbol, group][:2]) for group in SHORT}
    mine = {group: value for group, value in mine.items() if value is not None}
    name = NAMES[last.body]
    text = f"the {name}{chr(39) if name.endswith('s') else chr(39) + 's'} {last.year} text{AT_STAGE[stage]}"
    ends = [max(mine, key=mine.get), min(mine, key=mine.get)]
    if mine[ends[0]] == mine[ends[1]]:
        return f"On {text} cohesion was {mine[ends[0]]:.2f} in each group that is told"
    said = []
    for group in ends:
        made, not_made, _ = true[last.symbol, group]
        led = "most sponsored" if made > not_made else "most did not sponsor" if made < not_made else "half sponsored"
        said.append(f"{mine[group]:.2f} in {SHORT[group]} ({led})")
    return f"On {text} cohesion was {' and '.join(said)}"


def test_hostile_amendments(record):
    """How many were put to a recorded vote, how many carried, and the closest."""
    cast = defaultdict(Counter)
    for row in rows(SOURCES, "votes"):
        if row["stage"].startswith("amendment "):
            cast[row["stage"].removeprefix("amendment ")][row["vote"]] += 1
    carried = [one for one, votes in cast.items() if votes["yes"] > votes["no"]]
    close = min(cast, key=lambda one: (cast[one]["no"] - cast[one]["yes"], one))
    same(len(carried), 0)
    year = next(r["adopted_on"][:4] for r in rows(SOURCES, "resolutions") if r["resolution"] == "A/HRC/RES/31/32")
    assert close.startswith("A/HRC/31/")
    same(
        catalog.build("votes", record, bodies="GA,CHR,HRC").title,
        f"{len(cast)} hostile amendments put to a recorded vote, none was carried; closest {close} ({year}), with "
        f"{cast[close]['yes']} in favour and {cast[close]['no']} against",
    )
    same(
        catalog.build("votes", record, bodies="CHR").title,
        "1 recorded vote on a text, none whose names are held on a hostile amendment",
    )


def test_the_one_recorded_vote_of_the_assembly(record, second):
    called = ("A/RES/70/161", "plenary")
    cast = {r["iso3"]: r["vote"] for r in rows(SOURCES, "votes") if (r["resolution"], r["stage"]) == called}
    votes = Counter(cast.values())
    later = [text for text in second.of("GA") if text.year > 2015]
    since = [
        iso3
        for iso3, vote in cast.items()
        if vote != "yes" and any(answer(second, text, second.states[iso3], "final") for text in later)
    ]
    same(
        catalog.build("assembly-votes", record, body="GA").title,
        f"General Assembly 2015: {votes['yes']} States for the text, {votes['no']} against, {votes['abstain']} "
        f"abstained or voted both ways; {len(since)} not for it then have sponsored since",
    )


def test_who_came_round_in_the_council(record):
    """Text by text most of a State's votes decide; at its latest it is for the text, and was not before."""
    day = {r["resolution"]: r["adopted_on"] for r in rows(SOURCES, "resolutions")}
    mine = defaultdict(lambda: defaultdict(Counter))
    for row in rows(SOURCES, "votes"):
        if row["stage"] == "HRC plenary" or row["stage"].startswith("amendment "):
            way = {"abstain": 0, "yes": 1, "no": -1}[row["vote"]]
            way *= -1 if row["stage"].startswith("amendment ") else 1
            mine[row["iso3"]][day[row["resolution"]]][way] += 1
    came = away = 0
    for texts in mine.values():
        side = [votes[1] > votes[0] + votes[-1] for _, votes in sorted(texts.items())]
        came += side[-1] and not all(side)
        away += not side[-1] and any(side)
    same(
        catalog.build("assembly-votes", record, body="HRC").title,
        f"Human Rights Council: {came} States came round to the text at the latest recorded vote, {away} turned away",
    )
