"""Targets and coalitions for the texts to come: categories, words, heads and numbers against the second reading."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from analytics.coalition import coalition as product
from analytics.targets.targets import NOT_TARGETS, prospects
from analytics.texts.texts import headline
from charts import catalog
from data.words import CATEGORIES
from tests.drafted import DRAFT, JOINED, TABLED
from tests.oracle.campaign import letters, targets
from tests.oracle.changes import change
from tests.oracle.pictures import pictures
from tests.oracle.pictures.drawn import drawn, hold, shown, told
from tests.oracle.record import read, rows
from tests.oracle.said.sentences import NAMES, same
from tests.oracle.said.texts import SHORT
from tests.oracle.totals import countable, groups
from tests.oracle.votes import cast

SOURCES = Path(__file__).resolve().parents[3] / "data" / "sources"
COMING = [("GA", 2026, False), ("GA", 2026, True), ("HRC", 2028, False), ("HRC", 2029, False), ("GA", 2029, False)]
"""Body, year, and whether a draft of that text is being sponsored."""
LOOKS = {
    "signed": "named on the draft: thank it",
    "awaited": "on the latest list held, not named so far",
    "lead": "leads the text",
    "sure": "core",
    "keep": "on the latest list held: keep",
    "confirm": "to confirm: latest list does not tell",
    "left": "sponsored before, not the latest",
    "lapsed": "sponsored before, not the latest",
    "on and off": "once, or now and then",
    "other body": "sponsored other texts, not these",
    "sibling": "sponsored other texts, not these",
    "voted for": "voted for, or its peers sponsor",
    "peers": "voted for, or its peers sponsor",
    "no sign": "no sign in the record",
    "opposed": "opposed: not asked",
    "may not": "may not sponsor here",
}
ADJECTIVES = {
    "African Group": "African",
    "Asia-Pacific Group": "from Asia and the Pacific",
    "Eastern European Group": "Eastern European",
    "Latin American and Caribbean Group": "from Latin America and the Caribbean",
    "Western European and Others Group": "Western European and others",
}


@pytest.fixture(scope="module")
def second():
    return read(SOURCES)


@pytest.fixture(scope="module")
def campaign(second):
    votes, leads = cast(SOURCES, second), letters.files(SOURCES).leads
    on_draft = JOINED.keys() | {r["iso3"] for r in rows(SOURCES, "sponsors") if r["list_id"] == TABLED}

    def of(body: str, drafted: bool = False) -> targets.Campaign:
        return targets.Campaign(second, body, votes, leads, frozenset(on_draft if drafted else ()))

    return of


@pytest.fixture(scope="module", params=COMING, ids=lambda case: "-".join(map(str, case)))
def case(request, record, with_draft, campaign):
    """Record, campaign, its body and year, and the table of prospects."""
    body, year, drafted = request.param
    mine = with_draft.record if drafted else record
    return mine, campaign(body, drafted), body, year, prospects(mine, body, year).set_index("iso3")


def test_each_state_is_what_its_record_says(case, second):
    _, of, body, year, table = case
    same(set(table.index), {code for code, state in second.states.items() if not of.sure(state)})
    for code, row in table.iterrows():
        state = second.states[code]
        category, right = row["category"], of.category(state)
        same((code, "far" if category in targets.FAR else category), (code, right))
        same((code, row["untold"], row["words"]), (code, of.untold(state), of.rung(state).words))
        same((code, row["target"]), (code, category not in NOT_TARGETS))
        same((code, row["sponsored"]), (code, len(of.rung(state).sponsored)))
        if category == "no sign":
            assert of.shows_no_sign(state), (body, year, code)


def test_who_is_dark_is_called_nothing_without_the_year(case, second):
    """Of whom the latest text is not known no word stands alone: it says to which year it holds."""
    _, of, _, _, table = case
    last = of.record.of(of.body)[-1]
    for code, row in table.iterrows():
        state, made = second.states[code], of.rung(second.states[code])
        if of.untold(state) and row["category"] not in ("confirm", "signed"):
            assert row["category_words"].endswith(f"; {of.latest.year} not known"), (code, row["category_words"])
        else:
            assert "not known;" not in row["category_words"]
            same((code, row["category_words"]), (code, "{}: {}".format(*CATEGORIES[row["category"]])))
        if last in made.dark and made.word != "Too little known" and made.made:
            assert row["words"] == f"{made.word} to {made.latest_known.year}; {last.year} not known", code


def test_the_picture_of_targets(case, second):
    record, of, body, year, table = case
    chart = catalog.build("assembly-targets", record, body=body, year=year)
    labels = {}
    for code, state in second.states.items():
        category = "sure" if of.sure(state) else table.at[code, "category"]
        hatched = of.untold(state) and category not in ("confirm", "signed")
        labels[code] = LOOKS[category] + (f"; {of.latest.year} not known" if hatched else "")
    same({code: said for code, said in shown(chart).items() if labels[code] != said}, {})
    heads = {}
    for group, short in SHORT.items():
        mine = [state for state in second.states.values() if state.group == group]
        value = Counter(of.value(state) for state in mine)
        dark = sum(of.untold(state) for state in mine)
        heads[short] = f"{value['sponsor']} of {len(mine)} in {of.latest.year}{f', {dark} not known' if dark else ''}"
        on_draft = sum(state.iso3 in of.named for state in mine)
        heads[short] += f", {on_draft} on the draft" if of.named else ""
    same(told(chart), heads)
    found, looks, words = drawn(chart)
    same((found, looks), (heads, Counter(shown(chart).values())))
    assert set(looks) <= set(words)
    asked = sum(table.at[code, "category"] not in NOT_TARGETS for code in table.index if second.states[code].group)
    assert f"for the {NAMES[body]} text of {year}: {asked} States to ask" in chart.subtitle
    if of.named:
        members = sum(bool(second.states[code].group) for code in of.named)
        assert f"{members} States and {len(of.named) - members} observer named so far on {DRAFT}" in chart.subtitle
    same(chart.title, first_sentence(of, second))


def first_sentence(of: targets.Campaign, second) -> str:
    before, after = of.telling[-2:]
    moved = {code: change(second, before, after, s).outcome for code, s in second.states.items() if s.group}
    left = [code for code, outcome in moved.items() if outcome == "left"]
    dark = 0
    for code, outcome in moved.items():
        was, now = of.value(second.states[code], before), of.value(second.states[code], after)
        dark += outcome == "unknown" and was != "not_sponsor" and now != "sponsor"
    by_group = Counter(second.states[code].group for code in left).most_common()
    said = f"{len(left)} States sponsored in {before.year} and not in {after.year}"
    if by_group[0][1] > 1 and by_group[0][1] > by_group[1][1]:
        said += f", {by_group[0][1]} of them {ADJECTIVES[by_group[0][0]]}"
    said += f"; of {dark} more it cannot be told" if dark else ""
    later = [text.year for text in second.of(of.body) if text.day > after.day]
    if later:
        assert not any(countable(second, text) for text in second.of(of.body) if text.day > after.day)
        said += f". Of the {len(later)} texts since, to {later[-1]}, no whole list is held"
    return said


@pytest.mark.parametrize("body", ["GA", "HRC"])
def test_the_codes_behind_the_first_sentence(record, second, campaign, body):
    of, answer = campaign(body), headline(record, body)
    left = [c for c, s in second.states.items() if s.group and change(second, *of.telling[-2:], s).outcome == "left"]
    same(list(answer.left), sorted(left))


ASKED = (frozenset(), frozenset({"KEN", "GHA", "AUT", "ZAF", "PSE"}))
COMPARABLE = {
    "lead": "leads the text",
    "named": "named on the draft",
    "certain": "core",
    "expected": "sponsored the latest known text",
    "asked": "asked",
}


@pytest.mark.parametrize(("body", "drafted"), [("GA", False), ("GA", True), ("HRC", False)])
@pytest.mark.parametrize("picked", ASKED, ids=len)
@pytest.mark.parametrize("keep", [True, False])
def test_the_projected_list(record, with_draft, second, campaign, body, keep, picked, drafted):
    mine, of = with_draft.record if drafted else record, campaign(body, drafted)
    chart = catalog.build(
        "assembly-coalition", mine, body=body, picked=",".join(sorted(picked)), keep="yes" if keep else "no"
    )
    right = targets.coalition(of, picked, keep)
    labels = {code: COMPARABLE[part] for part, codes in right.parts.items() for code in codes}
    labels |= dict.fromkeys(right.unconfirmed, "counted, latest record not known")
    beside = {code for code, state in second.states.items() if state.observer}
    said = {code: label for code, label in shown(chart).items() if code not in beside}
    same({code: label for code, label in said.items() if label != labels.get(code, "not asked")}, {})
    heads = {}
    for group, short in SHORT.items():
        members = [code for code, state in second.states.items() if state.group == group]
        dark = len(right.unconfirmed & set(members))
        sure = sum(code in labels for code in members) - dark
        heads[short] = f"{sure} of {len(members)}{f', {dark} not known' if dark else ''}"
    same((told(chart), drawn(chart)[0]), (heads, heads))
    assert chart.title.startswith(f"{right.total} sponsors if "), chart.title
    number = len(right.parts["asked"]) + len(picked & beside - of.named)
    same(re.findall(r"the (\d+) States that are asked", chart.title), [str(number)] if number > 1 else [])
    same(re.findall(r"for (\d+) an earlier one", chart.title), [str(n) for n in [len(right.unconfirmed)] if n])
    sums = re.match(r"(.*) = (\d+) sponsors: ", chart.note)
    same(
        [int(n) for n in re.findall(r"(?:^| \+ )(\d+)", sums[1])],
        [len(codes) for part, codes in right.parts.items() if codes or part == "certain"],
    )
    same(int(sums[2]), right.total)


RECORDS = {"GA": (85, "reported for A/RES/76/174, 2021"), "HRC": (84, "reported for A/HRC/RES/34/5, 2017")}


@pytest.mark.parametrize("body", ["GA", "HRC"])
def test_the_best_of_each_group_and_of_all(record, second, campaign, body):
    reached = product.best(record, body)
    same(reached.by_group, targets.best_by_group(second, body, groups(second)))
    same((reached.members, reached.majority), (193, 97))
    same((reached.listed, reached.latest), (campaign(body).latest.year, second.of(body)[-1].year))
    number, how = RECORDS[body]
    lists = [one for text in second.of(body) for one in second.lists.get(text.symbol, ()) if one.stage == "final"]
    claimed = [int(r["count"]) for r in rows(SOURCES, "count_claims") if second.text(r["resolution"]).body == body]
    same((reached.record, reached.resolution in how), (number, True))
    assert max(*claimed, *(len(one.names) for one in lists)) == number
    right = targets.coalition(campaign(body))
    note = catalog.build("assembly-coalition", record, body=body).note
    assert f"{number - right.total} short of the record of {number} ({how})" in note, note
    assert f"{97 - right.total} short of a majority of 97 of the 193 Member States" in note


def test_the_picture_of_a_draft(with_draft, second, campaign):
    of = campaign("GA", drafted=True)
    year = of.latest.year
    then = {"sponsor": f"sponsor in {year}", "not_sponsor": f"not a sponsor in {year}"}
    tiles = {}
    for code, state in second.states.items():
        was, named = of.value(state), code in of.named
        label = f"named; {then.get(was, f'{year} not known')}" if named else "not named so far"
        if was == "sponsor" and not named:
            label = f"sponsor in {year}, not named so far"
        tiles[code] = pictures.Tile(label, named, state.group)
    chart = catalog.build("assembly-status", with_draft.record, text=DRAFT)
    hold(chart, tiles, "named")
    again = sum(tile.label == f"named; sponsor in {year}" for tile in tiles.values() if tile.block)
    before = again + sum(tile.label.startswith("sponsor in") for tile in tiles.values() if tile.block)
    new = sum(tile.label.startswith("named; not") for tile in tiles.values() if tile.block)
    number = sum(bool(tile.hit) for tile in tiles.values() if tile.block)
    assert chart.title == (
        f"{number} States from all five groups are named so far: {again} of the {before} final sponsors of {year} "
        f"again, {before - again} to call, and {new} that did not sponsor then"
    )
