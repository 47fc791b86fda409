"""What DuckDB answers, as a pandas frame: the one place that decides how values look in the rest of the house."""

import gc
from collections.abc import Iterable

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

Value = str | int | bool | list[str] | list[int] | None
"""What a question can be given."""

# Arrow's own pool keeps what was freed: a server would grow with the largest answer that it ever gave.
pa.set_memory_pool(pa.system_memory_pool())

_TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
"""What pandas calls str."""


def give_back(held: Iterable[pd.DataFrame] = ()) -> None:
    """Collect garbage, and give the memory that answers took and that is free to the system. Of the frames that are
    `held`, pandas forgets who looked at a column and is gone; unasked, not before there are 500."""
    gc.collect()  # never gc.get_objects: what it lists cannot be finished by the thread that is making it
    for frame in held:
        of_axes = (getattr(axis, "_references", None) for axis in frame.axes)
        for looks in (*(block.refs for block in frame._mgr.blocks), *of_axes):
            if looks is not None:
                looks.has_reference()
    pa.default_memory_pool().release_unused()


def framed(table: pa.Table) -> pd.DataFrame:
    """The answer with text "" where it is not known, dates as datetime.date or None, INTEGER as Int64 (missing: <NA>),
    counts (BIGINT) as int64, lists as arrays."""
    return pd.DataFrame({name: _column(table.column(name)) for name in table.column_names})


def _column(column: pa.ChunkedArray) -> np.ndarray | pd.api.extensions.ExtensionArray:
    if pa.types.is_dictionary(column.type):
        column = column.cast(pa.string())
    kind = column.type
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        text: pd.api.extensions.ExtensionArray = pd.array(pc.fill_null(column, ""), dtype=_TEXT)
        return text
    if pa.types.is_date(kind):
        coded = column.combine_chunks().dictionary_encode()
        days = np.array([*coded.dictionary.to_pylist(), None], dtype=object)
        found: np.ndarray = days[pc.fill_null(coded.indices, len(days) - 1).to_numpy(zero_copy_only=False)]
        return found
    if pa.types.is_integer(kind) and not (pa.types.is_int64(kind) and not column.null_count):
        missing = column.is_null().to_numpy()
        return pd.arrays.IntegerArray(pc.fill_null(column, 0).cast(pa.int64()).to_numpy(), missing)
    other: np.ndarray = column.to_numpy()
    return other
