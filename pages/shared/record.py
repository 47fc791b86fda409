"""The analytics tables that pages ask for, computed once for each version of the data.

Cached by keys (data version, body, group), never by frames; the frames are shared, so nobody changes them.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import streamlit as st

from analytics import breadth as breadth_of
from analytics import coverage as coverage_of
from analytics import grid, ladder, occasions, scope, trends, votes
from analytics.targets.targets import prospects as prospects_of
from data import store
from data.drafts import NOT_ADOPTED
from data.languages import languages
from pages.shared.memory import once


def record() -> store.Record:
    """The record in the project's database; read again when the file is replaced."""
    return store.record()


def cells(stage: str = "") -> pd.DataFrame:
    """analytics.grid.cells of the whole record, at a stage ("": each body's own)."""
    return _cells(record().version, stage)


@st.cache_resource(max_entries=8, show_spinner=False)
def _cells(version: str, stage: str) -> pd.DataFrame:
    return grid.cells(record(), stage)


def counts(stage: str = "") -> pd.DataFrame:
    """analytics.trends.counts of all texts."""
    return _counts(record().version, stage)


@st.cache_resource(max_entries=8, show_spinner=False)
def _counts(version: str, stage: str) -> pd.DataFrame:
    return trends.counts(cells(stage), record().claims)


def by_group(grouping: str = scope.UN_GROUP, stage: str = "") -> pd.DataFrame:
    """analytics.trends.by_group of all texts, by regional group or by political group."""
    return _by_group(record().version, grouping, stage)


@st.cache_resource(max_entries=16, show_spinner=False)
def _by_group(version: str, grouping: str, stage: str) -> pd.DataFrame:
    return trends.by_group(scope.group_of(cells(stage), record().group_members, grouping))


def breadth(stage: str = "") -> pd.DataFrame:
    """analytics.breadth.breadth of all texts."""
    return _breadth(record().version, stage)


@st.cache_resource(max_entries=8, show_spinner=False)
def _breadth(version: str, stage: str) -> pd.DataFrame:
    return breadth_of.breadth(by_group(stage=stage))


def standing(body: str, stage: str = "") -> pd.DataFrame:
    """analytics.ladder.ladder of one body."""
    return _ladder(record().version, body, stage)


@st.cache_resource(max_entries=24, show_spinner=False)
def _ladder(version: str, body: str, stage: str) -> pd.DataFrame:
    return ladder.ladder(cells(stage), body)


def coverage(drafts: bool = False) -> pd.DataFrame:
    """analytics.coverage.coverage of the record; `drafts`: with the texts that are not adopted yet."""
    return _coverage(record().version, drafts)


@st.cache_resource(max_entries=4, show_spinner=False)
def _coverage(version: str, drafts: bool) -> pd.DataFrame:
    return coverage_of.coverage(record().with_drafts if drafts else record())


def cast_votes() -> pd.DataFrame:
    """analytics.votes.with_stance of all recorded votes."""
    return _votes(record().version)


@st.cache_resource(max_entries=4, show_spinner=False)
def _votes(version: str) -> pd.DataFrame:
    return votes.with_stance(record().votes, record().resolutions)


def prospects(body: str, year: int) -> pd.DataFrame:
    """analytics.targets.targets.prospects for a coming text, with languages that missions are known to use."""
    return _prospects(record().version, body, year)


@st.cache_resource(max_entries=8, show_spinner="Reading the record of every State …")
def _prospects(version: str, body: str, year: int) -> pd.DataFrame:
    return prospects_of(record(), cells(), body, year, languages(record().mission_languages))


def coming() -> pd.DataFrame:
    """analytics.occasions.coming: the expected texts that are still ahead today."""
    return occasions.coming(record(), date.today())


@once()
def names() -> dict[str, str]:
    """Short name of each State and observer by ISO code, in alphabetical order of names."""
    states = record().states.sort_values("short_name")
    return dict(zip(states["iso3"], states["short_name"], strict=True))


@once()
def texts(bodies: tuple[str, ...] = scope.BODIES, drafts: bool = False) -> pd.DataFrame:
    """The rows of record.resolutions of some bodies, latest first, with a column `label` for pickers.

    `drafts`: with those that are not adopted yet, which their labels say."""
    rows = record().with_drafts.resolutions if drafts else record().resolutions
    rows = rows[rows["body"].isin(bodies)].sort_values("adopted_on", ascending=False)
    when = rows["year"].astype(str).mask(rows["adoption"] == NOT_ADOPTED, NOT_ADOPTED)
    label = rows["resolution"] + " (" + when + ") " + rows["short_title"]
    return rows.assign(label=label)
