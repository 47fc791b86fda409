"""What DuckDB answers, as a pandas frame: the one place that decides how values look in the rest of the house."""

import gc

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from pandas._libs.internals import BlockValuesRefs

Value = str | int | bool | list[str] | list[int] | None
"""What a question can be given."""

# Arrow's own pool keeps what was freed: a server would grow with the largest answer that it ever gave.
pa.set_memory_pool(pa.system_memory_pool())

_TEXT = pd.StringDtype("pyarrow", na_value=np.nan)
"""What pandas calls str."""


_frozen: list[BlockValuesRefs] = []


def freeze() -> None:
    """What is held now stays, and the collection of garbage need not go through it any more."""
    give_back()
    _frozen.extend(_views())
    gc.freeze()


def give_back() -> None:
    """Collect garbage, and give the memory that answers took and that is free to the system."""
    gc.collect()
    for views in (*_frozen, *_views()):
        views.has_reference()
    pa.default_memory_pool().release_unused()


def _views() -> list[BlockValuesRefs]:
    """Where pandas notes who looks at a column; asked, it forgets those who are gone, else not before there are 500."""
    return [held for held in gc.get_objects() if isinstance(held, BlockValuesRefs)]


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
