"""What cannot be done as asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from negotiate.files.suggest import closest, listed
from negotiate.text.clean import one_line


class RefusedError(Exception):
    """The message says why, and what there is instead."""


def instead(word: str, known: Iterable[str], there_is: str) -> str:
    """The end of such a message: the name that was probably meant, or all that there are."""
    names: Sequence[str] = [one_line(name) for name in known]
    near = closest(word, names)
    if near:
        return f"; did you mean `{near}`?"
    return f" ({there_is}: {listed(names, 20)})" if names else ""
