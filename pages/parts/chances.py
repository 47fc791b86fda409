"""A small forecast, secondary and switched off until asked for, and how good it is."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from analytics import backtest as tested
from analytics import forecast as told
from analytics.scope import BODY_NAMES
from pages.parts import link, tables


@st.cache_resource(max_entries=6, show_spinner=False)
def _forecast(version: str, body: str) -> pd.DataFrame:
    return told.forecast(tables.cells(), body)


@st.cache_resource(max_entries=6, show_spinner="Testing the forecast on our own lists …")
def _backtest(version: str, body: str) -> tested.Backtest:
    return tested.backtest(tables.cells(), body)


def section(body: str, year: int, picked: Sequence[str]) -> None:
    """The switch, the forecast of the chosen States (or of all), and its back-test."""
    st.header("A small forecast, if you want one", anchor=False)
    st.caption(
        "Past frequencies of each State, drawn towards those of all. No causes, no news, no talks in corridors."
    )
    if not link.toggle("Show the forecast", "forecast"):
        return
    version = tables.record().version
    table = _forecast(version, body)
    shown = table[table["iso3"].isin(picked)] if picked else table.sort_values("chance", ascending=False)
    view = shown[["short_name", "word", "sentence", "chance", "low", "high"]]
    st.dataframe(
        view.set_axis(["State", "In words", "What it rests on", "Chance", "Low", "High"], axis=1),
        hide_index=True,
        alt=f"Chances to sponsor the {BODY_NAMES[body]} text of {year}",
        column_config={
            name: st.column_config.NumberColumn(format="percent") for name in ("Chance", "Low", "High")
        },
    )
    st.caption(
        "Low and high: 80 % interval of the State's own chance. Nothing is said with fewer than three texts known."
    )
    st.subheader("How good is this?", anchor=False)
    result = _backtest(version, body)
    st.markdown(f"**{result.sentence}**")
    _scores(result)


def _scores(result: tested.Backtest) -> None:
    if result.texts.empty:
        return
    scores = pd.DataFrame(
        {
            "Measure": ["Brier score", "Skill against it", "… low", "… high"],
            "This forecast": [result.brier, None, None, None],
            "The average so far": [result.brier_base, *_skill(result.over_base)],
            "Same as last time": [result.brier_last, *_skill(result.over_last)],
        }
    )
    st.dataframe(scores, hide_index=True, alt="Scores of the forecast and of two simple rules")
    st.caption(
        "Brier score: mean squared error of the chance, 0 is perfect. Skill: 1 minus our score over the rule's; "
        "above 0 we do better. Low and high: 90 % interval, whole resolutions resampled."
    )
    picks = pd.DataFrame(
        [(f"First {top}", ours, random) for top, (ours, random) in result.precision.items()],
        columns=["Among those not on the list before", "Joined, of our first", "Joined, picked at random"],
    )
    st.dataframe(
        picks, hide_index=True, alt="Precision among non-sponsors",
        column_config={c: st.column_config.NumberColumn(format="percent") for c in picks.columns[1:]},
    )  # fmt: skip
    bins = result.calibration.rename(
        columns={
            "low": "From",
            "high": "To",
            "forecasts": "Forecasts",
            "forecast": "Mean chance",
            "happened": "Sponsored",
        }
    )
    st.dataframe(bins, hide_index=True, alt="Calibration: chance said and share that sponsored")
    with st.expander("Text by text"):
        st.dataframe(result.texts, hide_index=True, alt="Scores of each text tested")


def _skill(skill: tested.Skill) -> list[float]:
    return [skill.value, skill.low, skill.high]
