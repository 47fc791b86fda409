"""What does a footnote of the letter say? Always a United Nations document, by its symbol and date."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from urllib.parse import unquote

import pandas as pd

from analytics.english import capital
from analytics.texts.drafts import Named
from briefing.letter.claims import Claim
from briefing.letter.language import joined, texts
from data.store import Record
from data.tongues.speech import day

DECLARATION = "A/RES/53/144"
WOMEN = "A/RES/68/181"


@dataclass(frozen=True)
class Note:
    """A footnote: `text` with *italics* in asterisks; `links` = (words in it, address)."""

    text: str
    resolution: str
    links: tuple[tuple[str, str], ...]


def _number(resolution: str) -> str:
    """ "74/146" of A/RES/74/146, "2000/61" of CHR 2000/61."""
    return "/".join(re.split(r"[/ ]", resolution)[-2:])


@lru_cache(maxsize=6)
def documents(record: Record, language: str) -> "Documents":
    """The documents of a record in a language, made once for a whole shortlist."""
    return Documents(record, language)


class Documents:
    """The documents of the record, worded in one language. All methods raise KeyError for an unknown text."""

    def __init__(self, record: Record, language: str):
        self.record, self.language = record, language
        self.words = texts(language)
        self.resolutions = {row["resolution"]: row for row in record.with_drafts.resolutions.to_dict("records")}
        used = record.rows("lists", used_for_analysis="yes")
        self.lists = {row["resolution"]: row for row in used.to_dict("records")}

    @cached_property
    def created(self) -> str:
        """The text that created the mandate."""
        texts = self.record.resolutions
        return str(texts.loc[texts["mandate_action"] == "created", "resolution"].iloc[0])

    def bare(self, resolution: str) -> str:
        """ "General Assembly resolution 74/146", without article or date."""
        body = self.resolutions[resolution]["body"]
        return self.words["resolution"][body].format(number=_number(resolution))

    def day(self, resolution: str) -> str:
        """The day of adoption in words."""
        return day(self.resolutions[resolution]["adopted_on"], self.language)

    def dated(self, resolution: str) -> str:
        """The text with article and date: "la resolución 74/146 de la Asamblea General, de 18 de diciembre de 2019"."""
        return self.words["resolution"]["dated"].format(res=self.bare(resolution), date=self.day(resolution))

    def own(self, resolution: str) -> str:
        """The text as its body's own: "its resolution 68/181 of 18 December 2013"."""
        return self.words["resolution"]["own"].format(number=_number(resolution), date=self.day(resolution))

    def of(self, resolution: str) -> str:
        """The same after "of"."""
        return self.words["resolution"]["of"].format(res=self.dated(resolution))

    def sponsored(self, resolution: str, draft: bool = False) -> str:
        """The same after "sponsor of": French and Spanish sponsor the draft. `draft`: the State is known to have
        stood behind the draft as tabled."""
        key = "sponsored_draft" if draft else "sponsored"
        return self.words["resolution"][key].format(res=self.dated(resolution))

    def symbol(self, resolution: str) -> str:
        """The symbol as the United Nations writes it ("E/CN.4/RES/2000/61" for CHR 2000/61)."""
        return unquote(self.resolutions[resolution]["official_url"].split("undocs.org/")[-1])

    def note(self, kind: str, resolution: str, **more: str | int) -> Note:
        """A footnote of a kind under [notes] for a text."""
        row = self.resolutions[resolution]
        text = self.words["notes"][kind].format(
            Res_dated=capital(self.dated(resolution)),
            res_dated=self.dated(resolution),
            Res_bare=capital(self.bare(resolution)),
            res_bare=self.bare(resolution),
            date=self.day(resolution),
            symbol=self.symbol(resolution),
            **more,
        )
        return Note(text, resolution, ((self.symbol(resolution), row["official_url"]),))

    def sponsors_note(self, resolution: str) -> Note:
        """The text and where its sponsors are listed: the UN document of the list, or who published it."""
        row = self.lists[resolution]
        documents = [part for part in row["document_symbol"].split(" and ") if part]
        if documents and documents != [self.symbol(resolution)]:
            # Single names out of statements are no list of sponsors.
            kind = "sponsor_named" if row["stage"] == "statement" else "sponsors_document"
            note = self.note(kind, resolution, document=joined(documents, self.language))
            return Note(note.text, resolution, (*note.links, (documents[0], row["official_url"])))
        if not documents and not row["read_at"]:
            return self.note("sponsors_unpublished", resolution)
        published = re.search(r"\(([^()]+)\)$", row["source_title"])
        source = published[1] if published else row["source_title"]
        source = self.words["published"].get(source, source)
        return self.note("sponsors_source", resolution, source=source)

    def draft_note(self, named: Named) -> Note:
        """A draft that is not adopted yet, and the document of it that names the State where that is another."""
        other = named.document not in ("", named.draft)
        text = self.words["notes"]["draft_document" if other else "draft"]
        url = self.resolutions[named.draft]["official_url"]
        links = {symbol: url.replace(named.draft, symbol) for symbol in (named.draft, named.document) if symbol}
        return Note(text.format(symbol=named.draft, document=named.document), named.draft, tuple(links.items()))

    def list_symbol(self, resolution: str) -> str:
        """The symbol of the document that names its sponsors: "E/CN.4/2000/L.37"."""
        return str(self.lists[resolution]["document_symbol"])

    def vote_note(self, resolution: str) -> Note:
        """The text and the result of the vote on it."""
        row = self.resolutions[resolution]
        tally = [row[key] for key in ("yes", "no", "abstain")]
        if any(pd.isna(number) for number in tally):
            return self.note("resolution", resolution)
        yes, no, abstained = map(int, tally)
        words = self.words["tally"]
        return self.note(
            "vote",
            resolution,
            yes=yes,
            no=no or words["none"],
            abstentions=words["abstentions"][min(abstained, 2)].format(n=abstained),
        )

    def claim_note(self, claim: Claim) -> Note:
        """The footnote that proves a claim."""
        return (self.vote_note if claim.source == "votes" else self.sponsors_note)(claim.resolution)
