"""How the measures ask the record: a question at the stages of a scope, its answer remembered where it is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from analytics.scope import Scope

if TYPE_CHECKING:
    from data.frames import Value
    from data.store import Record


@dataclass(frozen=True)
class Questions:
    """Asks one record."""

    record: Record

    def stages(self, stage: str = "") -> dict[str, str]:
        """The stage at which each body is read when `stage` is asked for: its series' where it does not offer it."""
        offered = set(zip(self.record.stages["body"], self.record.stages["stage"], strict=True))
        return {body: stage if (body, stage) in offered else own for body, own in self.record.series.items()}

    def _ask(self, question: str, scope: Scope, **more: Value) -> pd.DataFrame:
        stages = self.stages(scope.stage)
        series = [f"{body} {stages[body]}" for body in scope.bodies]
        return self.record.ask(question, series=series, since=scope.since, until=scope.until, **more)

    def _is_kept(self, scope: Scope) -> bool:
        """Whether the ladder is in the file: of the whole history of each body's own series, without drafts."""
        whole = scope == Scope.whole(scope.bodies, grouping=scope.grouping)
        return whole and (self.record.whole is not None or self.record.drafts.empty)

    def _kept(self, question: str, scope: Scope, **more: str) -> pd.DataFrame:
        key = (question, replace(scope, grouping=Scope.grouping), *more.items())
        return self.record.remembered.get(key, lambda: self._ask(question, scope, **more))


def some(chosen: Collection[str] | None) -> list[str] | None:
    """What is chosen, as a question takes it; None for all."""
    return None if chosen is None else sorted(set(chosen))


def as_tuple(values: np.ndarray | None) -> tuple[str | int, ...]:
    """A list out of the file, or () where it holds none."""
    return () if values is None else tuple(values.tolist())
