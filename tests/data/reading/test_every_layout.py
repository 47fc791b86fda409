"""Any States, by any of their known names, in any order, in any layout: exactly they come back."""

from __future__ import annotations

import random

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.recognise import recognise
from data.reading.text.normalise import mask
from tests.data.reading import made

# Lists of 190 names do not become clearer by shrinking, and it takes minutes.
settings.register_profile("lists", deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
LISTS = settings.get_profile("lists")
CONTEXT = Context.from_files()
NAMES = CONTEXT.names
MEMBERS = sorted(row["iso3"] for row in CONTEXT.states if row["status"] == "member")
DAYS = {
    "72": CONTEXT.day("A/C.3/72/L.50"),
    "2001": CONTEXT.day("E/CN.4/2001/L.83"),
    "22": CONTEXT.day("A/HRC/22/L.13"),
    "70": CONTEXT.day("A/RES/70/161"),
}


def members(time: str) -> dict[str, list[str]]:
    """The Member States with the names that could mean them at that time."""
    known = {code: NAMES.known(code, DAYS[time]) for code in MEMBERS}
    return {code: names for code, names in known.items() if names}


KNOWN = {time: members(time) for time in DAYS}


def pick(data: st.DataObject, time: str, fewest: int = 2, most: int = 195) -> dict[str, str]:
    """Some States, each with one of its names, in some order."""
    codes = sorted(KNOWN[time])
    size = data.draw(st.integers(fewest, min(most, len(codes))))
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    return {code: chance.choice(KNOWN[time][code]) for code in chance.sample(codes, size)}


def of_stage(found, stage):
    (one,) = [one for one in found if one.stage == stage]
    return one


def same(one, chosen: dict[str, str]) -> None:
    """Exactly the chosen States, each once and where its name stands, and nothing left over."""
    assert one.unresolved == ()
    assert one.on_behalf_of == ()
    assert sorted(s.iso3 for s in one.states) == sorted(chosen)
    without_furniture = mask(one.text)
    for state in one.states:
        there = without_furniture[slice(*state.span)]
        assert NAMES.resolve(there) == state.iso3
        assert NAMES.resolve(state.as_written) == state.iso3


WIDTH = st.integers(40, 110)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_draft_of_the_third_committee(data, width):
    chosen = pick(data, "72")
    (one,) = recognise(made.draft(list(chosen.values()), width=width).encode(), "d.txt", CONTEXT)
    assert (one.document_symbol, one.resolution, one.stage) == ("A/C.3/72/L.50", "A/RES/72/247", "tabled")
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_draft_of_the_council_with_stars(data, width):
    chosen = pick(data, "22")
    names = list(chosen.values())
    starred = set(data.draw(st.lists(st.sampled_from(names), unique=True)))
    (one,) = recognise(made.council_draft(names, starred, width=width).encode(), "d.txt", CONTEXT)
    assert (one.resolution, one.stage) == ("A/HRC/RES/22/6", "tabled")
    same(one, chosen)
    assert {s.iso3 for s in one.states if s.starred} == {c for c, n in chosen.items() if n in starred}


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_draft_of_the_commission_with_old_names(data, width):
    chosen = pick(data, "2001")
    (one,) = recognise(made.commission_draft(list(chosen.values()), width=width).encode(), "d.txt", CONTEXT)
    assert (one.resolution, one.stage) == ("CHR 2001/64", "tabled")
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=15)
def test_addendum(data, width):
    chosen = pick(data, "2001", fewest=1)
    (one,) = recognise(made.addendum(list(chosen.values()), width).encode(), "d.txt", CONTEXT)
    assert (one.resolution, one.stage) == ("CHR 2001/64", "additional")
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_report_of_the_third_committee(data, width):
    chosen = pick(data, "72", fewest=4)
    codes = list(chosen)
    cut = data.draw(st.integers(1, len(codes) - 1))
    left = data.draw(st.lists(st.sampled_from(codes), unique=True, max_size=5))
    submitted, joined = codes[:cut], codes[cut:]
    text = made.committee_report(
        [chosen[c] for c in submitted], [chosen[c] for c in joined], [chosen[c] for c in left], width
    )
    found = [one for one in recognise(text.encode(), "r.txt", CONTEXT) if one.resolution == "A/RES/72/247"]
    same(of_stage(found, "tabled"), {c: chosen[c] for c in submitted})
    same(of_stage(found, "additional"), {c: chosen[c] for c in joined})
    same(of_stage(found, "final"), {c: n for c, n in chosen.items() if c not in left})


@given(st.data(), st.integers(60, 120))
@settings(LISTS, max_examples=20)
def test_footnote_of_the_official_records(data, width):
    chosen = pick(data, "72")
    (one,) = recognise(made.official_record(list(chosen.values()), width).encode(), "o.txt", CONTEXT)
    assert (one.resolution, one.stage) == ("A/RES/72/247", "final")
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_session_report_of_the_council(data, width):
    chosen = pick(data, "22", fewest=4)
    codes = list(chosen)
    cut = data.draw(st.integers(2, len(codes) - 1))
    text = made.council_report(
        chosen[codes[0]], [chosen[c] for c in codes[1:cut]], [chosen[c] for c in codes[cut:]], width
    )
    found = recognise(text.encode(), "r.txt", CONTEXT)
    final = of_stage(found, "final")
    assert final.resolution == "A/HRC/RES/22/6"
    same(final, chosen)
    assert {s.iso3 for s in final.states if s.role == "main sponsor"} == {codes[0]}
    same(of_stage(found, "additional"), {c: chosen[c] for c in codes[cut:]})


@given(st.data())
@settings(LISTS, max_examples=20)
def test_page_of_rightdocs(data):
    chosen = pick(data, "22")
    codes = list(chosen)
    text = made.rightdocs([chosen[codes[0]]], [chosen[c] for c in codes[1:]])
    (one,) = recognise(text.encode(), "page.html", CONTEXT)
    assert (one.resolution, one.stage, one.claimed_count) == ("A/HRC/RES/22/6", "final", len(chosen))
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=20)
def test_labelled_page_of_a_mission(data, width):
    chosen = pick(data, "72")
    (one,) = recognise(made.mission_page(list(chosen.values()), width).encode(), "m.txt", CONTEXT)
    assert (one.resolution, one.claimed_count) == ("A/RES/72/247", len(chosen))
    same(one, chosen)


@pytest.mark.parametrize("form", ["comma", "lines", "bullets", "numbers", "semicolons"])
@given(data=st.data())
@settings(LISTS, max_examples=20)
def test_pasted_names(form, data):
    chosen = pick(data, "72")
    names = list(chosen.values())
    text = {
        "comma": made.wrap(made.series(names)),
        "lines": "\n".join(names),
        "bullets": "\n".join(f"• {name}" for name in names),
        "numbers": "\n".join(f"{i}. {name}" for i, name in enumerate(names, 1)),
        "semicolons": "; ".join(names),
    }[form]
    (one,) = recognise(text.encode(), "p.txt", CONTEXT, about="A/RES/72/247")
    assert one.resolution == "A/RES/72/247"
    same(one, chosen)


@given(st.data(), st.sampled_from([",", ";", "\t"]), st.booleans())
@settings(LISTS, max_examples=20)
def test_csv(data, delimiter, with_codes):
    chosen = pick(data, "72")
    lines = [delimiter.join(["state", "iso3"] if with_codes else ["state", "role"])]
    lines += [delimiter.join([f'"{name}"', code if with_codes else "sponsor"]) for code, name in chosen.items()]
    (one,) = recognise("\n".join(lines).encode(), "t.csv", CONTEXT)
    same(one, chosen)


@given(st.data())
@settings(LISTS, max_examples=8)
def test_workbook(data):
    chosen = pick(data, "72")
    rows = [["resolution", "stage", "state_as_written"], *(["A/RES/72/247", "final", n] for n in chosen.values())]
    (one,) = recognise(made.xlsx_file(rows), "t.xlsx", CONTEXT)
    assert (one.resolution, one.stage) == ("A/RES/72/247", "final")
    same(one, chosen)


@given(st.data(), WIDTH)
@settings(LISTS, max_examples=8)
def test_word_document(data, width):
    chosen = pick(data, "72")
    content = made.docx_file(made.draft(list(chosen.values()), width=width))
    (one,) = recognise(content, "d.docx", CONTEXT)
    assert one.resolution == "A/RES/72/247"
    same(one, chosen)


@given(st.data(), st.integers(50, 90), st.integers(5, 30))
@settings(LISTS, max_examples=6)
def test_pdf_with_page_breaks_in_the_list(data, width, lines_a_page):
    chosen = pick(data, "72", fewest=40)
    lines = made.draft(list(chosen.values()), width=width).splitlines()
    pages = [lines[i : i + lines_a_page] for i in range(0, len(lines), lines_a_page)]
    furniture = [["A/C.3/72/L.50", *page, "", f"17-19284 {i + 1}/{len(pages)}"] for i, page in enumerate(pages)]
    (one,) = recognise(made.pdf(["\n".join(p) for p in furniture]), "d.pdf", CONTEXT)
    assert one.resolution == "A/RES/72/247"
    same(one, chosen)


@given(st.data())
@settings(LISTS, max_examples=20)
def test_library_record(data):
    chosen = pick(data, "72", fewest=3)
    codes = list(chosen)
    cut = data.draw(st.integers(1, len(codes) - 1))
    tabled, added = [chosen[c] for c in codes[:cut]], [chosen[c] for c in codes[cut:]]
    text = made.collection(
        made.record(
            "1",
            "A/C.3/72/L.50",
            made.field(
                "245", ("a", "Twentieth anniversary :"), ("b", "draft resolution /"), ("c", made.series(tabled))
            ),
            made.field("515", ("a", f"Additional sponsors: {', '.join(added)} (A/72/439/Add.2).")),
        )
    )
    found = recognise(text.encode(), "r.xml", CONTEXT)
    same(of_stage(found, "tabled"), {c: chosen[c] for c in codes[:cut]})
    same(of_stage(found, "additional"), {c: chosen[c] for c in codes[cut:]})
    same(of_stage(found, "final"), chosen)
    assert {one.document_symbol for one in found} == {"A/C.3/72/L.50"}
    assert of_stage(found, "additional").named_in == "A/72/439/Add.2"
    assert of_stage(found, "final").named_in == "A/C.3/72/L.50 and A/72/439/Add.2"


@given(st.data())
@settings(LISTS, max_examples=15)
def test_library_record_with_one_sponsor_a_field(data):
    chosen = pick(data, "72")
    fields = [made.field("710", ("a", name)) for name in chosen.values()]
    text = made.collection(made.record("1", "A/C.3/72/L.50", made.field("245", ("a", "Title")), *fields))
    (one,) = recognise(text.encode(), "r.xml", CONTEXT)
    same(one, chosen)


@given(st.data(), st.integers(60, 110))
@settings(LISTS, max_examples=20)
def test_roll_call(data, width):
    chosen = pick(data, "70", fewest=3)
    votes = {code: data.draw(st.sampled_from(["yes", "no", "abstain"])) for code in chosen}
    groups = [[chosen[c] for c in chosen if votes[c] == vote] for vote in ("yes", "no", "abstain")]
    (one,) = recognise(made.roll_call(*groups, width=width).encode(), "v.txt", CONTEXT)
    assert (one.resolution, one.stage) == ("A/RES/70/161", "plenary")
    assert one.claimed_votes == tuple(len(group) for group in groups)
    same(one, chosen)
    assert {s.iso3: s.role for s in one.states} == votes


@given(st.data())
@settings(LISTS, max_examples=15)
def test_library_record_of_a_vote(data):
    chosen = pick(data, "70", fewest=3)
    votes = {code: data.draw(st.sampled_from("YNAX")) for code in chosen}
    fields = [
        made.field(
            "967",
            ("a", str(i)),
            ("c", code),
            *([("d", votes[code])] if votes[code] != "X" else []),
            ("e", name.upper()),
        )
        for i, (code, name) in enumerate(chosen.items())
    ]
    text = made.collection(f"<record>{made.field('791', ('a', 'A/RES/70/161'))}{''.join(fields)}</record>")
    if set(votes.values()) == {"X"}:
        return
    (one,) = recognise(text.encode(), "v.xml", CONTEXT)
    words = {"Y": "yes", "N": "no", "A": "abstain"}
    assert {s.iso3: s.role for s in one.states} == {c: words[v] for c, v in votes.items() if v != "X"}
