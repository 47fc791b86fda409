"""The letter as paragraphs and footnotes, the same for Word and for the screen."""

import re
from collections.abc import Sequence
from datetime import date

from analytics.english import capital
from briefing.letter import language as language_of
from briefing.letter.claims import Claim, LetterFacts
from briefing.letter.notes import DECLARATION, WOMEN, Note, documents
from briefing.letter.parts import UNSIGNED, Dispatch, Letter, Paragraph, Signatory, Span
from data.store import Record
from data.tongues import speech, state_names
from files.xml import safe_xml

_MARK = re.compile(r"\[\[([a-z.0-9]+)\]\]")


def compose(record: Record, facts: LetterFacts, language: str, going: Dispatch = UNSIGNED) -> Letter:
    """Put the letter together from its facts. Raises ValueError for a language that there are no texts in."""
    writer, on = _Writer(record, facts, language), going.on or date.today()
    kinds = [("date", speech.day(on, language))]
    kinds += [("address", line) for line in [going.addressee, *writer.address()] if line]
    kinds += [("salutation", writer.words["address"]["salutation"])]
    kinds += [("subject", writer.words["subject"][facts.request.key])]
    kinds += [("body", paragraph) for paragraph in writer.body()]
    kinds += [("close", writer.words["end"]["close"])]
    kinds += [("signatory", line) for line in _signed(going.signatories, writer.words["end"]["no_signatories"])]
    warnings = [] if going.signatories else ["No signatories are given: a line in brackets keeps their place."]
    if facts.opportunity is None:
        warnings.append("The record holds no coming occasion for this request: the letter names no date.")
    elif facts.opportunity.year == on.year:
        warnings.append("The occasion it names is this year's: make sure that it is still to come.")
    if facts.mind:
        warnings.append(f"Mind its votes before this goes: {facts.mind}")
    title = writer.words["title"][facts.request.key].format(**writer.common)
    return Letter(
        iso3=facts.iso3,
        language=language,
        title=language_of.typeset(safe_xml(title), language),
        paragraphs=tuple(Paragraph(kind, writer.spans(text)) for kind, text in kinds),
        footnotes=tuple(_note_spans(note, language) for note in writer.used),
        facts=facts,
        data_version=record.version,
        warnings=tuple(warnings),
    )


def _founding(facts: LetterFacts) -> list[Claim]:
    return [facts.founder] if facts.founder else []


class _Writer:
    """Fills the texts of one language with the facts of one State and numbers the footnotes as they come."""

    def __init__(self, record: Record, facts: LetterFacts, language: str):
        self.words = language_of.texts(language)
        self.facts, self.language = facts, language
        self.documents = documents(record, language)
        iso3 = facts.iso3
        government = self.words["government"]["member"]
        government = state_names.the(iso3, language) if facts.observer else government
        self.common = {
            "gov": government,
            "Gov": capital(government),
            "to_gov": state_names.with_to(government, language),
            "state_the": state_names.the(iso3, language),
            "state_of": state_names.of(iso3, language),
            "state_full_of": state_names.full_of(iso3, language),
            "women_res": self.documents.own(WOMEN),
        }
        self.notes = {
            "declaration": self.documents.note("declaration", DECLARATION),
            "mandate": self.documents.note("resolution", self.documents.created),
            "women": self.documents.note("resolution", WOMEN),
            **{claim.claim_id: self.documents.claim_note(claim) for claim in (*facts.claims, *_founding(facts))},
        }
        if facts.signed:
            self.notes["draft"] = self.documents.draft_note(facts.signed)
        self.used: list[Note] = []

    def address(self) -> list[str]:
        """The lines of the address."""
        lines = self.words["address"]
        kind = "observer" if self.facts.observer else "member"
        text = f"{lines[kind]}\n{lines[self.facts.request.key]}"
        return text.format(**self.common).split("\n")

    def body(self) -> list[str]:
        """The paragraphs of the letter proper, with marks for footnotes."""
        key, words = self.facts.request.key, self.words
        why = [words["why"]["defenders"], words["why"]["mandate"]]
        women = f"{words['women']['common']} {words['women'][key]}"
        ask = f"{self._occasion()} {self._ask()}".strip()
        # Nobody asks for the support of the State that leads the text, or has put its name to it.
        given = self.facts.kind == "main_sponsor" or self.facts.signed
        opening = words["opening"][f"lead_{key}" if given else key]
        paragraphs = [f"{opening} {self._thanks()}", *why, self._evidence(), women, ask]
        paragraphs.append(words["end"]["contact"])
        return [text.format(**self.common) if "{" in text else text for text in paragraphs if text]

    def _thanks(self) -> str:
        words, kind, claims = self.words["thanks"], self.facts.kind, self.facts.claims
        of = {f"of_res{i}": self._of(claim) for i, claim in enumerate(claims, 1)}
        of |= {f"res{i}": self.documents.dated(claim.resolution) for i, claim in enumerate(claims, 1)}
        of |= {"draft": words["draft"][self.facts.request.key]}
        also = words[f"{'cosponsor' if kind == 'signed' else kind}_also"].format(**of) if len(claims) > 1 else ""
        if kind == "signed":
            also = words["signed_too"].format(also=also, **of) if claims else ""
        elif self.facts.signed:
            also += words["main_sponsor_signed"].format(**of)
        said = words[kind].format(also=also, **of, **self.common)
        founders = [
            words["founder"].format(document=self.documents.list_symbol(claim.resolution), **self.common)
            for claim in _founding(self.facts)
        ]
        return " ".join([said, *founders])

    def _of(self, claim: Claim) -> str:
        if claim.source == "votes":
            return self.documents.of(claim.resolution)
        return self.documents.sponsored(claim.resolution, claim.draft)

    def _evidence(self) -> str:
        found, words, language = self.facts.evidence, self.words["evidence"], self.language
        sentences = []
        if self.facts.request.key == "mandate" and found and len(found.renewals) > 1:
            self.notes["renewals"] = self.documents.note("renewals", found.renewals[-1][0])
            years = language_of.joined([str(year) for _, year in found.renewals], language)
            times = language_of.count(len(found.renewals), language)
            unopposed = words["unopposed"] if found.unopposed else ""
            sentences.append(words["renewals"].format(times=times, years=years, unopposed=unopposed))
        if found:
            sentences.append(self._sponsors())
        if found and found.later:
            resolution, n = found.later
            self.notes["later"] = self.documents.sponsors_note(resolution)
            said = {
                "later_res": self.documents.dated(resolution),
                "sponsored_later_res": self.documents.sponsored(resolution),
            }
            sentences.append(words["later"].format(n=n, **said))
        return " ".join([*sentences, words["closing"]]) if sentences else ""

    def _sponsors(self) -> str:
        found, words, language = self.facts.evidence, self.words["evidence"], self.language
        self.notes["evidence"] = self.documents.sponsors_note(found.resolution)
        present = [(group, n) for group, n in found.groups if n]
        # The group of the State addressed comes first: a colleague reads of colleagues.
        present.sort(key=lambda pair: pair[0] != self.facts.own_group)
        groups = [words["group"].format(n=n, name=self.words["groups"][group]) for group, n in present]
        observers = {
            key: language_of.joined([form(iso3, language) for iso3 in found.observers], language)
            for key, form in (("names", state_names.the), ("of_names", state_names.of))
        }
        return words["all_groups" if len(present) == len(found.groups) else "sponsors"].format(
            Res=capital(self.documents.dated(found.resolution)),
            res=self.documents.dated(found.resolution),
            about=words["about_own" if found.own else "about_other"],
            n=found.members,
            of_five="" if len(present) == len(found.groups) else self.words["words"]["of_five"][len(present)],
            groups=language_of.joined(groups, language),
            observers=words["observers"].format(**observers) if found.observers else "",
        )

    def _occasion(self) -> str:
        coming = self.facts.opportunity
        if coming is None:
            return ""
        certainty = "draft" if self.facts.signed else coming.certainty
        key = certainty if coming.session else f"{certainty}_no_session"
        session = speech.ordinal(coming.session, self.language) if coming.session else ""
        return self.words["occasion"][self.facts.request.key][key].format(year=coming.year, session=session)

    def _ask(self) -> str:
        asked = "again" if self.facts.again else "new"
        if self.facts.signed:
            asked = "signed"
        elif self.facts.kind == "main_sponsor":
            asked = "main_sponsor"
        if self.facts.observer:
            asked = f"observer_{asked}"
        if not self.facts.may_sponsor and not self.facts.signed:
            asked = "cannot_sponsor"
        return self.words["ask"][self.facts.request.key][asked]

    def spans(self, text: str) -> tuple[Span, ...]:
        """Text to spans; a text that has its footnote already gets no second one, but for the Declaration's title."""
        parts = _MARK.split(language_of.typeset(safe_xml(text), self.language))
        spans = []
        for i, part in enumerate(parts):
            if i % 2 == 0:
                spans += [Span(part)] if part else []
            elif part == "declaration" or self.notes[part].resolution not in [note.resolution for note in self.used]:
                self.used.append(self.notes[part])
                spans.append(Span("", note=len(self.used)))
        return tuple(spans)


def _note_spans(note: Note, language: str) -> tuple[Span, ...]:
    words = dict(note.links)
    cut = re.compile("(" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")")
    spans = []
    for i, piece in enumerate(safe_xml(note.text).split("*")):
        for part in cut.split(piece):
            if part:
                shown = part if part in words else language_of.typeset(part, language)
                spans.append(Span(shown, italic=i % 2 == 1, url=words.get(part, "")))
    return tuple(spans)


def _signed(signatories: Sequence[Signatory], placeholder: str) -> list[str]:
    lines = [", ".join(part for part in (who.name, who.title, who.organisation) if part) for who in signatories]
    return lines or [placeholder]
