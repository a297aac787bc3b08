"""The bar at the right edge of what we draw ourselves."""

from __future__ import annotations


def thumb(total: int, body: int, top: int) -> range:
    """The lines of a window of ``body`` lines that its thumb covers; none where all ``total`` lines are in view."""
    if total <= body:
        return range(0)
    size = max(1, body * body // total)
    start = round((body - size) * top / max(1, total - body))
    return range(start, start + size)
