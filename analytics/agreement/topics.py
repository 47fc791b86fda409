"""Topics: who signs which subject among the other texts of the Third Committee, and not the texts on defenders."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from analytics.measures import Measures
from analytics.scope import Scope
from data.tongues.speech import to_say
from data.words import NOT_SPONSOR, SPONSOR, UNKNOWN

if TYPE_CHECKING:
    from data.store import Record

UNSORTED = to_say("Not sorted yet")
HERE = {
    SPONSOR: "sponsored a text on defenders in these years",
    NOT_SPONSOR: "on no list held of a text on defenders in these years, and known not to be on the latest whole one",
    UNKNOWN: "not known whether it sponsored a text on defenders in these years",
}
"""What is known of a State on the texts on defenders of the years of the other texts."""


def texts(record: Record, scope: Scope) -> pd.DataFrame:
    """The other texts of the years of the scope with their subject, by subject and year.

    Columns: other_id, resolution ("" where only the draft is held), session, year, title, stage, for_a_group (sponsored
    on behalf of one: its members are not named), subject (UNSORTED where none is declared), reason, names (Member
    States named on it). Drafts that were replaced, and amendments, are left out."""
    table = record.ask("topics", since=scope.since, until=scope.until)
    return table.assign(subject=table["subject"].replace("", UNSORTED))


def defenders(record: Record, scope: Scope) -> pd.DataFrame:
    """What is known of each Member State on the Assembly's texts on defenders in the years of the other texts in the
    scope; empty without one. Columns: iso3, here (a key of HERE), sponsored, opportunities (texts), since, until (years
    of the other texts)."""
    years = texts(record, scope)["year"]
    if years.empty:
        return pd.DataFrame(columns=["iso3", "here", "sponsored", "opportunities", "since", "until"])
    since, until = int(years.min()), int(years.max())
    table = Measures(record).times(Scope(("GA",), since, until))
    table = table[table["status"] == "member"]
    absent = table["reference_value"].eq(NOT_SPONSOR) & table["named_elsewhere"].map(len).eq(0)
    here = pd.Series(UNKNOWN, index=table.index).mask(absent, NOT_SPONSOR).mask(table["sponsored"] > 0, SPONSOR)
    kept = table[["iso3", "sponsored", "opportunities"]].assign(here=here, since=since, until=until)
    return kept.reset_index(drop=True)


def signers(record: Record, scope: Scope) -> pd.DataFrame:
    """Who signs which subject: one row a subject and Member State that is named on one of its texts.

    Being named is a fact; not being named is no "no" here, as of some texts only the draft is held. Columns: subject,
    iso3, short_name, un_group, signed (texts of the subject that name it), held (texts of the subject), texts (which),
    last_year, here (a key of HERE). By subject, then most texts first."""
    table = record.ask("signers", since=scope.since, until=scope.until)
    held = texts(record, scope)["subject"].value_counts()
    here = defenders(record, scope).set_index("iso3")["here"]
    return table.assign(
        texts=table["texts"].map(tuple), held=table["subject"].map(held), here=table["iso3"].map(here).fillna(UNKNOWN)
    )


def by_subject(signed: pd.DataFrame) -> pd.DataFrame:
    """`signers` counted: one row a subject, those first that most States sign which are not on defenders. Columns:
    subject, held (texts), states (that signed one), sponsor, not_sponsor, unknown (of these, by `here`)."""
    counts = signed.groupby(["subject", "held", "here"]).size().unstack("here", fill_value=0).reset_index()
    counts = counts.reindex(columns=["subject", "held", SPONSOR, NOT_SPONSOR, UNKNOWN], fill_value=0)
    counts.columns.name = None
    counts.insert(2, "states", counts[[SPONSOR, NOT_SPONSOR, UNKNOWN]].sum(axis=1))
    return counts.sort_values([NOT_SPONSOR, "subject"], ascending=[False, True]).reset_index(drop=True)
