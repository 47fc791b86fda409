"""The one-pager of a State: its words are true of the record, and both forms say the same."""

from __future__ import annotations

import re
from datetime import date
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn

from analytics.measures import Measures
from briefing.onepager.content import MARKS, content
from briefing.onepager.onepager import onepager_docx, onepager_html
from data.words import CELLS

TODAY = date(2026, 11, 23)
REASONS = ["It signs <related> texts & others.", "  ", "=1+1"]


@pytest.fixture(scope="module")
def cells(record):
    return Measures(record).cells()


@pytest.fixture(scope="module")
def page(record, cells):
    return lambda iso3: content(record, iso3, REASONS, TODAY)


def document(record, cells, iso3):
    return Document(BytesIO(onepager_docx(record, iso3, REASONS, today=TODAY)))


class _Text(HTMLParser):
    def __init__(self):
        super().__init__()
        self.words, self.inside = [], ""

    def handle_starttag(self, tag, attrs):
        self.inside = tag

    def handle_data(self, data):
        if self.inside != "style" and data.strip():
            self.words.append(data)


def test_history_is_every_text_with_what_is_known(record, cells, page):
    for iso3 in ("DEU", "SSD", "CHE", "PSE", "NOR"):
        shown = {}
        for year, *pairs in page(iso3).history.rows:
            for symbol, said in (pairs[:2], pairs[2:]):
                if symbol:
                    shown[symbol] = (year, said[2:])
        mine = cells[cells["iso3"] == iso3]
        words = {**CELLS, "not_member": "not yet a Member"}
        assert len(shown) == len(mine) == 38
        for row in mine.itertuples():
            year, said = shown[row.resolution]
            assert year == str(row.year)
            assert said.removeprefix("main ").removesuffix(", withdrew") == words[row.value]
            assert said.endswith(", withdrew") == bool(row.withdrawn_list)


def test_norway_is_main_sponsor(page):
    rows = {row[1]: row[2] for row in page("NOR").history.rows}
    assert rows["A/RES/74/146"] == "● main sponsor"
    assert rows["A/RES/66/164"] == "? not known"


def test_every_value_has_a_mark_of_its_own():
    assert set(MARKS) == set(CELLS)
    assert len({*MARKS.values(), "×"}) == len(CELLS) + 1


def test_marks_differ_for_what_is_not_named_and_what_is_not_known(page):
    rows = {row[1]: row[2] for row in page("AUT").history.rows}
    assert rows["A/RES/68/181"] == "× not a sponsor, withdrew"
    assert rows["A/RES/78/216"] == "? not known"
    rows = {row[1]: row[2] for row in page("SSD").history.rows}
    assert rows["A/RES/64/163"] == "· not yet a Member"
    kenya = page("KEN").history.rows
    assert {row[1]: row[2] for row in kenya}["A/RES/68/181"] == "○ not a sponsor"
    other = {row[3]: row[4] for row in kenya}
    assert other["CHR 2000/61"] == other["A/HRC/RES/25/18"] == "– not named when tabled"


def test_the_commission_as_tabled_is_said(page):
    said = "Commission on Human Rights: the drafts as tabled; who joined later is not known."
    assert said in page("KEN").remarks
    assert "E/CN.4/1998/L.18 to E/CN.4/2005/L.85 (8 drafts)" in page("KEN").source


def test_the_head_says_what_was_tabled_in_the_commission(page):
    """South Africa tabled all eight, Kenya the one of 2004, China none."""
    tabled = "Commission on Human Rights drafts as tabled"
    assert f"South Africa sponsored 8 of the 8 {tabled}, to 2005." in page("ZAF").answer
    assert f"Kenya sponsored 1 of the 8 {tabled}, to 2004." in page("KEN").answer
    assert "Commission" not in page("CHN").answer


def test_the_withdrawal_of_2013_is_told_where_it_matters(page):
    remark = page("DEU").remarks[0]
    assert remark.startswith("It had sponsored A/RES/68/181 and withdrew. 2013: 36 European States")
    assert "Not a loss of support for defenders" in remark
    for stayed_away in ("CHN", "NOR", "KEN"):
        assert not any("withdrew" in remark for remark in page(stayed_away).remarks)


@pytest.mark.parametrize(
    ("iso3", "said"),
    [
        ("CHN", "China is a sponsor of none of the 12 General Assembly texts on which its record is known."),
        (
            "BRA",
            "Brazil sponsored 13 of the 15 General Assembly texts on which its record is known, the last of these "
            "A/RES/74/146 (2019).",
        ),
        ("NLD", "The Netherlands sponsored"),
    ],
)
def test_the_answer(cells, page, iso3, said):
    if iso3 == "CHN":
        known = cells[cells["iso3"].eq("CHN") & cells["body"].eq("GA") & cells["value"].eq("not_sponsor")]
        said = said.replace("12", str(len(known)))
    assert page(iso3).answer.startswith(said)


def test_peers_are_the_group_on_the_latest_complete_list(page):
    said = page("KEN").peers[0]
    assert "A/RES/74/146 (2019)" in said
    assert "12 of the 54 Members of the group were sponsors" in said
    assert len(said.split(": ")[2].split(", ")) == 12
    assert "Morocco" in said
    said = page("MAR").peers[0]
    assert "it among them" in said
    assert len(said.split(": ")[2].split(", ")) == 11
    assert page("PSE").peers == ()


def test_neighbours_named_are_neighbours_and_sponsors(record, cells, page):
    said = next(line for line in page("RUS").peers if "neighbours" in line)
    listed = said.split(": ")[1].rstrip(".").split(", ")
    codes = dict(zip(record.states["short_name"], record.states["iso3"], strict=True))
    beside = set(record.neighbours[record.neighbours["iso3"] == "RUS"]["neighbour"])
    value = cells[cells["resolution"] == "A/RES/74/146"].set_index("iso3")["value"]
    assert listed
    for name in listed:
        assert codes[name] in beside
        assert value[codes[name]] == "sponsor"


def test_votes_are_counted_as_recorded(record, page):
    said = page("KEN").votes
    assert said[0] == "On the text: A/HRC/RES/31/32 (2016): abstained; A/RES/70/161 (2015): abstained."
    mine = record.rows("votes")[
        (record.rows("votes")["iso3"] == "KEN") & record.rows("votes")["stage"].str.startswith("amendment")
    ]
    counted = [int(n) for n in re.findall(r"(\d+) (?:yes|no|abstained)", said[1])]
    assert sum(counted) == len(mine)
    assert page("VAT").votes == ("No vote is recorded.",)


def test_the_ask_says_how_sure_the_date_is(page):
    assembly, thematic, council = page("KEN").ask
    assert thematic.startswith("Human Rights Council, 2028 (inferred from the rhythm so far): Thematic resolution")
    assert assembly.startswith("General Assembly, 81st session, 2026 (expected)")
    assert council.startswith("Human Rights Council, 2029 (inferred from the rhythm so far)")
    assert "co-sponsor" not in page("VAT").ask[0]


def test_where_it_stands_says_word_and_rule(page):
    rows = {row[0]: row for row in page("AUT").standing.rows}
    assert rows["General Assembly"][1] == "Core to 2019; 2023 not known"
    assert "at least 80 %" in rows["General Assembly"][2]


def test_word_has_title_language_headings_and_repeated_heads(record, cells):
    made = document(record, cells, "FRA")
    assert made.core_properties.title.startswith("France: ")
    assert made.core_properties.language == "en-GB"
    heads = [p.text for p in made.paragraphs if p.style.name == "Heading 1"]
    assert heads == ["Where it stands", "History", "Votes", "Peers in its regional group", "Reasons", "The ask"]
    assert len(made.tables) == 2
    for table in made.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table.rows[1]._tr.trPr.find(qn("w:tblHeader")) is None
    assert record.version in made.core_properties.comments


def test_word_and_html_say_the_same(record, cells):
    made = document(record, cells, "TZA")
    reader = _Text()
    reader.feed(onepager_html(record, "TZA", REASONS, today=TODAY))
    shown = [text for text in reader.words if text.strip()][1:]  # the first is the title of the window
    word = [p.text for p in made.paragraphs if p.text]
    word += [cell.text for table in made.tables for row in table.rows for cell in row.cells if cell.text]
    assert sorted(shown) == sorted(word)
    assert "It signs <related> texts & others." in shown


def test_html_needs_nothing_from_outside(record, cells):
    page = onepager_html(record, "FRA", today=TODAY)
    assert not re.search(r"""(?:src|href)\s*=|url\((?!data:)|@import|<script""", page)
    assert '<html lang="en">' in page
    assert page.count("<thead>") == 2


def test_an_unknown_state_is_refused(record, cells):
    with pytest.raises(KeyError, match="XXX"):
        content(record, "XXX")
