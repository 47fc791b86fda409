"""How likely a State is to sponsor the next text: shrunk frequencies, with intervals, in words before
numbers.

Beta-binomial model (Skellam 1948): each State sponsors a text of the body with a chance of its own; these
chances follow a Beta distribution over all States. The two parameters of that distribution are estimated
from the same body (method of moments, Kleinman 1973), and the chance of one State is the mean of its
posterior, Beta(a + sponsored, b + missed): its own frequency, drawn towards that of all. No order in time,
no causes, no other data.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from analytics import english
from analytics.measures import Measures
from analytics.scope import Scope
from analytics.texts.texts import STAGE
from data.words import CELLS, NOT_SPONSOR, SPONSOR, WHOLE

if TYPE_CHECKING:
    from data.store import Record

ENOUGH = 3
MASS = 0.8
# The scale of the Intergovernmental Panel on Climate Change (Mastrandrea et al. 2010), from the top.
WORDS = (
    (0.9, "Very likely"),
    (0.66, "Likely"),
    (0.33, "About as likely as not"),
    (0.1, "Unlikely"),
    (0.0, "Very unlikely"),
)


class Prior(NamedTuple):
    """A Beta distribution of the States' chances: mean a / (a + b); the larger a + b, the more they are
    alike."""

    a: float
    b: float

    @property
    def mean(self) -> float:
        """The chance of a State of which nothing is known."""
        return self.a / (self.a + self.b)


FLAT = Prior(1.0, 1.0)
Table = NDArray[np.float64]
Numbers = pd.Series | Table


def opportunities(record: Record, body: str) -> pd.DataFrame:
    """The complete opportunities of a body: Members' known cells on texts whose final list is complete or has a known
    gap. One row a State (iso3), one column a text (resolution) in order of adoption: 1 sponsor, 0 not, NaN where it is
    not known; without States and texts of which nothing is."""
    measures, scope = Measures(record), Scope.whole((body,))
    texts, states = measures.texts(scope), record.states["iso3"].to_numpy()
    whole = (texts["completeness"].isin(WHOLE) & texts["stage"].eq(STAGE)).to_numpy()
    codes = measures.codes(scope)[whole].T  # in which observers have other numbers
    made, not_made = (codes == list(CELLS).index(value) for value in (SPONSOR, NOT_SPONSOR))
    known = made | not_made
    rows, columns = known.any(axis=1), known.any(axis=0)
    told = np.where(known, made, np.nan)[np.ix_(rows, columns)]
    return pd.DataFrame(told, index=states[rows], columns=texts["resolution"].to_numpy()[whole][columns])


def prior(sponsored: Numbers, known: Numbers) -> Prior:
    """The Beta distribution that fits the States of one body, by the method of moments (Kleinman 1973).

    sponsored, known: texts, one number a State; each State weighs as much as it has opportunities. FLAT
    where the States do not differ in more than chance, or all or none sponsor: then nothing can be estimated.
    """
    (a,), (b,) = priors(np.asarray(sponsored, float)[:, None], np.asarray(known, float)[:, None])
    return Prior(float(a), float(b))


def priors(sponsored: Table, known: Table) -> tuple[Table, Table]:
    """`prior` at many moments: one row a State, one column a moment. Returns its a and b, a number a moment."""
    some = known > 0
    number = np.maximum(known, 1)
    weight = known / np.maximum(known.sum(axis=0), 1)
    share = sponsored / number
    mean = (weight * share).sum(axis=0)
    spread = (weight * (share - mean) ** 2).sum(axis=0)
    rest = weight * (1 - weight)
    by_chance, room = (rest / number).sum(axis=0), rest.sum(axis=0)
    variance = mean * (1 - mean)
    with np.errstate(divide="ignore", invalid="ignore"):
        alike = (spread - variance * by_chance) / (variance * (room - by_chance))
        total = 1 / np.minimum(alike, 0.99) - 1
    told = (some.sum(axis=0) >= 2) & (variance > 0) & (room > by_chance) & (alike > 0)
    return np.where(told, mean * total, FLAT.a), np.where(told, (1 - mean) * total, FLAT.b)


def beta_cdf(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function I_x(a, b): the mass of Beta(a, b) below x.

    By its continued fraction (NIST DLMF 8.17.22), evaluated by Lentz's method; to about 1e-12.
    """
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1.0 - beta_cdf(1 - x, b, a)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    front = math.exp(scale + a * math.log(x) + b * math.log1p(-x)) / a
    tiny = 1e-300
    c, d, value = 1.0, 0.0, 1.0
    for step in range(600):
        m = step // 2
        if step == 0:
            term = 1.0
        elif step % 2 == 0:
            term = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        else:
            term = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        d = 1 + term * d or tiny
        c = 1 + term / c or tiny
        d = 1 / d
        value *= c * d
        if step and abs(1 - c * d) < 1e-14:
            break
    return front * (value - 1.0)


def beta_quantile(mass: float, a: float, b: float) -> float:
    """The x below which Beta(a, b) has this mass (0 to 1), to 1e-9: Newton's steps, halving where one leads astray."""
    low, high, x = 0.0, 1.0, a / (a + b)
    scale = math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)
    for _ in range(200):
        over = beta_cdf(x, a, b) - mass
        low, high = (low, x) if over > 0 else (x, high)
        step = over * math.exp(min(-scale - (a - 1) * math.log(x) - (b - 1) * math.log1p(-x), 700.0))
        if abs(step) < 1e-12 or high - low < 1e-12:
            return x
        x = x - step if low < x - step < high else (low + high) / 2
    return x


def word(chance: float) -> str:
    """A chance in words: very likely (90 % and more), likely (66), about as likely as not (33), unlikely
    (10), …"""
    return next(say for least, say in WORDS if chance >= least)


def forecast(record: Record, body: str) -> pd.DataFrame:
    """The chance of each Member State to sponsor the next text of the body, as its past frequency alone
    tells.

    Columns: iso3, short_name, un_group, known (complete opportunities), sponsored (of these), chance (0 to
    1), low, high (of the 80 % interval of the State's own chance), word, sentence. For a State with fewer
    than three complete opportunities the numbers are NaN, the word is "" and the sentence says that
    nothing is said.
    """
    cells = Measures(record).cells(texts=Measures(record).texts()["resolution"][-1:])
    states = cells[cells["status"] == "member"].drop_duplicates("iso3").sort_values("iso3")
    past = opportunities(record, body)
    known, sponsored = (
        each.reindex(states["iso3"], fill_value=0) for each in (past.count(axis=1), past.sum(axis=1).astype(int))
    )
    fitted = prior(sponsored, known)
    intervals: dict[tuple[int, int], tuple[float, float]] = {}
    rows = []
    for made, number in zip(sponsored, known, strict=True):
        rows.append((number, made, *_told(int(made), int(number), fitted, intervals)))
    columns = ["known", "sponsored", "chance", "low", "high", "word", "sentence"]
    told = pd.DataFrame(rows, columns=columns)
    return states[["iso3", "short_name", "un_group"]].reset_index(drop=True).join(told)


def percent(chance: float) -> str:
    """A chance as a percentage; never 0 or 100, as no frequency makes anything certain."""
    told = "under " if chance < 0.01 else "over " if chance > 0.99 else ""
    return told + english.percent(min(max(chance, 0.01), 0.99))


def _told(
    made: int, number: int, fitted: Prior, intervals: dict[tuple[int, int], tuple[float, float]]
) -> tuple[float, float, float, str, str]:
    """Chance, low, high, word and sentence; intervals: those found so far, by numbers."""
    if number < ENOUGH:
        nan = float("nan")
        said = f"Nothing is said: fewer than {ENOUGH} complete lists tell whether it sponsored."
        return nan, nan, nan, "", said
    a, b = fitted.a + made, fitted.b + number - made
    if (made, number) not in intervals:
        tail = (1 - MASS) / 2
        intervals[made, number] = beta_quantile(tail, a, b), beta_quantile(1 - tail, a, b)
    low, high = intervals[made, number]
    chance = a / (a + b)
    said = (
        f"{word(chance)}: sponsored {made} of {number} texts; drawn towards the average of all States that makes "
        f"{percent(chance)} ({english.percent(MASS)} interval {percent(low)} to {percent(high)})."
    )
    return chance, low, high, word(chance), said
