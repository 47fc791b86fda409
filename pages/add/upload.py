"""Bringing a document: upload or paste, the columns of a table, and which of several lists is meant."""

from collections.abc import Callable
from urllib.parse import quote

import streamlit as st

from data.reading.cells import columns
from data.reading.model import ImportedList
from data.review.accept import official_url
from pages.add import document as importing
from pages.add.words import title
from pages.shared import fetch
from pages.shared.address import address as link
from pages.shared.markdown import plain
from pages.shared.record import record as tables

NO_TEXT = ""
WAYS = {"upload": "Upload a document", "paste": "Paste its text", "fetch": "Fetch it from the United Nations"}
COLUMNS = {
    "state": "State, as written",
    "iso3": "ISO code",
    "resolution": "Resolution",
    "stage": "Stage",
    "role": "Role",
    "vote": "Vote",
    "document_symbol": "Document symbol",
}


def source() -> None:
    """The fields to bring a document by. What is wrong with it is said in place."""
    st.caption("Nothing counts before you have reviewed and accepted it, and it can be undone at any time.")
    wanted = _wanted()
    way = link.segments("How", list(WAYS), "how", format_func=WAYS.get, label_visibility="collapsed")
    number = st.session_state.get("import-round", 0)
    if way == "upload":
        _upload(number)
    elif way == "fetch":
        fetch.panel(review=True)
    else:
        _paste(number, wanted)
    if problem := st.session_state.get("import-error"):
        st.error(plain(problem), icon=":material/error:")


def _wanted() -> str:
    """The text that the document is for, if the user says so; with what would settle it."""
    texts = tables.texts(drafts=True)
    coverage = tables.coverage(drafts=True).set_index("resolution")
    lacking = [r for r in texts["resolution"] if coverage.loc[r, "coverage"] != "complete"]
    order = [*lacking, *(r for r in texts["resolution"] if r not in lacking)]
    labels = dict(zip(texts["resolution"], texts["label"], strict=True))
    chosen = link.selectbox(
        "For which text",
        [NO_TEXT, *order],
        "wanted",
        format_func=lambda r: f"{labels[r]} · {coverage.loc[r, 'coverage']}" if r else "as the document says",
    )
    if chosen and coverage.loc[chosen, "wanted"]:
        st.caption(f"The {plain(coverage.loc[chosen, 'wanted'])} would settle {plain(chosen)}.")
        with st.container(horizontal=True):
            links(chosen)
    return chosen


def documents(resolution: str) -> list[tuple[str, str]]:
    """Symbol and address of the report and the draft of a text, as far as they are known."""
    row = tables.record().with_drafts.resolutions.set_index("resolution").loc[resolution]
    found = []
    for column in ("report_symbol", "draft_symbol"):
        # "E/2000/23 (E/CN.4/2000/167)", "A/60/509/Add.2 (Part II)": the address goes by what stands first.
        symbol = row[column].split(" (")[0].strip()
        if symbol:
            found.append((row[column], quote(official_url(symbol), safe=":/.-_")))
    return found


def links(resolution: str) -> None:
    """Buttons to the documents that would settle a text."""
    for symbol, url in documents(resolution):
        st.link_button(plain(symbol), url, icon=":material/description:")


def _upload(number: int) -> None:
    # Any name is taken: what a file is, its content says, and what is wrong with it is told in words.
    file = st.file_uploader(
        f"PDF, DOCX, HTML, TXT, XML (MARCXML), CSV or XLSX, up to {importing.MEGABYTES} MB",
        key=f"import-file-{number}",
        max_upload_size=importing.MEGABYTES,
    )
    # Read when it is new, not at every run.
    if file is None:
        st.session_state.pop("import-upload", None)
    elif st.session_state.get("import-upload") != file.file_id:
        st.session_state["import-upload"] = file.file_id
        _read(file.getvalue(), file.name)


def _paste(number: int, wanted: str) -> None:
    with st.form(f"import-paste-{number}", border=False, enter_to_submit=False):
        text = st.text_area(
            f"Paste the passage with the names{f' for {plain(wanted)}' if wanted else ''}",
            height=180,
            key=f"import-text-{number}",
            placeholder="Albania, Andorra, Argentina … and Uruguay: draft resolution",
        )
        if st.form_submit_button("Read it", icon=":material/search:", type="primary"):
            _read(text.encode("utf-8"), "the pasted text", pasted=True)


def _read(data: bytes, name: str, pasted: bool = False) -> None:
    _reading(lambda: importing.take(data, name, pasted))


def _reading(read: Callable[[], None]) -> None:
    st.session_state.pop("import-done", None)
    st.session_state.pop("import-error", None)
    try:
        with st.spinner("Reading the document …"):
            read()
    except ValueError as error:  # ImporterError, or SourceError for a damaged file in the user's folder
        st.session_state["import-error"] = str(error)


def table_columns(document: importing.Document) -> None:
    """Which column of a table holds what; read again with these columns on request."""
    head, width = document.head[0], document.width
    known = document.mapping or columns(head)
    labels = {i: f"{i + 1}: {head[i] if i < len(head) else ''}"[:60] for i in range(width)}
    if document.problem:
        st.warning(plain(document.problem), icon=":material/table:")
    with st.expander("Columns of the table", expanded=bool(document.problem), icon=":material/table:"):
        preview = [row + [""] * (width - len(row)) for row in document.head]
        st.dataframe(
            {labels[i]: [row[i] for row in preview] for i in range(width)},
            hide_index=True,
            alt="The first rows of the table",
        )
        with st.form(f"columns-{document.key}", border=False):
            chosen: dict[str, int | None] = {}
            places = st.columns(3)
            for number, (what, label) in enumerate(COLUMNS.items()):
                chosen[what] = places[number % 3].selectbox(
                    label,
                    list(labels),
                    index=known.get(what),
                    key=f"column-{what}-{document.key}",
                    format_func=labels.get,
                    placeholder="in no column",
                )
            sent = st.form_submit_button("Read again with these columns", icon=":material/refresh:")
    if sent:
        mapping = {what: at for what, at in chosen.items() if at is not None}
        _reading(lambda: importing.with_columns(document, mapping))
        if not st.session_state.get("import-error"):
            st.rerun()


def pick(document: importing.Document) -> tuple[int, ImportedList]:
    """Which of the lists in the document is meant: those about a text of the record come first."""
    lists = document.lists
    held = set(tables.record().with_drafts.resolutions["resolution"])
    wanted = st.session_state.get("wanted")
    # False sorts first: what was asked for, then what the record knows, then the latest stage of each.
    order = sorted(
        range(len(lists)),
        key=lambda i: (lists[i].resolution != wanted, lists[i].resolution not in held, lists[i].stage != "final", i),
    )
    if len(lists) == 1:
        return 0, lists[0]
    place = st.selectbox(
        f"The document has {len(lists)} lists. Which one?",
        order,
        key=f"pick-{document.key}",
        persist_state="session",
        format_func=lambda i: title(lists[i]),
    )
    return place, lists[place]
