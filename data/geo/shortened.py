"""A line or an outline as a short path of SVG: whole steps of a grid, relative to one another, straight runs in one."""

from collections.abc import Iterator

import numpy as np


def shortened(points: np.ndarray, closed: bool, step: float = 1) -> str:
    """The path through points (one a row, x and y, y downwards), each moved to the next crossing of a grid. `step`: of
    the grid, in the units of the points; those that two outlines share stay shared. "" for what has no length, or for
    an outline no area, on that grid."""
    steps = np.rint(points / step).astype(int)
    steps = steps[np.r_[True, np.diff(steps, axis=0).any(axis=1)]]
    if closed and len(steps) > 1 and (steps[0] == steps[-1]).all():
        steps = steps[:-1]
    if len(steps) < (3 if closed else 2):
        return ""
    runs = " ".join(f"{x * step:g} {y * step:g}" for x, y in _straight(np.diff(steps, axis=0)))
    return f"M{steps[0][0] * step:g} {steps[0][1] * step:g}l{runs}{'z' if closed else ''}".replace(" -", "-")


def _straight(steps: np.ndarray) -> Iterator[tuple[int, int]]:
    """Steps, those that go on in the very direction of the one before made one."""
    (x, y), *more = steps.tolist()
    for dx, dy in more:
        if x * dy == y * dx and x * dx + y * dy > 0:
            x, y = x + dx, y + dy
        else:
            yield x, y
            x, y = dx, dy
    yield x, y
