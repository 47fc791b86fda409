"""A small forecast, secondary and switched off until asked for, and how good it is."""

from collections.abc import Callable, Mapping, Sequence

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from analytics.english import count, decimal, percent
from analytics.forecast import backtest as tested
from analytics.forecast import forecast as told
from analytics.scope import BODY_NAMES
from pages.shared.address import address as link
from pages.shared.record import record as tables
from pages.shared.record.memory import once

_HEADS = {
    "resolution": "Resolution",
    "year": "Year",
    "cells": "States tested",
    "sponsors": "Sponsored",
    "brier": "Brier score",
    "brier_base": "Of the average so far",
    "brier_last": "Of the same as last time",
    "non_sponsors": "Not on the list before",
    "joined": "Of these joined",
    **{f"top{top}": f"Joined, of our first {top}" for top in tested.TOPS},
}


@once()
def _forecast(body: str) -> pd.DataFrame:
    return told.forecast(tables.record(), body)


@once(spinner="Testing the forecast on our own lists …")
def _backtest(body: str) -> tested.Backtest:
    events = tables.record().events
    return tested.backtest(tables.record(), body, set(events.loc[events["kind"] == "withdrawal", "resolution"]))


def section(body: str, year: int, codes: Sequence[str]) -> None:
    """The switch, the forecast of these States in their order (observers have none), and its back-test."""
    st.header("A small forecast, if you want one", anchor=False)
    st.caption("Past frequencies of each State, drawn towards those of all. No causes, no news, no talks.")
    if not link.toggle("Show the forecast", "forecast"):
        return
    table = _forecast(body)
    shown = table.set_index("iso3").loc[[iso3 for iso3 in codes if iso3 in set(table["iso3"])]]
    said = shown["word"] != ""
    view = pd.DataFrame(
        {
            "State": shown["short_name"],
            "In words": shown["word"].where(said, "nothing is said"),
            "Sponsored": [
                f"{made} of {count(known, 'text')}"
                for made, known in zip(shown["sponsored"], shown["known"], strict=True)
            ],
            "Chance": shown["chance"].map(told.percent).where(said, ""),
            "Interval": [
                f"{told.percent(low)} to {told.percent(high)}"
                for low, high in zip(shown["low"], shown["high"], strict=True)
            ],
        }
    )
    view["Interval"] = view["Interval"].where(said, "")
    st.dataframe(view, hide_index=True, alt=f"Chances to sponsor the {BODY_NAMES[body]} text of {year}")
    st.caption(
        "The States ticked above, else all that the list shows. Interval: 80 %, of the State's own chance. Nothing is "
        "said with fewer than three texts known."
    )
    st.subheader("How good is this?", anchor=False)
    result = _backtest(body)
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
    st.dataframe(
        _told(scores, dict.fromkeys(scores.columns[1:], decimal), ""),
        hide_index=True,
        placeholder="",
        alt="Scores of the forecast and of two simple rules",
    )
    st.caption(
        "Brier score: mean squared error of the chance, 0 is perfect. Skill: 1 minus our score over the rule's; "
        "above 0 we do better. Low and high: 90 % interval, whole resolutions resampled."
    )
    picks = pd.DataFrame(
        [(f"First {top}", ours, random) for top, (ours, random) in result.precision.items()],
        columns=["Among those not on the list before", "Joined, of our first", "Joined, picked at random"],
    )
    st.dataframe(
        _told(picks, dict.fromkeys(picks.columns[1:], percent)), hide_index=True, alt="Precision among non-sponsors"
    )
    if result.caveat:
        st.caption(result.caveat)
    bins = result.calibration
    bins = pd.DataFrame(
        {
            "Chance said": [
                f"{percent(low)} to {percent(high)}" for low, high in zip(bins["low"], bins["high"], strict=True)
            ],
            "Forecasts": bins["forecasts"],
            "On average": bins["forecast"],
            "Sponsored": bins["happened"],
        }
    )
    st.dataframe(
        _told(bins, dict.fromkeys(bins.columns[2:], percent)),
        hide_index=True,
        alt="Calibration: chance said and share that sponsored",
    )
    st.caption("The last two should be alike. Where fewer sponsored than was said on average, it promises too much.")
    with st.expander("Text by text"):
        texts = result.texts.rename(columns=_HEADS)
        form = {_HEADS[name]: decimal for name in result.texts.select_dtypes("float")}
        form |= {_HEADS[f"top{top}"]: percent for top in tested.TOPS}
        st.dataframe(_told(texts, form), hide_index=True, placeholder="–", alt="Scores of each text tested")


def _told(table: pd.DataFrame, form: Mapping[str, Callable[[float], str]], empty: str = "–") -> Styler:
    """A table whose numbers can be sorted, and are shown as they are read."""
    return table.style.format(dict(form), na_rep=empty)


def _skill(skill: tested.Skill) -> list[float]:
    return [skill.value, skill.low, skill.high]
