"""Stating what a list is, and accepting or discarding it."""

import hashlib
from dataclasses import dataclass, replace

import streamlit as st

from data.reading.context import Context
from data.reading.model import ImportedList
from data.reading.text.symbols import DRAFT, root
from data.review.accept import Acceptance, accept_list, accept_votes
from data.review.difference import takes_the_place
from data.review.expectations import states_in_doubt
from data.review.flags import Flag
from data.review.keep import keep
from data.review.united import UNITED
from data.words import CELLS, NEVER_WHOLE, NOT_SPONSOR, NOT_WHEN_TABLED, ON_THE_WAY, PARTIAL, WITHDRAWN
from pages.add import document as importing
from pages.add import origin as origins
from pages.add.corrections import Corrected
from pages.add.words import COMPLETENESS, STAGES, VOTE_STAGES
from pages.shared import pick
from pages.shared.campaign import workspace as desk
from pages.shared.errors import progress
from pages.shared.frame import visitor
from pages.shared.markdown import plain
from pages.shared.record import record as tables
from workspace import log


def about(one: ImportedList, key: str, context: Context) -> tuple[str | None, str | None]:
    """Which text the list is for, and its stage: as the document says, unless the user says otherwise."""
    texts = tables.texts(drafts=True)
    labels = dict(zip(texts["resolution"], texts["label"], strict=True))
    options = list(labels)
    # A text may have been added after the document was read.
    told = one.resolution or context.resolution_of(one.document_symbol)
    said = told if told in labels else st.session_state.get("wanted")
    left, right = st.columns(2)
    resolution = left.selectbox(
        "Text",
        options,
        index=options.index(said) if said in labels else None,
        key=f"resolution-{key}-{told if told in labels else ''}",
        format_func=labels.get,
        placeholder="choose the text",
        persist_state="session",
    )
    if one.is_vote:
        stages = list(dict.fromkeys([*([one.stage] if one.stage else []), *VOTE_STAGES]))
        stage = right.selectbox(
            "Vote",
            stages,
            index=0 if one.stage else None,
            key=f"stage-{key}",
            persist_state="session",
            placeholder="choose the vote, or write: amendment and its symbol",
            accept_new_options=True,
        )
    else:
        draft = bool(resolution) and pick.is_draft(resolution)
        stages = [s for s in STAGES if not (draft and s == "final")]
        # All names in a report on a draft are those at its adoption in Committee: the plenary is still to come.
        read = "as adopted" if draft and one.stage == "final" else one.stage
        stage = right.selectbox(
            "Stage",
            stages,
            index=stages.index(read) if read in stages else None,
            key=f"stage-{key}-{draft}",
            format_func=STAGES.get,
            placeholder="choose the stage",
            persist_state="session",
        )
    if one.resolution and one.resolution not in labels:
        st.info(
            f"The document is about {plain(one.resolution)}, which is not in the record. Add the text first, below.",
            icon=":material/info:",
        )
    elif not told and DRAFT.fullmatch(one.document_symbol):
        st.info(
            f"The document is the draft {plain(root(one.document_symbol))}, which belongs to no text in the record. "
            "Add it first, below: as a draft that is not adopted yet, or as the resolution that it became.",
            icon=":material/info:",
        )
    elif one.resolution and resolution and resolution != one.resolution:
        st.warning(
            f"The document says {plain(one.resolution)}, you have chosen {plain(resolution)}.",
            icon=":material/warning:",
        )
    return resolution, stage


@dataclass(frozen=True)
class UnderReview:
    """A list in a document: `one` as recognised, `given` as a person has corrected it, `proposed` what they say of it,
    and `check` what is against expectation. `key`: for the keys of widgets."""

    document: importing.Document
    key: str
    one: ImportedList
    given: Corrected
    proposed: Acceptance
    check: list[Flag]


def counting(one: ImportedList, key: str, others: list[ImportedList], context: Context) -> Acceptance:
    """Whether to count on the list, how complete it is, and who is in doubt: beforehand, whom a gap leaves so. `one`:
    as corrected, with its text and stage; `others`: the other lists in the document, of which it may be made up."""
    resolution, stage = one.resolution, one.stage
    if one.is_vote:
        return Acceptance(resolution, stage, one.states, completeness="", use=False)
    key = f"{key}-{resolution}-{stage}"
    # Names that were taken back are no list to go by: they count beside the one that is used.
    use = stage != WITHDRAWN and st.toggle(
        "Use this list for the analysis",
        value=takes_the_place(stage, resolution, context),
        key=f"use-{key}",
        persist_state="session",
        help="Off: it is kept beside the list that is used now.",
    )
    doubt = states_in_doubt(one, context, others)
    kinds = list(COMPLETENESS)
    if use and (stage in NEVER_WHOLE or pick.is_draft(resolution)):
        why = "A list of this stage has some of the sponsors only" if stage in NEVER_WHOLE else "Others may still join"
        st.info(f"{why}: who is not on it is not known, so it is taken as partial.", icon=":material/info:")
        kinds = ["partial"]
    elif use:
        kinds.remove("unknown")
        if stage in ON_THE_WAY:
            st.info(
                f"Others may have joined after the moment “{plain(stage)}”: who is not on it will be shown as "
                f"“{CELLS[NOT_WHEN_TABLED]}”, which is no “{CELLS[NOT_SPONSOR]}”.",
                icon=":material/info:",
            )
    preset = "partial" if kinds == ["partial"] else "suspected gap" if doubt else None
    completeness = st.selectbox(
        "How complete is it?",
        kinds,
        index=kinds.index(preset) if preset else None,
        key=f"whole-is-{use}-{key}",
        persist_state="session",
        format_func=COMPLETENESS.get,
        placeholder="choose",
    )
    unknown: list[str] = []
    if completeness == "suspected gap":
        label = "States that may be missing: not known, unless named"
        likely = [code for code in doubt if code not in one.iso3]
        unknown = pick.kept_states(label, f"doubt-{key}", tables.names(), likely)
    doubt = ["*"] if completeness == PARTIAL else unknown
    whole = completeness or ""
    return Acceptance(resolution, stage, one.states, completeness=whole, unknown_states=doubt, use=use)


def sign(under: UnderReview, context: Context) -> None:
    """The source, the user's name, and the buttons."""
    one, key, document, given, check = under.one, under.key, under.document, under.given, under.check
    origin = origins.ask(document, key)
    with st.form(f"accept-{key}", enter_to_submit=False):
        source = origins.fields(origin, one, document, key)
        by = visitor.email() or st.text_input(
            "Your name", st.session_state.get("who") or "", key="import-by", persist_state="session"
        )
        note = st.text_area("Note (optional)", key=f"note-{key}", persist_state="session", height=80)
        # A new point asks for a new look.
        points = hashlib.sha256("\n".join(flag.message for flag in check).encode()).hexdigest()[:8]
        looked = f"I have looked at what is against expectation ({len(check)})"
        seen = not check or st.checkbox(looked, key=f"seen-{key}-{points}")
        with st.container(horizontal=True):
            accepted = st.form_submit_button("Accept", type="primary", icon=":material/check:")
            discarded = st.form_submit_button("Discard", icon=":material/delete:")
    if discarded:
        importing.drop()
        st.rerun()
    if not accepted:
        return
    open_points = {
        f"what is uncertain ({len(given.undecided)})": bool(given.undecided),
        "how complete the list is": not one.is_vote and not under.proposed.completeness,
        "that you have looked at what is against expectation": not seen,
        **dict.fromkeys(source.lacks, True),
        "your name": not by.strip(),
    }
    if missing := [what for what, lacks in open_points.items() if lacks]:
        st.error(f"Still to be said: {'; '.join(missing)}. Nothing was kept.", icon=":material/error:")
        return
    sources = one.notes if one.kind == UNITED else ()  # which names come from which document
    signed = replace(
        under.proposed,
        by=by,
        source_title=source.title,
        document_symbol=source.symbol,
        read_at=source.link,
        origin=origin or "",
        note=" ".join(filter(None, (_ended(note), given.note, *sources))),
        document_name=document.name,
        document_sha256=document.sha256,
    )
    _accept(signed, one.is_vote, context)


def _accept(acceptance: Acceptance, is_vote: bool, context: Context) -> None:
    checked = accept_votes if is_vote else accept_list
    with progress("Accepting …", "Not accepted"):
        (entry,) = keep(lambda: [checked(acceptance, context)], st.write)
        desk.tell(log.ACCEPTED, f"{acceptance.resolution}, {acceptance.stage}")
        importing.drop()
        st.session_state["import-done"] = entry
        st.rerun()


def _ended(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?" else f"{text}."
