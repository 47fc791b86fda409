"""The whole record to take away: what stands in it explains itself."""

from __future__ import annotations

import io
import zipfile

import pandas as pd

from briefing.office import downloads
from data.words import CELLS, MEANING


def test_the_read_me_explains_each_value_and_the_stages(record) -> None:
    with zipfile.ZipFile(io.BytesIO(downloads.csv_zip(record))) as archive:
        said = archive.read("README.txt").decode()
        grid = pd.read_csv(archive.open("grid.csv"), keep_default_na=False)
        staged = pd.read_csv(archive.open("stage_grid.csv"), keep_default_na=False)
    for value, meaning in MEANING.items():
        assert f"  {value}: {meaning}." in said
    assert set(grid["value"]) == set(MEANING) == set(CELLS)
    assert len(grid) == len(record.rows("grid"))
    tabled = staged[staged["stage"].eq("tabled") & staged["resolution"].eq("A/RES/57/209")]
    assert tabled["value"].eq("sponsor").sum() == 59
    assert grid["withdrawn_list"].eq("A/RES/68/181#withdrawn").sum() == 36
