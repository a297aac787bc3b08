"""YAML as a stream of events, and where that stream breaks off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from negotiate.files.source.agreement import TOO_HIGH

DEEPEST = 64  # no real file comes near; libyaml takes 27 s for 100,000 open brackets and its composer crashes


def loader() -> Any:
    """libyaml's loader, or PyYAML's own where that is missing: the same events, some 20 times slower."""
    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def events(text: str) -> Callable[[], Any]:
    """Gives the events of a text without forbidden characters, one by one, and None after the last.

    What `yaml.parse` yields, without its generator and its check before each event: a fifth faster. Calls raise what
    `failure` understands.
    """
    get_event: Callable[[], Any] = loader()(text).get_event
    return get_event


class Failure(NamedTuple):
    """Why a text is no YAML: the parser's words, where it noticed, and where what it was reading began."""

    words: str
    at: int
    since: int
    quoted: tuple[int, int] = (0, 0)  # the last scalar in quotes before

    def began(self, text: str) -> int:
        """The likeliest place to blame: a quote or a bracket not closed, a key without a colon."""
        if self.ran_away(text):
            return self.quoted[0]
        if "quoted scalar" in self.words or "flow" in self.words or "simple key" in self.words:
            return self.since
        return self.at

    @property
    def is_depth(self) -> bool:
        """libyaml from 0.2.6 on gives up at 1,000 levels, which it sees long before the events of the first 64."""
        return "maximum nesting depth" in self.words

    def earliest(self, text: str) -> int:
        return min(self.at, self.began(text))

    def ran_away(self, text: str) -> bool:
        """Whether it was noticed behind a quotation of several lines: then its first quote was never closed."""
        start, end = self.quoted
        return "\n" in text[start:end] and "\n" not in text[end : self.at]


def failure(error: Exception, text: str, quoted: tuple[int, int] = (0, 0)) -> Failure:
    """What an exception raised by `events` says."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        at = min(mark.index, len(text)) if mark else 0
        since = error.context_mark.index if error.context_mark else at
        return Failure(f"{error.problem or ''} {error.context or ''}".strip(), at, since, quoted)
    found = TOO_HIGH.search(text)  # chr() refuses it: a ValueError of Python's own, without a place
    at = found.start() if found else 0
    return Failure("invalid Unicode character escape code" if found else str(error), at, at, quoted)
