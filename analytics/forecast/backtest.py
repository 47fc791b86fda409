"""How good the forecast is: each text is forecast from the ones before it, and held against what happened.

A rolling back-test on our own lists. The unit of uncertainty is a whole resolution, not a State: on one
text all States move together. Brier (1950) score; skill against the average of earlier texts and against
"same as last time".
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics.english import listing, percent
from analytics.forecast.forecast import Table, opportunities
from analytics.forecast.moments import Moments, tested_moments, top_shares
from data.words import BODY_NAMES

if TYPE_CHECKING:
    from data.store import Record

TOPS = (10, 20)
BINS = (0.0, 0.1, 0.33, 0.66, 0.9, 1.0)
DRAWS, SEED, MASS = 2000, 1998, 0.9


@dataclass(frozen=True, eq=False)
class Skill:
    """1 - our Brier score / the reference's: above 0 the forecast is better, at 1 perfect. low, high: 90 %
    interval over resampled resolutions (NaN with fewer than three). best: the text on which ours did best
    against the reference; without_best: the skill when it is left out (NaN with one text), to show what
    rests on one text."""

    value: float
    low: float
    high: float
    best: str = ""
    without_best: float = float("nan")


@dataclass(frozen=True, eq=False)
class Backtest:
    """The result for one body. All scores are means over the texts tested, each text weighing the same.

    texts: one row a text tested: resolution, year, cells (States forecast), sponsors (of them), brier,
    brier_base, brier_last, non_sponsors (States that were not on the list before), joined (of them, on
    this one), top10, top20 (share of the first 10 and 20 of them by forecast that joined). calibration:
    one row a bin: low, high, forecasts (State and text), forecast (mean), happened (share that sponsored;
    both NaN in an empty bin). precision: by 10 and 20, (ours, picked at random) means over texts; caveat: what it
    rests on, where sponsors had withdrawn from the text before ("" if nowhere). sentence: the verdict.
    """

    body: str
    texts: pd.DataFrame
    brier: float
    brier_base: float
    brier_last: float
    over_base: Skill
    over_last: Skill
    precision: dict[int, tuple[float, float]]
    caveat: str
    calibration: pd.DataFrame
    sentence: str


def backtest(record: Record, body: str, withdrawn: Collection[str] = ()) -> Backtest:
    """Forecast every text of the body from the earlier ones, and score it. withdrawn: texts sponsors withdrew from.

    Only cells of Members that are known and have at least three complete opportunities before the text. Nothing is used
    that was not known on the day before: neither the later lists nor a later estimate of the average.
    """
    past = opportunities(record, body)
    years = dict(zip(*(record.resolutions[column].to_numpy() for column in ("resolution", "year")), strict=True))
    scored, binned = zip(*((_scores(one, years), _binned(one)) for one in tested_moments(past)), strict=True)
    texts = pd.DataFrame({name: np.concatenate([one[name] for one in scored]) for name in scored[0]})
    scores = {name: _mean(texts[name]) for name in ("brier", "brier_base", "brier_last")}
    over_base, over_last = _skills(texts)
    precision = {top: _precision(texts, top) for top in TOPS}
    return Backtest(
        body=body,
        texts=texts,
        **scores,
        over_base=over_base,
        over_last=over_last,
        precision=precision,
        caveat=_caveat(texts, past.columns.tolist(), withdrawn),
        calibration=_calibration(sum(binned)),
        sentence=_sentence(body, texts, over_base, over_last),
    )


def _scores(moments: Moments, years: Mapping[str, int]) -> dict[str, NDArray[np.generic]]:
    """By column of Backtest.texts, a value a text."""
    tested, happened = moments.tested, moments.happened
    absent = tested & (moments.last == 0)
    picked = np.where(absent, moments.chance, np.nan)
    return {
        "resolution": moments.names,
        "year": np.array([years[name] for name in moments.names], dtype=int),
        "cells": tested.sum(axis=0),
        "sponsors": happened.sum(axis=0, where=tested).astype(int),
        "brier": moments.brier(moments.chance),
        "brier_base": moments.brier(moments.base),
        "brier_last": moments.brier(moments.last),
        "non_sponsors": absent.sum(axis=0),
        "joined": happened.sum(axis=0, where=absent).astype(int),
        **{f"top{top}": top_shares(picked, happened, top) for top in TOPS},
    }


def _mean(column: pd.Series) -> float:
    return float(column.mean()) if len(column) else float("nan")


def _precision(texts: pd.DataFrame, top: int) -> tuple[float, float]:
    tested = texts[texts["non_sponsors"] > 0]
    return _mean(tested[f"top{top}"]), _mean(tested["joined"] / tested["non_sponsors"])


def _caveat(texts: pd.DataFrame, order: list[str], withdrawn: Collection[str]) -> str:
    """What precision rests on: who withdrew and comes back on the next text looks like a new sponsor foreseen."""
    after = [text for before, text in zip(order, order[1:], strict=False) if before in withdrawn]
    back = texts[texts["resolution"].isin(after)]
    rest = texts[~texts["resolution"].isin(after)]
    if back.empty or rest.empty:
        return ""
    said = [
        f"{row.joined} of the {row.non_sponsors} not on the list before joined {row.resolution} ({row.year}), after "
        "sponsors had withdrawn from the text before it"
        for row in back.itertuples()
    ]
    shares = [(top, *_precision(rest, top)) for top in TOPS]
    without = [
        f"{percent(ours)} of the first {top} ({percent(chance)} picked at random)" for top, ours, chance in shares
    ]
    return f"{listing(said)}. Without {'that text' if len(back) == 1 else 'these texts'}: {listing(without)}."


def _skills(texts: pd.DataFrame) -> tuple[Skill, Skill]:
    """The skill against the average of earlier texts, and against "same as last time"."""
    scores = texts[["brier", "brier_base", "brier_last"]].to_numpy(float)
    means = np.empty((DRAWS, 3))
    if len(texts) >= 3:
        # Whole texts are drawn again and again (cluster bootstrap), always the same draws: the page must not flicker.
        random = np.random.default_rng(SEED)
        for draw in means:
            drawn = random.integers(0, len(texts), len(texts), dtype=np.uint32)
            draw[:] = np.bincount(drawn, minlength=len(texts)) @ scores / len(texts)
    base, last = (_skill(texts["resolution"], scores[:, [0, at]], means[:, [0, at]]) for at in (1, 2))
    return base, last


def _skill(names: pd.Series, scores: Table, means: Table) -> Skill:
    """scores: ours and those of the reference, a row a text; means: the same, a row a draw of texts."""
    nan = float("nan")
    ours, theirs = scores.T
    if theirs.sum() == 0:
        return Skill(nan, nan, nan)
    value = float(1 - ours.mean() / theirs.mean())
    best = int(np.argmax(theirs - ours))
    rest = np.arange(len(scores)) != best
    without = float(1 - ours[rest].mean() / theirs[rest].mean()) if theirs[rest].sum() > 0 else nan
    if len(scores) < 3:
        return Skill(value, nan, nan, names[best], without)
    means = means[means[:, 1] > 0]
    low, high = np.quantile(1 - means[:, 0] / means[:, 1], [(1 - MASS) / 2, (1 + MASS) / 2])
    return Skill(value, float(low), float(high), names[best], without)


def _binned(moments: Moments) -> Table:
    """How many forecasts are in each bin, their sum, and how many of them came true."""
    chance, happened = moments.chance[moments.tested], moments.happened[moments.tested]
    at = np.searchsorted(BINS[1:-1], chance, side="right")
    return np.array([np.bincount(at, of, minlength=len(BINS) - 1) for of in (np.ones_like(chance), chance, happened)])


def _calibration(binned: Table) -> pd.DataFrame:
    number, *sums = binned
    with np.errstate(invalid="ignore"):
        forecast, happened = (each / number for each in sums)
    table = {"low": BINS[:-1], "high": BINS[1:], "forecasts": number.astype(int)}
    return pd.DataFrame(table | {"forecast": forecast, "happened": happened})


def _sentence(body: str, texts: pd.DataFrame, over_base: Skill, over_last: Skill) -> str:
    """The verdict in words, also where it is against the forecast."""
    if texts.empty:
        return (
            f"The forecast for the {BODY_NAMES[body]} cannot be tested: too few complete lists are held. "
            "Read it as a count of the past, no more."
        )
    number = f"{len(texts)} {'text' if len(texts) == 1 else 'texts'}"
    wins = int((texts["brier"] < texts["brier_last"]).sum())
    base = "better" if over_base.value > 0 else "no better"
    said = f"On {number} forecast from the ones before, it did {base} than the average of all States, "
    if np.isnan(over_last.value):
        return said + "and “same as last time” was never wrong."
    if over_last.value <= 0:
        verdict = "and did not beat “same as last time”"
    elif over_last.low > 0:
        verdict = "and beat “same as last time”"
    else:
        verdict = "and cannot be told apart from “same as last time”"
    details = [f"skill {over_last.value:.2f}"]
    if not np.isnan(over_last.low):
        details.append(f"90 % interval {over_last.low:.2f} to {over_last.high:.2f}")
    if not np.isnan(over_last.without_best):
        details.append(f"{over_last.without_best:.2f} without {over_last.best}, its best text")
    details.append(f"better on {wins} of {len(texts)}")
    return f"{said}{verdict} ({'; '.join(details)})."
