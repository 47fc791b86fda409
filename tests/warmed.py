"""What the house takes from others, loaded: the process from which tests.warm forks imports this."""

from __future__ import annotations

import gc
import importlib
import sys
import threading

from tests.warm import HOUSE, ROOT, let_go

sys.path.insert(0, str(ROOT))
importlib.import_module("streamlit.web.cli")
folders = {*HOUSE, "pages/shared", "pages/news"} - {"pages", "run"}  # all else in pages/ runs at once
for path in (path for folder in sorted(folders) for path in (ROOT / folder).rglob("*.py")):
    parts = path.relative_to(ROOT).with_suffix("").parts
    if parts[-1] not in ("__init__", "__main__"):
        importlib.import_module(".".join(parts))
let_go()
gc.freeze()
assert threading.active_count() == 1, "a thread would not be there in a fork"
