"""The record and its measures, as pages ask for them; what was made is remembered with the record."""

from datetime import date

import pandas as pd

from analytics import scope
from analytics.measures import Measures
from analytics.targets.targets import prospects as prospects_of
from analytics.texts import occasions
from data import store
from data.drafts import NOT_ADOPTED
from data.names import Names
from files.paths import SOURCES
from pages.shared.record.memory import once


def record() -> store.Record:
    """The record in the project's database; another one when the file is replaced."""
    return store.record()


def measures() -> Measures:
    """The measures of the record."""
    return Measures(record())


def counts(stage: str = "") -> pd.DataFrame:
    """Measures.counts of all texts."""
    return measures().counts(scope.Scope.whole(stage=stage))


def coverage(drafts: bool = False) -> pd.DataFrame:
    """Measures.coverage of the record; `drafts`: with the texts that are not adopted yet."""
    return Measures(record().with_drafts if drafts else record()).coverage()


def prospects(body: str, year: int) -> pd.DataFrame:
    """analytics.targets.targets.prospects for a coming text."""
    return prospects_of(record(), body, year)


def coming() -> pd.DataFrame:
    """analytics.texts.occasions.coming: the expected texts that are still ahead today."""
    return occasions.coming(record(), date.today())


@once()
def names() -> dict[str, str]:
    """Short name of each State and observer by ISO code, in alphabetical order of names."""
    states = record().states.sort_values("short_name")
    return dict(zip(states["iso3"], states["short_name"], strict=True))


@once()
def spellings() -> dict[str, str]:
    """What a picker of States offers: each State by its code, then every other name that is known for one, such as
    "TUR:Turkey", labelled with the State that it means. What somebody types finds the State by any of them."""
    states = names()
    offered = {iso3: f"{name} ({iso3})" for iso3, name in states.items()}
    known, seen = Names.from_files(SOURCES), {label.lower() for label in states.values()}
    for iso3, name in states.items():
        for form in known.known(iso3):
            if form.lower() not in seen:
                seen.add(form.lower())
                offered[f"{iso3}:{form}"] = f"{form}: {name} ({iso3})"
    return offered


def meant(chosen: str) -> str:
    """The ISO code of what was chosen of `spellings`."""
    return chosen.partition(":")[0]


@once()
def texts(bodies: tuple[str, ...] = scope.BODIES, drafts: bool = False) -> pd.DataFrame:
    """The rows of record.resolutions of some bodies, latest first, with a column `label` for pickers. `drafts`: with
    those that are not adopted yet, which their labels say."""
    rows = record().with_drafts.resolutions if drafts else record().resolutions
    rows = rows[rows["body"].isin(bodies)].sort_values("adopted_on", ascending=False)
    when = rows["year"].astype(str).mask(rows["adoption"] == NOT_ADOPTED, NOT_ADOPTED)
    label = rows["resolution"] + " (" + when + ") " + rows["short_title"]
    return rows.assign(label=label)
