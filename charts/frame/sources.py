"""The source line: which UN documents a picture rests on, and the day of the record."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from urllib.parse import urlsplit

import pandas as pd

from analytics.english import long_date
from data.tongues.speech import clauses, headed, say, to_say
from data.words import REPORTED

UN_BOUNDARIES = to_say(
    "The designations employed and the presentation of material on this map do not imply the expression of any "
    "opinion whatsoever on the part of the Secretariat of the United Nations concerning the legal status of any "
    "country, territory, city or area or of its authorities, or concerning the delimitation of its frontiers or "
    "boundaries."
)
"""The United Nations' own sentence, to stand under every map."""
BOUNDARIES_CREDIT = to_say("Boundaries: UN Geodata, as built by Plotly")
_FAMILIES = (
    (re.compile(r"A/(\d+)/49 \(Vol\. I\)"), to_say("{first} to {last} ({n} volumes)")),
    (re.compile(r"A/C\.3/(\d+)/L\.\S+( and .*)?"), to_say("{first} to {last} ({n} drafts)")),
    (re.compile(r"E/CN\.4/(\d+)/L\.\S+"), to_say("{first} to {last} ({n} drafts)")),
    (re.compile(r"A/HRC/(?:RES/)?(\d+)/\S+"), to_say("{first} to {last} ({n} documents)")),
)
"""Documents of one series, by the number of their session or year, and what several of them are said to be."""


def source_line(
    lists: pd.DataFrame,
    resolutions: Iterable[str],
    on: date | str = "",
    claims: pd.DataFrame | None = None,
    extra: str = "",
) -> str:
    """ "Source: A/74/49 (Vol. I), A/72/49 (Vol. I); record of 23 November 2026".

    `lists`: the rows of record.lists that the picture rests on; those of `resolutions` are named, newest last.
    `claims`: rows of record.claims whose numbers are drawn: the sites that report them are named. A list without a UN
    document is named as such, and whether it is published (an e-mail, a colleague's, notes are not). More than three
    volumes of the Official Records become a span."""
    wanted = list(resolutions)
    rows = lists[lists["resolution"].isin(wanted)]
    symbols = [s for s in rows["document_symbol"] if s]
    documents = [*shorten(dict.fromkeys(symbols))]
    others = rows[rows["document_symbol"].eq("")]
    for said, mine in (
        (to_say("a published list for {texts}"), others["read_at"].ne("")),
        (to_say("an unpublished list for {texts}"), others["read_at"].eq("")),
    ):
        if mine.any():
            documents.append(say(said, texts=", ".join(dict.fromkeys(others.loc[mine, "resolution"]))))
    urls = [] if claims is None else claims.loc[claims["resolution"].isin(wanted), "source_url"]
    sites = sorted({urlsplit(url).netloc.removeprefix("www.") for url in urls} - {""})
    reported = headed(say("reported numbers"), ", ".join(sites)) if sites else ""
    named = [part for part in (", ".join(documents), reported, extra) if part]
    said = headed(say("Source"), clauses(named) or say("no list of sponsors is held"))
    day = long_date(date.fromisoformat(on) if isinstance(on, str) else on) if on else ""
    return clauses([said, say("record of {day}", day=day)]) if day else said


def reported(claims: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """The rows of record.claims whose number is drawn (Measures.counts): where no whole list is held."""
    drawn = counts[counts["status"].isin(REPORTED) & counts["shown"].eq(counts["claimed"])]
    numbers = dict(zip(drawn["resolution"], drawn["shown"], strict=True))
    same = [numbers.get(r, -1) == n for r, n in zip(claims["resolution"], claims["count"], strict=True)]
    return claims[pd.Series(same, index=claims.index, dtype=bool) & claims["kind"].isin(("final", "at adoption"))]


def shorten(symbols: Iterable[str], limit: int = 3) -> Sequence[str]:
    """Symbols, with more than `limit` documents of one series (_FAMILIES) written as one span."""
    symbols = list(symbols)
    for pattern, span_of in _FAMILIES:
        found = sorted((s for s in symbols if pattern.fullmatch(s)), key=lambda s: int(pattern.fullmatch(s)[1]))
        if len(found) > limit:
            at = symbols.index(found[0])
            span = say(span_of, first=found[0], last=found[-1], n=len(found))
            symbols = [*symbols[:at], span, *(s for s in symbols[at:] if s not in found)]
            symbols = [s for s in symbols if s not in found]
    return [symbol.replace(" and ", say(" and ")) for symbol in symbols]
