from __future__ import annotations

import re
from pathlib import Path

import streamlit as st

from pages.shared.frame import head


def test_each_part_is_one_file_of_the_streamlit_that_is_installed():
    told = re.findall(r"/base/static/js/([\w.-]+\.js)", head.told("/base"))
    assert [name.split(".")[0] for name in told] == list(head._PARTS)
    served = Path(st.__file__).parent / "static" / "static" / "js"
    assert all((served / name).is_file() for name in told)
