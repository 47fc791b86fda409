"""The forecast: a frequency drawn towards that of all, with its interval, or nothing at all."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.forecast.forecast import ENOUGH, FLAT, beta_cdf, beta_quantile, forecast, opportunities, prior, word
from tests import made


@pytest.mark.parametrize("x", [0.01, 0.2, 0.5, 0.8, 0.99])
def test_beta_cdf_of_known_forms(x):
    assert beta_cdf(x, 1, 1) == pytest.approx(x, abs=1e-12)
    assert beta_cdf(x, 0.5, 0.5) == pytest.approx(2 / math.pi * math.asin(math.sqrt(x)), abs=1e-12)
    assert beta_cdf(x, 1, 3) == pytest.approx(1 - (1 - x) ** 3, abs=1e-12)


@given(st.integers(1, 12), st.integers(1, 12), st.floats(0.001, 0.999))
def test_beta_cdf_is_the_tail_of_a_binomial(a, b, x):
    n = a + b - 1
    tail = sum(math.comb(n, k) * x**k * (1 - x) ** (n - k) for k in range(a, n + 1))
    assert beta_cdf(x, a, b) == pytest.approx(tail, abs=1e-11)


@settings(max_examples=60)
@given(st.floats(0.05, 30), st.floats(0.05, 30), st.floats(0.02, 0.98))
def test_the_quantile_is_the_inverse_and_the_two_tails_agree(a, b, mass):
    x = beta_quantile(mass, a, b)
    assert 0 <= x <= 1
    if 1e-6 < x < 1 - 1e-6:
        assert beta_cdf(x, a, b) == pytest.approx(mass, abs=1e-5)
    assert beta_cdf(0.3, a, b) == pytest.approx(1 - beta_cdf(0.7, b, a), abs=1e-11)


def test_the_prior_of_a_made_population_is_found_again():
    random = np.random.default_rng(7)
    number = random.integers(3, 12, 6000)
    made_ = random.binomial(number, random.beta(0.8, 1.2, 6000))
    found = prior(pd.Series(made_), pd.Series(number))
    assert found.mean == pytest.approx(0.4, abs=0.02)
    assert found.a + found.b == pytest.approx(2.0, abs=0.15)


@pytest.mark.parametrize(
    ("sponsored", "known"),
    [([1, 1, 1], [3, 3, 3]), ([0, 0], [4, 4]), ([4, 4], [4, 4]), ([2], [3]), ([], []), ([0, 0], [0, 0])],
)
def test_where_nothing_can_be_estimated_the_prior_is_flat(sponsored, known):
    assert prior(pd.Series(sponsored, dtype=float), pd.Series(known, dtype=float)) == FLAT


def test_the_prior_by_hand():
    # p = 1/2, S = (1/4 + 0 + 0 + 1/4) / 4 = 1/8; sum w(1-w)/n = 3/16; sum w(1-w) = 3/4.
    # alike = (1/8 - 1/4 * 3/16) / (1/4 * (3/4 - 3/16)) = (5/64) / (9/64) = 5/9, so a + b = 9/5 - 1 = 4/5.
    found = prior(pd.Series([4, 2, 2, 0]), pd.Series([4, 4, 4, 4]))
    assert (found.a, found.b) == (pytest.approx(0.4), pytest.approx(0.4))


def test_a_forecast_by_hand():
    table = forecast(made.drawn("2001 2003 2005 2007\nAAA S S S S\nBBB S n S n\nCCC n S n S\nDDD n n n n"), "GA")
    rows = table.set_index("iso3")
    assert rows.loc["AAA", "chance"] == pytest.approx(4.4 / 4.8)
    assert rows.loc["BBB", "chance"] == pytest.approx(0.5)
    assert rows.loc["AAA", "word"] == "Very likely"
    assert rows.loc["DDD", "word"] == "Very unlikely"
    assert table[["known", "sponsored"]].dtypes.map(pd.api.types.is_integer_dtype).all(), "texts are whole"
    assert rows.loc["BBB", "sentence"].startswith("About as likely as not: sponsored 2 of 4 texts; ")
    for row in rows.itertuples():
        assert row.low < row.chance < row.high
        assert beta_cdf(row.high, 0.4 + row.sponsored, 4.4 - row.sponsored) == pytest.approx(0.9, abs=1e-6)


def test_nothing_for_a_state_with_fewer_than_three_complete_opportunities():
    lists = {2009: ("partial", "final"), 2011: ("complete", "tabled")}
    picture = "2001 2003 2005 2009 2011\nAAA S S ? S S\nBBB S S S S S\nCCC - - n ? t"
    table = forecast(made.drawn(picture, lists=lists), "GA").set_index("iso3")
    for iso3, known in (("AAA", 2), ("CCC", 1)):
        assert table.loc[iso3, "known"] == known < ENOUGH
        assert table.loc[iso3, ["chance", "low", "high"]].isna().all()
        assert table.loc[iso3, "word"] == ""
        assert table.loc[iso3, "sentence"].startswith("Nothing is said")
    assert table.loc["BBB", "known"] == 3


def test_complete_opportunities_are_final_lists_of_one_body(record):
    found = opportunities(record, "GA")
    assert len(found.columns) == 15
    assert not set(found.columns) & {"A/RES/66/164", "A/RES/76/174"}  # a revised draft; single names
    assert not set(found.index) & {"PSE", "VAT"}
    assert found["A/RES/78/216"].count() == 193 - 22


def test_words_on_the_record(record):
    table = forecast(record, "GA").set_index("iso3")
    assert table.loc["NOR", "word"] == "Very likely"
    assert table.loc["CHN", "word"] == "Very unlikely"
    assert table.loc["MLI", "word"] == "About as likely as not"
    told = table[table["known"] >= ENOUGH]
    assert (told["low"] < told["chance"]).all()
    assert (told["chance"] < told["high"]).all()


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (1.0, "Very likely"),
        (0.9, "Very likely"),
        (0.89, "Likely"),
        (0.5, "About as likely as not"),
        (0.33, "About as likely as not"),
        (0.2, "Unlikely"),
        (0.0, "Very unlikely"),
    ],
)
def test_words(chance, expected):
    assert word(chance) == expected


def test_nothing_is_said_to_be_certain(record):
    said = forecast(record, "GA").set_index("iso3")["sentence"]
    assert "under 1 % to" in said["CHN"]
    assert "to over 99 %" in said["NOR"]
    assert not said.str.contains(r"\b(?:0|100)%").any()
