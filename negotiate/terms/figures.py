"""Numbers and counted things in words."""

from __future__ import annotations

import re
from fractions import Fraction

_SINGULARS = {
    **{"people": "person", "men": "man", "women": "woman", "children": "child"},
    **{"series": "series", "species": "species", "buses": "bus"},
}
_TAIL = re.compile(r" (?:per|of|in|for|a|an|under|over) .*")
"""What follows the thing counted: "tonnes of grain", "barrels a day"."""

_SINGULAR_IN_S = ("ss", "us", "is")
_LONG_PLURALS = ("sses", "shes", "ches", "xes")
_SHORTEST_PLURAL = 4
"""Letters: "ms" and "gas" are no plurals, "tons" is one."""


def show_number(value: int | Fraction | float) -> str:
    """85,000 · 3.67 · 1/3 (a fraction only where no decimal says it)."""
    if isinstance(value, float) or value.denominator == 1:
        return f"{int(value):,}"
    places = _decimal_places(value.denominator)
    if places is None:
        return f"{value.numerator:,}/{value.denominator:,}"
    shifted = int(abs(value) * 10**places)
    sign = "-" if value < 0 else ""
    return f"{sign}{shifted // 10**places:,}.{shifted % 10**places:0{places}d}"


def _decimal_places(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator takes; None where they never end."""
    powers = {2: 0, 5: 0}
    for prime in powers:
        while denominator % prime == 0:
            denominator //= prime
            powers[prime] += 1
    return max(powers.values()) if denominator == 1 else None


def counted(name: str, value: int | Fraction | float) -> str:
    """The unit for a count: "1 troop", "2 troops"."""
    return singular(name) if value == 1 else name


def with_unit(number: str, name: str) -> str:
    """ "85,000 troops", "5%"."""
    return f"{number}{name}" if name.startswith("%") else f"{number} {name}".rstrip()


def singular(name: str) -> str:
    """ "country" of "countries", "barrel a day" of "barrels a day". No English plural stays as it is."""
    if tail := _TAIL.search(name):
        return singular(name[: tail.start()]) + tail[0]
    if name in _SINGULARS:
        return _SINGULARS[name]
    if not name.endswith("s") or name.endswith(_SINGULAR_IN_S) or len(name) < _SHORTEST_PLURAL:
        return name
    if name.endswith("ies"):
        return name[:-3] + "y"
    return name[:-2] if name.endswith(_LONG_PLURALS) else name[:-1]
