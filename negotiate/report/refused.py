"""What cannot be done as asked."""

from __future__ import annotations


class RefusedError(Exception):
    """The message says why, and what there is instead."""
