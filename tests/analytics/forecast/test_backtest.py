"""The back-test: figures worked out by hand, and no look into the future."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analytics.forecast.backtest import backtest
from analytics.forecast.moments import top_shares
from tests import made

# Before 2007 every State sponsored one of three: all alike, so the prior is flat and every chance is (1 + 1) / 5.
ALIKE = "2001 2003 2005 2007\nAAA S n n S\nBBB n S n n\nCCC n n S n"


def test_figures_by_hand():
    found = backtest(made.drawn(ALIKE), "GA")
    (row,) = found.texts.to_dict("records")
    assert (row["resolution"], row["year"], row["cells"], row["sponsors"]) == ("GA 2007", 2007, 3, 1)
    assert found.brier == row["brier"] == pytest.approx((0.6**2 + 0.4**2 + 0.4**2) / 3)
    assert found.brier_base == pytest.approx(((2 / 3) ** 2 + 2 * (1 / 3) ** 2) / 3)
    assert found.brier_last == pytest.approx(2 / 3)  # wrong on AAA and on CCC
    assert found.over_last.value == pytest.approx(1 - 0.68 / 2)
    assert found.over_base.value == pytest.approx(1 - 0.68 / (2 / 3))
    # CCC was on the list before; AAA and BBB were not, and AAA joined. Both have the same chance.
    assert (row["non_sponsors"], row["joined"], row["top10"], row["top20"]) == (2, 1, 0.5, 0.5)
    assert found.precision == {10: (0.5, 0.5), 20: (0.5, 0.5)}
    bins = found.calibration.set_index("low")
    assert bins["forecasts"].to_dict() == {0.0: 0, 0.1: 0, 0.33: 3, 0.66: 0, 0.9: 0}
    assert bins.loc[0.33, "forecast"] == pytest.approx(0.4)
    assert bins.loc[0.33, "happened"] == pytest.approx(1 / 3)
    assert math.isnan(bins.loc[0.9, "happened"])
    assert "no better than the average of all States" in found.sentence
    assert "beat “same as last time” (skill 0.66" not in found.sentence  # one text proves nothing


def test_one_text_has_no_interval():
    found = backtest(made.drawn(ALIKE), "GA")
    assert math.isnan(found.over_last.low)
    assert math.isnan(found.over_last.without_best)
    assert "cannot be told apart from “same as last time”" in found.sentence


def test_three_texts_by_hand():
    """The same three States go on: each text is scored apart, and each weighs the same."""
    found = backtest(made.drawn("2001 2003 2005 2007 2009\nAAA S n n S n\nBBB n S n n S\nCCC n n S n ?"), "GA")
    first, second = found.texts.to_dict("records")
    assert first["brier"] == pytest.approx(0.68 / 3)
    # Before 2009: 2, 1 and 1 of 4, alike but for chance: flat prior, chances 3/6, 2/6, 2/6; CCC is not known.
    assert second["cells"] == 2
    assert second["brier"] == pytest.approx(((3 / 6) ** 2 + (4 / 6) ** 2) / 2)
    assert second["brier_base"] == pytest.approx(((4 / 12) ** 2 + (8 / 12) ** 2) / 2)
    assert second["brier_last"] == pytest.approx(1.0)
    assert found.brier == pytest.approx((first["brier"] + second["brier"]) / 2)
    assert found.over_last.best == "GA 2009"
    assert found.over_last.without_best == pytest.approx(1 - first["brier"] / first["brier_last"])


def test_it_says_so_when_same_as_last_time_is_better():
    """Two States change places once and stay: frequencies learn slowly, "same as last time" at once."""
    years = " ".join(str(2001 + i) for i in range(9))
    found = backtest(made.drawn(f"{years}\nAAA n n n S S S S S S\nBBB S S S n n n n n n"), "GA")
    assert found.over_last.value < 0
    assert "did not beat “same as last time”" in found.sentence
    assert "better on 1 of 6" in found.sentence or "better on 0 of 6" in found.sentence


def test_it_says_so_when_last_time_is_never_wrong():
    found = backtest(made.drawn("2001 2003 2005 2007\nAAA S S S S\nBBB S S S S\nCCC n n n n\nDDD n n n n"), "GA")
    assert found.brier_last == 0
    assert math.isnan(found.over_last.value)
    assert found.sentence.endswith("“same as last time” was never wrong.")


def test_too_few_lists_are_said(record):
    for body, name in (("HRC", "Human Rights Council"), ("CHR", "Commission on Human Rights")):
        found = backtest(record, body)
        assert found.texts.empty
        assert math.isnan(found.brier)
        assert found.sentence.startswith(f"The forecast for the {name} cannot be tested")


def of_one_text(chance: list[float], happened: list[float], top: int) -> float:
    (share,) = top_shares(np.array([chance]).T, np.array([happened], float).T, top)
    return float(share)


@pytest.mark.parametrize(
    ("chance", "happened", "top", "share"),
    [
        ([0.9, 0.8, 0.1], [1, 0, 1], 2, 0.5),
        ([0.9, 0.8, 0.1], [1, 0, 1], 10, 2 / 3),
        ([0.9, 0.5, 0.5, 0.5], [1, 1, 0, 0], 2, (1 + 1 / 3) / 2),  # one place for three equals
        ([0.5, 0.5], [0, 1], 1, 0.5),
    ],
)
def test_the_first_by_forecast(chance, happened, top, share):
    assert of_one_text(chance, happened, top) == pytest.approx(share)
    # States that are not among those picked from play no role.
    assert of_one_text([math.nan, *chance, math.nan], [1, *happened, 0], top) == pytest.approx(share)


def test_without_candidates_there_is_no_share():
    assert math.isnan(of_one_text([math.nan], [1], 10))


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.5, 0.9]), st.booleans()), min_size=1, max_size=25), st.randoms())
def test_the_order_among_equals_plays_no_role(pairs, random):
    shuffled = random.sample(pairs, len(pairs))
    one, other = (of_one_text([c for c, _ in some], [h for _, h in some], 10) for some in (pairs, shuffled))
    assert one == pytest.approx(other)


def test_precision_says_what_it_rests_on(record):
    """Who withdrew in 2013 came back in 2015: precision without that text stands beside the one with it."""
    found = backtest(record, "GA", {"A/RES/68/181"})
    texts = found.texts.set_index("year")
    rest = texts.drop(index=2015)
    joined, absent = texts.loc[2015, ["joined", "non_sponsors"]]
    assert f"{joined} of the {absent} not on the list before joined A/RES/70/161 (2015)" in found.caveat
    for top in (10, 20):
        at_random = (rest["joined"] / rest["non_sponsors"]).mean()
        assert (
            f"{100 * rest[f'top{top}'].mean():.0f} % of the first {top} ({100 * at_random:.0f} % picked at random)"
            in found.caveat
        )
        assert found.precision[top][0] > rest[f"top{top}"].mean()
    assert backtest(record, "GA").caveat == ""
    assert backtest(record, "HRC", {"A/RES/68/181"}).caveat == ""


def test_nothing_later_is_used(record):
    """A record that ends in 2017 gives the same scores for its texts."""
    whole = backtest(record, "GA").texts
    early = backtest(made.until(2017), "GA").texts
    pd.testing.assert_frame_equal(whole.head(len(early)), early)
    assert len(early) == len(whole) - 2


def test_the_record_is_tested_on_twelve_texts(record):
    found = backtest(record, "GA")
    assert list(found.texts["year"]) == [2001, 2002, 2003, 2004, 2005, 2007, 2009, 2013, 2015, 2017, 2019, 2023]
    assert found.calibration["forecasts"].sum() == found.texts["cells"].sum()
    assert found.brier == pytest.approx(found.texts["brier"].mean())
    assert found.over_last.low <= found.over_last.value <= found.over_last.high
    # The withdrawal of 2013 makes the forecast look better in 2015: the sentence says what is left without it.
    assert found.over_last.best == "A/RES/70/161"
    assert f"{found.over_last.without_best:.2f} without A/RES/70/161" in found.sentence
    again = backtest(record, "GA").over_last
    assert (again.low, again.high) == (found.over_last.low, found.over_last.high)
