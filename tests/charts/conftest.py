"""Every kind of chart on the real record, and on scopes in which little or nothing is known."""

from __future__ import annotations

import pytest

from tests.charts.gallery import Gallery


@pytest.fixture(scope="session")
def gallery(record) -> Gallery:
    return Gallery(record)
