"""Words of sequences of steps."""

from __future__ import annotations

from itertools import pairwise

from negotiate.terms.names import as_written, brief, leading_name, near, plain
from negotiate.terms.order import Orders, Sequences
from negotiate.terms.term import Term, TermError

_LINKS = ("before", "then")
_GIVEN = "it goes against what is `given` for everybody"


def read_order_atom(domain: Sequences, text: str) -> Term:
    """Read one alternative of a term about the order of steps. Raises TermError."""
    chain, ending = _read_chain(domain, text)
    names = [domain.steps[step] for step in chain]
    if ending and len(chain) > 1:
        hint = f"write `{names[-1]} {ending}` by itself, after a `;`"
        raise TermError(f"`{ending}` goes with one step only", hint, text)
    if ending:
        return Term(text, _at_end(domain, chain[0], ending, text))
    if len(chain) < 2:
        hint = f"write `{names[0]} first`, or `{names[0]} before` another step"
        raise TermError("this names one step and no order", hint, text)
    region = domain.pairs(pairwise(chain))
    if region.is_empty:
        twice = next((name for name in names if names.count(name) > 1), None)
        raise TermError("this order cannot hold", f"`{twice}` stands before itself" if twice else _GIVEN, text)
    return Term(text, region)


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
            raise _no_link(as_written(text, word))
        if not rest:
            raise TermError(f"no step follows `{word}`", f"name the step that comes after, or delete `{word}`", text)


def _no_step(domain: Sequences, text: str) -> TermError:
    name = text
    link = text.partition(" ")[0].lower()
    if link in ("first", "last"):
        return TermError(f"no step stands before `{link}`", f"write for example `{domain.steps[0]} {link}`", text)
    if link in _LINKS:
        return TermError(f"no step stands before `{link}`", f"name the step that comes first, or delete `{link}`", text)
    for link in _LINKS:
        name = name.split(f" {link} ")[0]
    name = name.removesuffix(" first").removesuffix(" last")
    return TermError(f"`{brief(name)}` is not a step", near(name, domain.steps), name)


def _no_link(word: str) -> TermError:
    hint = "join steps by `before` or `then`; join orders by `;` (both hold) or `or`"
    return TermError(f"`{brief(word)}` does not join two steps", hint, word)


def _at_end(domain: Sequences, step: int, ending: str, text: str) -> Orders:
    others = [other for other in range(len(domain.steps)) if other != step]
    region = domain.pairs((step, other) if ending == "first" else (other, step) for other in others)
    if region.is_empty:
        raise TermError(f"`{domain.steps[step]}` cannot come {ending}", _GIVEN, text)
    return region
