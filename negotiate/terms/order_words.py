"""Words of sequences of steps."""

from __future__ import annotations

import re
from itertools import pairwise

from negotiate.terms.lag_words import LENGTH, Stated, read_lag
from negotiate.terms.lags import Bound, before
from negotiate.terms.names import as_written, brief, leading_name, near, plain
from negotiate.terms.order import Sequences
from negotiate.terms.term import Term, TermError

_LINKS = ("before", "then")
_LENGTH = re.compile(LENGTH, re.I)
_LATER = re.compile(rf" {LENGTH}", re.I)
_GIVEN = "it goes against what is `given` for everybody"


def read_order_atom(domain: Sequences, text: str) -> Term:
    """Read one alternative of a term about the order of steps. Raises TermError."""
    stated = read_lag(domain.steps, text) or Stated(_read_order(domain, text))
    region = domain.bounded(stated.bounds)
    if region.is_empty:
        raise _cannot_hold(domain, text)
    return Term(text, region, unit=stated.unit, about=stated.about)


def stated_bounds(domain: Sequences, text: str) -> list[Bound]:
    """What an alternative states, without what follows from it. Raises TermError."""
    return (read_lag(domain.steps, text) or Stated(_read_order(domain, text))).bounds


def _read_order(domain: Sequences, text: str) -> list[Bound]:
    chain, ending = _read_chain(domain, text)
    names = [domain.steps[step] for step in chain]
    if ending and len(chain) > 1:
        hint = f"write `{names[-1]} {ending}` by itself, after a `;`"
        raise TermError(f"`{ending}` goes with one step only", hint, text)
    if ending:
        others = [other for other in range(len(domain.steps)) if other != chain[0]]
        return [before((chain[0], other) if ending == "first" else (other, chain[0])) for other in others]
    if len(chain) < 2:
        hint = f"write `{names[0]} first`, or `{names[0]} before` another step"
        raise TermError("this names one step and no order", hint, text)
    return list(map(before, pairwise(chain)))


def _cannot_hold(domain: Sequences, text: str) -> TermError:
    if read_lag(domain.steps, text):
        return TermError("this timing cannot hold", _GIVEN, text)
    chain, ending = _read_chain(domain, text)
    names = [domain.steps[step] for step in chain]
    if ending:
        return TermError(f"`{names[0]}` cannot come {ending}", _GIVEN, text)
    twice = next((name for name in names if names.count(name) > 1), None)
    return TermError("this order cannot hold", f"`{twice}` stands before itself" if twice else _GIVEN, text)


def _read_chain(domain: Sequences, text: str) -> tuple[list[int], str]:
    """The steps in their order, and "first" or "last" if that ends the words."""
    chain, rest, names = list[int](), plain(text), [plain(step) for step in domain.steps]
    while True:
        match = leading_name(rest, names)
        if match is None:
            raise _no_step(domain, as_written(text, rest))
        chain.append(match[0])
        rest = match[1].strip()
        if rest in ("", "first", "last"):
            return chain, rest
        word, _, rest = rest.partition(" ")
        if word not in _LINKS:
            raise _no_link(domain, chain, as_written(text, f"{word} {rest}".strip()), text)
        if not rest:
            raise TermError(f"no step follows `{word}`", f"name the step that comes after, or delete `{word}`", text)


def _no_step(domain: Sequences, text: str) -> TermError:
    name = text
    link = text.partition(" ")[0].lower()
    if link in ("first", "last"):
        return TermError(f"no step stands before `{link}`", f"write for example `{domain.steps[0]} {link}`", text)
    if link in _LINKS:
        return TermError(f"no step stands before `{link}`", f"name the step that comes first, or delete `{link}`", text)
    for link in (*_LINKS, "after"):
        name = name.split(f" {link} ")[0]
    name = _LATER.split(name)[0].removesuffix(" first").removesuffix(" last")
    return TermError(f"`{brief(name)}` is not a step", near(name, domain.steps), name)


def _no_link(domain: Sequences, chain: list[int], rest: str, text: str) -> TermError:
    word, _, following = rest.partition(" ")
    last = domain.steps[chain[-1]]
    if _LENGTH.match(rest):
        hint = "write the days as a part of its own, after a `;`"
        if len(chain) == 2:
            hint = f"write `{last} {brief(rest)} after {domain.steps[chain[0]]}`"
        return TermError(f"`{brief(rest)}` does not follow an order", hint, rest)
    if word.lower() == "after" and _LENGTH.match(following):
        hint = f"write `{last} {brief(following)} after` another step"
        return TermError(f"`{brief(following)}` is counted from no step", hint, text)
    if word.lower() == "after":
        where = "" if len(chain) == 1 else "by itself, "
        hint = f"write {where}the earlier step first: `{brief(following)} before {last}`"
        return TermError("`after` does not join two steps", hint, text)
    hint = "join steps by `before` or `then`; join orders by `;` (both hold) or `or`"
    return TermError(f"`{brief(word)}` does not join two steps", hint, word)
