"""The page "Add a list" in its states: empty, a bad file, recognised, accepted, undone, and when the disk refuses."""

from __future__ import annotations

import json
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analytics.evidence import evidence
from briefing.document.documents import of_resolutions
from charts.frame.sources import source_line
from data import build, store
from data.checks.problems import Problem, SourceError
from data.reading.context import Context
from data.reading.model import NamedState
from data.review.accept import Acceptance
from data.review.exchange import export_all
from data.review.keep import history
from files import paths
from tests.data.review.kept import accept_list
from tests.pages.visit import answer

# Not from_file: that would put pages/ before the packages of the same names.
PAGE = f"import runpy\nrunpy.run_path({str(paths.ROOT / 'pages' / 'add' / 'page.py')!r})"
TEXT = "A/HRC/RES/52/4"
PASTED = f"""{TEXT}
Main sponsors (1): Norway
Co-sponsors (5): Albania, Chile, Fiji, Tunisia, Urugay
"""


@pytest.fixture
def folder(built_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's empty folder, with a database of its own: what these tests add stays theirs."""
    database = tmp_path / "build" / "record.duckdb"
    database.parent.mkdir()
    shutil.copy(built_database, database)
    monkeypatch.setattr(paths, "DATABASE", database)
    monkeypatch.setattr(paths, "DATA_DIR", tmp_path / "user")
    return tmp_path / "user"


def opened(**query: str) -> AppTest:
    at = AppTest.from_string(PAGE, default_timeout=120)
    for key, value in query.items():
        at.query_params[key] = value
    return sound(at.run())


def sound(at: AppTest) -> AppTest:
    """The page, which shows no traceback whatever happens."""
    assert not at.exception, at.exception
    return at


def box(at: AppTest, label: str):
    return next(b for b in at.selectbox if b.label.startswith(label))


def button(at: AppTest, label: str):
    return next(b for b in at.button if b.label == label)


def field(at: AppTest, label: str):
    return next(f for f in at.text_input if f.label == label)


def pasted(text: str, **query: str) -> AppTest:
    at = opened(how="paste", **query)
    at.text_area[0].input(text)
    return sound(button(at, "Read it").click().run())


def stated(at: AppTest) -> AppTest:
    """Everything said that must be said, but not yet accepted."""
    box(at, "What “Urugay” means").select("URY")
    box(at, "How complete").select("complete")
    box(at, "Where does it come from").select("e-mail")
    sound(at.run())
    field(at, "From whom, of which day").input("Ben Okoro, 12 November 2021")
    field(at, "Your name").input("Ana Ruiz")
    for seen in at.checkbox:
        if seen.label.startswith("I have looked"):
            seen.check()
    return at


def errors(at: AppTest) -> str:
    return "\n".join(error.value for error in at.error).replace("\\", "")


def words(at: AppTest) -> str:
    return "\n".join(m.value for m in [*at.markdown, *at.caption]).replace("\\", "")


def value(iso3: str) -> str:
    grid = store.record().rows("grid")
    return grid[(grid["resolution"] == TEXT) & (grid["iso3"] == iso3)]["value"].item()


def test_empty(folder):
    at = opened()
    lacking = (store.record().resolutions["sponsor_coverage"] != "complete").sum()
    assert answer(at) == f"{lacking} of 38 texts lack a complete list of sponsors; you have added none yet."
    assert len(at.file_uploader) == 2
    assert "Nothing has been added yet." in words(at)
    assert not folder.exists()


def test_a_link_brings_the_text_along(folder):
    at = opened(wanted="A/RES/66/164", how="paste")
    assert box(at, "For which text").value == "A/RES/66/164"
    assert "A/66/462/Add.2 and draft A/C.3/66/L.44/Rev.1 would settle A/RES/66/164" in words(at)
    assert "A/RES/66/164" in at.text_area[0].label.replace("\\", "")
    assert [link.url for link in at.get("link_button")] == [
        "https://undocs.org/A/66/462/Add.2",
        "https://undocs.org/A/C.3/66/L.44/Rev.1",
    ]


def test_a_link_with_nonsense_opens_the_plain_page(folder):
    at = opened(wanted="<script>alert(1)</script>", how="burn")
    assert box(at, "For which text").value == ""


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.pdf", b" ", "it is empty"),
        ("list.pdf", b"%PDF-1.7 nothing more", "could not be read as a PDF"),
        ("list.docx", b"PK\x03\x04 nothing more", "a part inside it is damaged"),
        ("list.xml", b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "entities"),
        ("report.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9, "Save it as .docx"),
        ("N1930012", b"\x00\x01\x02\x03" * 50, "it is no text"),
        ("list.txt", b"There is no list of anybody in this text at all.", "no list of sponsors"),
        ("../../etc/passwd.txt", b"\x00\x01\x02\x03" * 50, "it is no text"),
    ],
)
def test_a_bad_file_is_named_with_its_fault_and_what_to_do(folder, name, content, said):
    at = opened()
    at.file_uploader[0].upload(name, content)
    sound(at.run())
    assert said in errors(at)
    assert name.rsplit("/", 1)[-1] in errors(at)
    assert not any(b.label == "Accept" for b in at.button)
    # It stays said at the next run, and is gone with the next document.
    assert said in errors(sound(at.run()))
    assert not folder.exists()


def test_recognised_and_nothing_taken_without_a_choice(folder):
    at = pasted(PASTED)
    assert box(at, "Text").value == TEXT
    assert box(at, "Stage").value == "final"
    doubtful = box(at, "What “Urugay” means")
    assert doubtful.value is None
    assert doubtful.options[0].startswith("Uruguay (suggested")
    assert box(at, "How complete").value is None
    shown = "".join(html.body for html in at.get("html") if "read" in html.body)
    assert shown.count('<mark class="known"') == 5
    assert shown.count('<mark class="unsure"') == 1
    button(at, "Accept").click()
    sound(at.run())
    assert "Still to be said: what is uncertain (1)" in errors(at)
    assert "how complete the list is" in errors(at)
    assert "your name" in errors(at)
    assert "where it comes from" in errors(at)
    assert history(folder) == []


def test_of_a_pasted_text_the_source_is_asked_and_its_symbols_are_offered_only(folder):
    at = pasted(f"As agreed in A/HRC/52/L.1 and A/RES/76/174\n{PASTED}")
    where = box(at, "Where does it come from")
    assert (where.value, [*where.options]) == (
        None,
        ["A UN document", "A web page", "An e-mail", "A colleague", "Notes taken in the room"],
    )
    sound(where.select("document").run())
    symbol = box(at, "Symbol of the document")
    assert symbol.value is None
    assert {"A/HRC/52/L.1", "A/RES/76/174", TEXT} <= set(symbol.options)
    sound(box(at, "Where does it come from").select("e-mail").run())
    assert not [b for b in at.selectbox if b.label.startswith("Symbol")]
    assert not [f for f in at.text_input if f.label.startswith("Link")]


def test_an_e_mail_is_kept_and_shown_as_an_e_mail_and_never_as_read_at_an_address(folder):
    sound(button(stated(pasted(PASTED)), "Accept").click().run())
    (entry,) = history(folder)
    told = {key: entry.facts[key] for key in ("origin", "document_symbol", "official_url", "read_at", "source_title")}
    assert told == {
        "origin": "e-mail",
        "document_symbol": "",
        "official_url": "",
        "read_at": "",
        "source_title": "An e-mail: Ben Okoro, 12 November 2021",
    }
    record = store.record()
    found = evidence(record, TEXT, "CHL")
    assert "undocs.org" not in f"{found.used.read_at} {found.used.official_url} {found.used.source_title}"
    assert "This list was not read in a UN document. An e-mail: Ben Okoro, 12 November 2021." in found.caveats
    assert f"an unpublished list for {TEXT}" in source_line(record.rows("lists", used_for_analysis="yes"), [TEXT])
    (_, listed) = of_resolutions([TEXT], record)
    assert (listed.line, listed.url) == (f"list of sponsors of {TEXT} (final), not published", "")


def test_what_stands_in_a_document_is_shown_and_never_acts(folder):
    evil = '<script>window.bad=1</script> ![x](https://evil.example/x.png) =HYPERLINK("http://evil.example")'
    at = pasted(f"{PASTED}\n{evil}\n")
    shown = "".join(html.body for html in at.get("html") if "read" in html.body)
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
    assert not any("](https" in m.value.replace("\\", "\0") for m in [*at.markdown, *at.caption])


def test_accepted_then_undone(folder):
    assert value("CHL") == value("FRA") == "unknown"
    at = stated(pasted(PASTED))
    # Six names, of which Norway is known out of a statement.
    assert "5 cells from “not known” to “sponsor”" in [e.label for e in at.expander]
    assert "189 cells from “not known” to “not a sponsor”" in [e.label for e in at.expander]
    sound(button(at, "Accept").click().run())
    assert "Accepted" in at.success[0].value
    assert "you have added 1 list" in answer(at)
    assert (value("CHL"), value("URY"), value("FRA")) == ("sponsor", "sponsor", "not_sponsor")
    (entry,) = history(folder)
    assert entry.accepted_by == "Ana Ruiz"
    assert "Urugay" in entry.facts["note"]
    assert len(entry.document_sha256) == 64

    sound(next(b for b in at.button if b.label == "Undo").click().run())
    assert "Undone" in at.success[0].value
    assert value("CHL") == value("FRA") == "unknown"
    assert history(folder) == []

    sound(button(at, "Bring back").click().run())
    assert value("CHL") == "sponsor"


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (OSError(28, "No space left on device"), "No space left on device"),
        (SourceError([Problem("states.csv", 3, "name", "empty")]), "states.csv, row 3"),
    ],
)
def test_where_the_record_cannot_be_rebuilt_nothing_is_kept(folder, monkeypatch, fault, said):
    def refuse(*_, **__):
        raise fault

    before = paths.DATABASE.read_bytes()
    at = stated(pasted(PASTED))
    monkeypatch.setattr(build, "build", refuse)
    sound(button(at, "Accept").click().run())
    assert said in errors(at)
    assert "were" in errors(at)
    assert history(folder) == []
    assert paths.DATABASE.read_bytes() == before
    # What was reviewed is still there to be accepted once the disk has room.
    assert box(at, "What “Urugay” means").value == "URY"


def test_a_draft_says_nothing_of_those_who_are_not_on_it(folder):
    names = "Albania, Chile,* Fiji, Norway* and Tunisia*: draft resolution"
    at = pasted(f"A/HRC/52/L.1\nAgenda item 3\nPromotion of human rights\n\n{names}\n52/… Mandate")
    assert box(at, "Stage").value == "tabled"
    whole = box(at, "How complete")
    assert [option.split(":")[0] for option in whole.options] == ["complete", "suspected gap", "partial"]
    assert "“not named when tabled”, which is no “not a sponsor”" in "\n".join(i.value for i in at.info)
    sound(whole.select("complete").run())
    labels = [e.label for e in at.expander]
    # Norway is known out of a statement.
    assert "4 cells from “not known” to “sponsor”" in labels
    assert "190 cells from “not known” to “not named when tabled”" in labels
    assert not any("to “not a sponsor”" in label for label in labels)


def test_names_that_were_taken_back_are_asked_for_no_use_and_change_cells_all_the_same(folder):
    names = "Norway and Tunisia: draft resolution"
    at = pasted(f"A/HRC/52/L.1\nAgenda item 3\nPromotion of human rights\n\n{names}\n52/… Mandate")
    sound(box(at, "Stage").select("withdrawn").run())
    assert not at.toggle
    sound(box(at, "How complete").select("complete").run())
    labels = [e.label for e in at.expander]
    assert "1 cell from “sponsor” to “not a sponsor”" in labels
    assert "1 cell from “not known” to “not a sponsor”" in labels
    assert any("would no longer be counted" in warning.value for warning in at.warning)


def test_a_gap_is_flagged_and_leaves_its_states_in_doubt(folder):
    record = store.record()
    held = record.rows("lists", list_id="A/RES/78/216#final").iloc[0]
    rows = record.rows("sponsors", list_id="A/RES/78/216#additional")["state_as_written"]
    at = pasted("A/RES/78/216\nAdditional sponsors: " + ", ".join(sorted(rows)) + ".")
    assert "no name before “Cabo Verde”" in words(at)
    sound(at.toggle[0].set_value(False).run())
    assert box(at, "How complete").value == "suspected gap"
    doubt = next(m for m in at.multiselect if m.label.startswith("States that may be missing")).value
    assert {"AUS", "BEL", "BRA"} <= set(doubt)
    assert set(doubt) >= set(held["unknown_states"].split(";"))


def test_columns_of_a_table_can_be_stated(folder):
    at = opened()
    table = "Who,When\n" + "".join(f"{name},2023\n" for name in ("Albania", "Chile", "Fiji", "Norway"))
    at.file_uploader[0].upload("list.csv", table.encode())
    sound(at.run())
    box(at, "State, as written").select(0)
    sound(button(at, "Read again with these columns").click().run())
    assert "4 States recognised" in words(at)


def test_a_damaged_import_is_named_and_the_rest_of_the_page_stays_calm(folder):
    (folder / "imports").mkdir(parents=True)
    (folder / "imports" / "20260101T000000-00000000.json").write_text("{")
    at = opened()
    assert "20260101T000000-00000000.json" in errors(at)
    assert "cannot be read" in answer(at)


def test_a_colleagues_file_that_is_none_is_refused(folder):
    at = opened()
    at.file_uploader[1].upload("theirs.json", json.dumps({"kind": "other"}).encode())
    sound(at.run())
    sound(button(at, "Add what is in it").click().run())
    assert "it is no file exported from this dashboard" in errors(at)
    assert history(folder) == []


def test_a_colleagues_file_is_taken_in(folder, tmp_path):
    theirs = tmp_path / "theirs"
    names = {"CHL": "Chile", "FJI": "Fiji"}
    states = [NamedState(name, iso3) for iso3, name in names.items()]
    given = Acceptance(TEXT, "final", states, "Ben <i>Okoro</i>", "A page", "complete", document_symbol=TEXT)
    accept_list(theirs, given, Context.from_files())
    at = opened()
    at.file_uploader[1].upload("theirs.json", export_all(theirs))
    sound(at.run())
    sound(button(at, "Add what is in it").click().run())
    assert at.success[0].value == "1 import added, 0 were here already."
    assert (value("CHL"), value("FRA")) == ("sponsor", "not_sponsor")
    # Who they are is shown as they wrote it.
    assert "accepted by Ben <i>Okoro</i>" in words(at)


def test_a_new_text_is_added_and_then_its_list(folder):
    at = opened()
    field(at, "Symbol of the resolution").input("A/RES/81/100")
    field(at, "Title, as in the document").input("Defenders of human rights")
    at.date_input[0].set_value(date(2026, 1, 15))
    at.text_input(key="new-by").input("Ana Ruiz")
    sound(button(at, "Add this text").click().run())
    assert "A/RES/81/100" in set(store.record().resolutions["resolution"])
    assert "of 39 texts" in answer(at)
    assert "you have added 1 new text" in answer(at)
    at = pasted("A/RES/81/100\nCo-sponsors (3): Chile, Fiji, Norway\n")
    assert box(at, "Text").value == "A/RES/81/100"


def test_a_stop_before_the_rebuild_is_noticed_and_mended(folder):
    given = Acceptance(TEXT, "final", [NamedState("Chile", "CHL")], "Ana", "A page", "complete", document_symbol=TEXT)
    accept_list(folder, given, Context.from_files())
    at = opened()
    assert "Something stopped" in at.warning[0].value
    sound(button(at, "Build the record").click().run())
    assert value("CHL") == "sponsor"
    assert not at.warning


def test_a_new_text_needs_a_known_symbol(folder):
    at = opened()
    field(at, "Symbol of the resolution").input("Resolution 7")
    at.text_input(key="new-by").input("Ana Ruiz")
    sound(button(at, "Add this text").click().run())
    assert "its symbol is not of a form that is known" in errors(at)
    assert history(folder) == []


DRAFT_PAPER = """United Nations A/C.3/81/L.30
General Assembly
2 November 2026
Eighty-first session
Third Committee

Albania, Kenya, Norway and Tunisia: draft resolution

Implementing the Declaration on human rights defenders

The General Assembly,
"""


def test_a_draft_that_is_being_sponsored_is_added_from_its_document(folder):
    at = pasted(DRAFT_PAPER)
    assert "A/C.3/81/L.30, which belongs to no text in the record" in "\n".join(
        i.value.replace("\\", "") for i in at.info
    )
    assert field(at, "Symbol of the draft resolution").value == "A/C.3/81/L.30"
    add = button(at, "Add this text")
    sound(add.click().run())
    assert "Say who adds it" in errors(at)
    fields = [f for f in at.text_input if f.label == "Your name"]
    fields[-1].input("Ana Ruiz")
    sound(button(at, "Add this text").click().run())
    assert "day on which its adoption is expected is missing" in errors(at)
    at.date_input[0].set_value(date.today() + timedelta(days=20))
    sound(button(at, "Add this text").click().run())
    (entry,) = history(folder)
    assert entry.facts["adoption"] == "not yet adopted"

    assert box(at, "Text").value == "A/C.3/81/L.30", "the list under review is for it now"
    assert [s.split(":")[0] for s in box(at, "Stage").options] == [
        "as adopted",
        "tabled",
        "tabled revised",
        "additional",
        "oral",
        "withdrawn",
        "statement",
    ]
    assert box(at, "How complete").value == "partial"
    sound(box(at, "Where does it come from").select("document").run())
    box(at, "Symbol of the document").select("A/C.3/81/L.30")
    field(at, "Your name").input("Ana Ruiz")
    for seen in at.checkbox:
        if seen.label.startswith("I have looked"):
            seen.check()
    sound(button(at, "Accept").click().run())
    whole = store.record().with_drafts
    named = whole.rows("grid")[
        whole.rows("grid")["resolution"].eq("A/C.3/81/L.30") & whole.rows("grid")["value"].eq("sponsor")
    ]
    assert set(named["iso3"]) == {"ALB", "KEN", "NOR", "TUN"}
    (held,) = whole.rows("lists", resolution="A/C.3/81/L.30").itertuples()
    assert (held.document_symbol, held.official_url) == ("A/C.3/81/L.30", "https://undocs.org/A/C.3/81/L.30")
    assert held.source_title == "A/C.3/81/L.30, Draft resolution"
    assert len(store.record().resolutions) == 38


REPORT = """A/81/482/Add.2
Report of the Third Committee

At its 50th meeting, the representative of Norway introduced a draft resolution entitled “Implementing the Declaration
on human rights defenders” (A/C.3/81/L.30), submitted by: Albania, Norway and Tunisia. Subsequently, Chile and Kenya
joined in sponsoring the draft resolution.
"""


def test_the_report_of_the_committee_on_a_draft_gives_all_names_so_far(folder):
    from tests.drafted import add_draft

    add_draft(folder)
    build.build()
    at = pasted(REPORT)
    several = [b for b in at.selectbox if b.label.startswith("Which")]
    if several:
        sound(several[0].select(next(o for o in several[0].options if "5 States" in o)).run())
    assert box(at, "Text").value == "A/C.3/81/L.30"
    assert box(at, "Stage").value == "as adopted"
    assert box(at, "How complete").value == "partial"


def test_a_list_out_of_a_note_names_the_documents_that_print_it(folder):
    line = "A/C.3/72/L.50\nRights of Chad : draft resolution / Norway and Peru\n"
    at = pasted(f"{line}Additional sponsors: Fiji (A/72/439/Add.2). - Peru withdrew as a sponsor (A/72/439/Add.2).\n")
    sound(box(at, "Where does it come from").select("document").run())
    assert box(at, "Symbol of the document").options[0] == "A/C.3/72/L.50 and A/72/439/Add.2"
    assert box(at, "Stage").value == "final"
