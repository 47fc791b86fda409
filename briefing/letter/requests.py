"""What may a letter ask for, when is the next occasion, and which figures show support from all regions?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from analytics.measures import Measures
from analytics.scope import UN_GROUPS, Scope
from data.store import Record


@dataclass(frozen=True)
class Request:
    """A request: `key` for commands and texts, `body` asked (HRC, GA), `renews` the mandate or not (None: the body has
    one kind of text only), `about` one line for people."""

    key: str
    body: str
    renews: bool | None
    about: str

    def asks_for(self, body: str, what: str) -> bool:
        """Whether a row of opportunities.csv is an occasion for this request."""
        return body == self.body and self.renews in (None, "mandate" in what.lower())


REQUESTS = {
    request.key: request
    for request in (
        Request("assembly", "GA", None, "General Assembly: the resolution on human rights defenders"),
        Request("thematic", "HRC", False, "Human Rights Council: the thematic resolution on human rights defenders"),
        Request("mandate", "HRC", True, "Human Rights Council: renewal of the mandate of the Special Rapporteur"),
    )
}
"""One for each kind of text that opportunities.csv expects: a test holds the two together."""


def requests_for(opportunities: pd.DataFrame, body: str, year: int) -> list[str]:
    """Keys of the requests for the text of a body and year; of all the body's where no such text is expected."""
    rows = opportunities[opportunities["body"].eq(body) & opportunities["year"].eq(year)]
    asked = [key for key, one in REQUESTS.items() if any(one.asks_for(body, what) for what in rows["what"])]
    return asked or [key for key, one in REQUESTS.items() if one.body == body]


def request(key: str) -> Request:
    """The request with this key. Raises ValueError that names those there are."""
    if key not in REQUESTS:
        raise ValueError(f"No request {key!r}; there are {', '.join(REQUESTS)}.")
    return REQUESTS[key]


def earlier_texts(record: Record, request: Request) -> frozenset[str]:
    """The adopted texts of the kind that the request asks for: renewals of the mandate (in the Commission too), the
    Council's other texts, or those of the Assembly."""
    texts = record.resolutions
    own, renewed = texts["body"].eq(request.body), texts["mandate_action"].eq("renewed")
    kind = renewed if request.renews else own & ~renewed if request.renews is False else own
    return frozenset(texts.loc[kind, "resolution"])


@dataclass(frozen=True)
class Opportunity:
    """The next occasion: year, session (None where not known), certainty (expected, inferred)."""

    body: str
    year: int
    session: int | None
    what: str
    certainty: str


def next_opportunity(opportunities: pd.DataFrame, request: Request, today: date) -> Opportunity | None:
    """The earliest row of `opportunities` for the request that is not past on `today`; None if there is none."""
    rows = opportunities[opportunities["year"].ge(today.year)]
    rows = rows[[request.asks_for(row.body, row.what) for row in rows.itertuples()]]
    if rows.empty:
        return None
    row = rows.sort_values("year", kind="stable").iloc[0]
    session = None if pd.isna(row["session"]) else int(row["session"])
    return Opportunity(row["body"], int(row["year"]), session, row["what"], row["certainty"])


@dataclass(frozen=True)
class Evidence:
    """Figures of cross-regional support, all from lists that are held.

    resolution: the body's latest text with a complete final list; own: whether it is of the kind that the request
    asks for; members, observers (codes) named on it; groups:
    (regional group, sponsors) in the usual order; later: (resolution, names held) of a newer text whose final
    list has a gap, a lower bound, or None; renewals: (resolution, year) of the mandate at the Council, in order;
    unopposed: whether each of these was adopted without a vote."""

    resolution: str
    own: bool
    members: int
    observers: tuple[str, ...]
    groups: tuple[tuple[str, int], ...]
    later: tuple[str, int] | None
    renewals: tuple[tuple[str, int], ...]
    unopposed: bool

    @property
    def groups_present(self) -> int:
        return sum(1 for _, sponsors in self.groups if sponsors)


def evidence(record: Record, request: Request) -> Evidence | None:
    """The figures for a request, or None where no complete final list of its body is held. Numbers reported by others
    (count_claims.csv) are not used: a letter states only what can be shown name by name."""
    measures = Measures(record)
    counts = measures.counts(Scope.whole((request.body,)))
    complete = counts[counts["status"] == "complete"]
    if complete.empty:
        return None
    row = complete.iloc[-1]
    cells = measures.cells(texts=[row["resolution"]])
    named = cells[cells["value"].eq("sponsor")]
    by_group = named[named["status"] == "member"]["un_group"].value_counts()
    later = counts[(counts["adopted_on"] > row["adopted_on"]) & (counts["status"] == "gap")]
    texts = record.resolutions
    renewals = texts[texts["body"].eq("HRC") & texts["mandate_action"].eq("renewed")].sort_values("adopted_on")
    return Evidence(
        resolution=row["resolution"],
        own=row["resolution"] in earlier_texts(record, request),
        members=int(row["sponsors"]),
        observers=tuple(sorted(named[named["status"] == "observer"]["iso3"])),
        groups=tuple((group, int(by_group.get(group, 0))) for group in UN_GROUPS),
        later=(later.iloc[-1]["resolution"], int(later.iloc[-1]["sponsors"])) if len(later) else None,
        renewals=tuple((r.resolution, int(r.year)) for r in renewals.itertuples()),
        unopposed=bool(renewals["adoption"].eq("without a vote").all()) and len(renewals) > 0,
    )
