"""Whatever comes in ends in lists or in a clear error, and no list names a State that the text does not."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from data.reading.context import Context
from data.reading.documents.pdf import pages
from data.reading.model import ImporterError
from data.reading.recognise import recognise, recognise_text
from data.spelling import key
from tests.data.reading import made

CONTEXT = Context.from_files()
FUZZ = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
WORDS = [
    "Norway",
    "Niger",
    "Nigeria",
    "Korea",
    "Republic of",
    "Serbia and Montenegro",
    "and",
    ",",
    ", and",
    "*",
    "\n",
    "\n\n",
    "(on behalf of the Group of 77 and China)",
    "[on behalf of",
    "on behalf of",
    "draft resolution",
    ": draft resolution",
    "A/C.3/72/L.50",
    "A/HRC/22/L.13/Rev.1",
    "Agenda item 3",
    "submitted by",
    "joined in sponsoring",
    "withdrew",
    ".",
    "co-sponsored by",
    "Co-sponsors (76):",
    "Main sponsors1",
    "In favour:",
    "Against:",
    "Abstaining: None",
    "RESOLUTION 72/247",
    "The draft resolution recommended in the report was sponsored in the Committee by:",
    "865",
    ")",
    "(",
    "\f",
    "Guinea-",
    "Add the following States to the list of sponsors:",
    "-",
    "­",
    "Côte d’Ivoire",
    "Subsequently,",
    "1.",
    "=",
    "amendment",
    "Iraq:* draft resolution",
    "* On behalf of the Group of 77",
    "se sont portés coauteurs",
    "se sumaron a los patrocinadores",
    "se sont retirés de la liste des auteurs",
    "as did",
    "on the basis of draft resolution A/72/L.30, sponsored by:",
    "Adopted at the",
    "_______________",
    "Africa:",
    "Asia:",
    "Additional sponsors were",
    "joined by",
    "co-sponsorship",
]
DOCUMENTS = {
    "draft": made.draft(["Albania", "Bosnia and Herzegovina", "Norway"]).encode(),
    "report": made.committee_report(["Albania", "Norway"], ["Ghana"], ["Albania"]).encode(),
    "marcxml": made.collection(
        made.record(
            "1",
            "A/C.3/72/L.50",
            made.field("245", ("c", "Albania and Norway")),
            made.field("515", ("a", "Additional sponsors: Chile (A/72/439/Add.2).")),
        )
    ).encode(),
    "html": made.rightdocs(["Norway"], ["Albania", "Chile"]).encode(),
    "votes": made.roll_call(["Albania"], ["China"], ["Niger"]).encode(),
    "csv": b"state,iso3,stage\nNorway,NOR,final\nNamibia,NAM,final\n",
    "docx": made.docx_file("A/C.3/72/L.50\nAgenda item 3\n\nAlbania and Norway: draft resolution"),
    "xlsx": made.xlsx_file([["state", "iso3"], ["Norway", "NOR"], ["Namibia", "NAM"]]),
}


def no_state_out_of_thin_air(found) -> None:
    for one in found:
        for state in one.states:
            assert CONTEXT.names.resolve(one.text[slice(*state.span)].replace("\f", "")) == state.iso3 or (
                key(state.as_written) in key(one.text)
            )
        for item in (*one.unresolved, *one.on_behalf_of):
            assert 0 <= item.span[0] <= item.span[1] <= len(one.text)


def ends_well(content: bytes, name: str) -> None:
    """Lists whose States stand in the text, or an error that says which file, where, and what to do."""
    try:
        found = recognise(content, name, CONTEXT)
    except ImporterError as error:
        said = [error.file, error.place, error.remedy]
    else:
        no_state_out_of_thin_air(found)
        said = ["no error"]
    assert all(said)


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
@settings(FUZZ, max_examples=250)
def test_words_of_documents_in_any_order(text):
    no_state_out_of_thin_air(recognise_text(text, CONTEXT))


@given(st.text(max_size=300))
@settings(FUZZ, max_examples=150)
def test_any_text(text):
    no_state_out_of_thin_air(recognise_text(text, CONTEXT))


@given(st.binary(max_size=400))
@settings(FUZZ, max_examples=150)
def test_any_bytes(content):
    # A PDF is read in a process of its own and has its own test.
    if b"%PDF-" not in content[:1024]:
        ends_well(content, "x")


@pytest.mark.parametrize("kind", sorted(DOCUMENTS))
@given(data=st.data())
@settings(FUZZ, max_examples=40)
def test_damaged_documents(kind, data):
    content = bytearray(DOCUMENTS[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        change = data.draw(st.sampled_from(["set", "cut", "double", "drop"]))
        if change == "set":
            content[at] = data.draw(st.integers(0, 255))
        elif change == "cut" and at > 10:
            del content[at:]
        elif change == "double":
            content[at:at] = content[at : at + 50]
        else:
            del content[at : at + data.draw(st.integers(1, 20))]
        if not content:
            break
    ends_well(bytes(content), kind)


@given(st.integers(0, 2**32), st.integers(1, 30))
@settings(FUZZ, max_examples=60)
def test_damaged_pdf(seed, changes):
    import random

    chance = random.Random(seed)
    content = bytearray(made.pdf(["Albania and Norway", "Sweden"]))
    for _ in range(changes):
        content[chance.randrange(len(content))] = chance.randrange(256)
    answer = pages(bytes(content))
    assert ("pages" in answer) != ("remedy" in answer)


@pytest.mark.parametrize(
    "text",
    [
        "Norway, " * 3000,
        "(" * 20000,
        "Norway on behalf of " * 2000,
        "and " * 20000,
        "*" * 50000,
        "\n" * 50000 + "Norway",
        "A/C.3/72/L.50 submitted by " * 1500,
        "a-\n" * 20000,
        "Co-sponsors " * 3000,
        "In favour: Against: " * 2000,
        "The draft resolution recommended in the report " * 1500,
        " 1" * 30000,
        "Agenda item 3 " * 3000 + ": draft resolution",
        "St. " * 10000,
        "A/C.3/74/L.31 " * 20000,
        "Co-sponsors (76): \n" * 20000,
        "12\n" * 60000,
        "Hello\n12\n\f" * 20000,
        "-----\n" * 40000,
        "A/RES/70/161\n" * 20000 + "In favour: Norway",
        "In favour: Norway\nAgainst: Cuba\n" * 10000,
        "A/C.3/62/L.36/Add.1\n" + "Add the following countries: " * 10000,
    ],
    ids=lambda text: text[:20].strip() or "blank",
)
def test_long_repetitions_come_to_an_end(text):
    no_state_out_of_thin_air(recognise_text(text, CONTEXT))
