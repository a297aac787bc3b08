"""What a term about an order of steps states, clause by clause, as it was written: without what follows from it.

A region forgets what was said: in "A first" and "B before C" it finds A before C implied. Whoever asks a party to
drop one thing must know which others it said as well.
"""

from __future__ import annotations

from itertools import chain, product
from typing import NamedTuple

from negotiate.terms.lags import BEFORE, Bound, needed
from negotiate.terms.language import ANYTHING_BUT, begins_with_name, is_bracketed, read_term, split
from negotiate.terms.order import Orders, Sequences
from negotiate.terms.order_words import stated_bounds
from negotiate.terms.region import TooComplex
from negotiate.terms.timetables import Timetables

Way = tuple[Bound, ...]
"""Bounds that hold together."""

Clause = tuple[Way, ...]
"""Ways of which one is enough."""

MOST_WAYS = 100


class Stated(NamedTuple):
    """A clause. ``follows_from``: the broader words of which it is one of several, as "A first" or "A then B then C";
    "" where it is all that they say."""

    clause: Clause
    follows_from: str = ""


def stated(domain: Sequences, words: str) -> list[Stated]:
    """The clauses of words that can be read: all of them hold, and of each one way. Raises TooComplex."""
    parts = split(" ".join(words.split()), ";")
    return [each for part in parts for each in _stated(domain, part)]


def ways_of(clauses: list[Clause]) -> list[Way]:
    """Each way to keep all the clauses. Raises TooComplex."""
    found: list[Way] = [()]
    for clause in clauses:
        found = [tuple(dict.fromkeys((*one, *other))) for one, other in product(found, clause)]
        if len(found) > MOST_WAYS:
            raise TooComplex(f"more than {MOST_WAYS} ways to keep an order")
    return found


def _stated(domain: Sequences, text: str) -> list[Stated]:
    """One clause, or several where brackets or a chain of steps join them."""
    parts = split(text, "or")
    if len(parts) == 1 and is_bracketed(text) and not begins_with_name(domain, text):
        return stated(domain, text[1:-1].strip())
    ways = list(chain.from_iterable(_ways(domain, part) for part in parts))
    if len(ways) == 1 and all(bound.limit == BEFORE for bound in ways[0]):
        broader = text if len(ways[0]) > 1 else ""
        return [Stated(((bound,),), broader) for bound in ways[0]]
    return [Stated(tuple(ways))]


def _ways(domain: Sequences, text: str) -> list[Way]:
    lowered = text.casefold()
    if begins_with_name(domain, text):
        return [tuple(stated_bounds(domain, text))]
    if is_bracketed(text):
        return ways_of([each.clause for each in stated(domain, text[1:-1].strip())])
    if lowered == "anything":
        return [()]
    if lowered == "nothing":
        return []
    assert lowered.startswith(ANYTHING_BUT)
    (given,), region = domain.everything.networks, read_term(domain, text).region
    assert isinstance(region, Orders | Timetables)
    return [tuple(needed(network, given)) for network in region.networks]
