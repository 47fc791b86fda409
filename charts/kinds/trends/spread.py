"""Labels that would lie on one another are moved apart, in their order and by no more than is needed."""

from __future__ import annotations

from collections.abc import Sequence


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres for labels of the given sizes, near the wanted centres, without overlap, within low..high.

    Answers in the order given. Where the labels do not fit between low and high they are packed from low.
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed: dict[int, float] = {}
    edge = low
    for i in order:
        centre = max(wanted[i], edge + sizes[i] / 2)
        placed[i] = centre
        edge = centre + sizes[i] / 2
    edge = max(high, low + sum(sizes))
    for i in reversed(order):
        placed[i] = min(placed[i], edge - sizes[i] / 2)
        edge = placed[i] - sizes[i] / 2
    return [placed[i] for i in range(len(wanted))]
