"""Where the circles of small States stand on the map: at their States, moved apart where they would heap up."""

import numpy as np

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = np.sqrt(3) / 2
"""Equal Earth: B. Šavrič, T. Patterson, B. Jenny, International Journal of GIS 33 (2019)."""
SPAN = 2 * np.pi / (_M * _A[0])
"""Width of the world in the units of `project`."""


def project(lon: np.ndarray, lat: np.ndarray) -> np.ndarray:
    """Equal Earth: x and y of points in degrees, one row a point."""
    theta = np.arcsin(_M * np.sin(np.radians(lat)))
    return np.column_stack([np.radians(lon) * np.cos(theta) / _slope(theta), theta * _rise(theta)])


def unproject(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Longitude and latitude in degrees of points in the units of `project`."""
    theta = points[:, 1] / _A[0]
    for _ in range(8):
        theta = theta - (theta * _rise(theta) - points[:, 1]) / (_slope(theta) / _M)
    lon = points[:, 0] * _slope(theta) / np.cos(theta)
    return np.degrees(lon), np.degrees(np.arcsin(np.clip(np.sin(theta) / _M, -1, 1)))


def apart(points: np.ndarray, distance: float) -> np.ndarray:
    """The points moved as little as is needed so that no two are nearer than `distance`, and none than half of it to
    the edge of the world."""
    moved = points.astype(float) + np.linspace(-1e-6, 1e-6, 2 * len(points)).reshape(-1, 2)
    for _ in range(400):
        gap = moved[:, None] - moved[None]
        far = np.linalg.norm(gap, axis=2)
        np.fill_diagonal(far, np.inf)
        edge = project(np.full(len(moved), 180.0), unproject(moved)[1])[:, 0] - distance / 2
        if (far >= distance * 0.999).all() and (np.abs(moved[:, 0]) <= edge * 1.0001).all():
            break
        push = np.clip(distance / far - 1, 0, None) / 2
        moved = moved + (gap * push[..., None]).sum(axis=1) * 0.7
        moved[:, 0] = np.clip(moved[:, 0], -edge, edge)
    return moved


def _rise(theta: np.ndarray) -> np.ndarray:
    return _A[0] + _A[1] * theta**2 + theta**6 * (_A[2] + _A[3] * theta**2)


def _slope(theta: np.ndarray) -> np.ndarray:
    return _M * (_A[0] + 3 * _A[1] * theta**2 + theta**6 * (7 * _A[2] + 9 * _A[3] * theta**2))
