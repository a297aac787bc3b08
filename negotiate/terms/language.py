"""The term language: words to region. (Region to words is each domain's ``say``.)

term        = clause ; clause ; ...        all of them hold
clause      = atom or atom or ...          one of them holds ("or" binds tighter than ";")
atom        = (term) | anything | nothing | anything but ATOM | some ... | words of the issue's type
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from negotiate.terms.line import Line
from negotiate.terms.line_words import NUMBERS, is_value, read_line_atom
from negotiate.terms.names import brief, leading_name, plain
from negotiate.terms.option_words import read_option_atom
from negotiate.terms.options import Options
from negotiate.terms.order import Sequences
from negotiate.terms.order_words import read_order_atom
from negotiate.terms.region import TooComplex, either
from negotiate.terms.slips import slip
from negotiate.terms.subset import Subsets
from negotiate.terms.subset_words import read_subset_atom
from negotiate.terms.term import AnyDomain, AnyRegion, Term, TermError

_SOME = re.compile(rf"some(?: (?:{NUMBERS}|items))?(?: (.+))?", re.I)
ANYTHING_BUT = "anything but "
_MARK = re.compile(r"[();]|(?<![^\s()])or(?![^\s()])", re.I)
_MOST_CHARACTERS = 20_000
_MOST_PARTS = 1_000
_DEEPEST = 20


def read_term(domain: AnyDomain, words: str) -> Term:
    """Read a writer's words as a region of the domain. Raises TermError."""
    text = " ".join(words.split())
    try:
        _check_size(text)
        return replace(_read_all_of(domain, text), words=words)
    except TooComplex as error:
        raise TermError(f"these words mean {error}", "say it in fewer alternatives") from None
    except RecursionError:
        raise TermError("these words are nested too deep", "say it in simpler words") from None
    except TermError:
        if text.count("(") == text.count(")"):
            raise
        raise TermError("a bracket has no partner", "each `(` needs its `)`") from None


def read_any_of(domain: AnyDomain, words: list[str]) -> Term:
    """A list of terms always means "or". Raises TermError."""
    if not words:
        raise TermError("this list is empty", "name what would do")
    terms = [read_term(domain, each) for each in words]
    try:
        return replace(_either(domain, terms), words=either(words))
    except TooComplex as error:
        raise TermError(f"these words mean {error}", "say it in fewer alternatives") from None


def also(domain: AnyDomain, before: Term, added: Term) -> Term:
    """What ``unchanged; X`` means: the earlier term and X as well, which may contradict each other.

    Raises TooComplex.
    """
    clauses = dict.fromkeys(clause for term in (before, added) for clause in split(term.words, ";"))
    return replace(_both(domain, [before, added]), words="; ".join(clauses))


def _check_size(text: str) -> None:
    if not text:
        raise TermError("there are no words here", "write what the party wants, or leave the key out")
    if len(text) > _MOST_CHARACTERS:
        raise TermError("this is too long for a term", f"a term has at most {_MOST_CHARACTERS:,} characters")
    depth = deepest = 0
    for mark in re.findall(r"[()]", text):
        depth += 1 if mark == "(" else -1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise TermError("these brackets are nested too deep", "say it in simpler words")


def _read_all_of(domain: AnyDomain, text: str) -> Term:
    terms = [_read_either(domain, part) for part in split(text, ";")]
    term = _both(domain, terms)
    if _is_empty(term) and not any(map(_is_empty, terms)):
        hint = "`;` means that all parts hold; write `or` if one of them is enough"
        raise TermError("these parts contradict each other", hint)
    return term


def _read_either(domain: AnyDomain, text: str) -> Term:
    if begins_with_name(domain, text) and isinstance(domain, Options):
        return read_option_atom(domain, text)
    parts = split(text, "or")
    for part, following in pairwise(parts):
        if part.casefold().startswith(ANYTHING_BUT):
            ruled_out = f"{brief(part[len(ANYTHING_BUT) :])} or {brief(following)}"
            hint = f"write `{ANYTHING_BUT}({ruled_out})`, or `({brief(part)}) or {brief(following)}`"
            raise TermError(f"`or` after `{ANYTHING_BUT.strip()}` can mean two things", hint, text)
    return _either(domain, [_read_atom(domain, part) for part in parts])


def _read_atom(domain: AnyDomain, text: str) -> Term:
    if not text:
        raise TermError("a part of the term is empty", "delete the `;` or `or` that has nothing beside it")
    lowered = text.casefold()
    if begins_with_name(domain, text):
        return _read_typed(domain, text)
    if is_bracketed(text):
        return _read_all_of(domain, text[1:-1].strip())
    if lowered == "anything":
        return Term(text, domain.everything)
    if lowered == "nothing":
        return Term(text, domain.nothing)
    if lowered.startswith(ANYTHING_BUT):
        return _read_anything_but(domain, text)
    if match := _SOME.fullmatch(text):
        return _read_some(domain, text, match[1] or "")
    return _read_typed(domain, text)


def begins_with_name(domain: AnyDomain, text: str) -> bool:
    """Names are matched first: an option may be called "some", a step "some of the talks"."""
    if isinstance(domain, Options):
        return domain.find(text) is not None
    if isinstance(domain, Sequences) and text.casefold() not in ("anything", "nothing"):
        return leading_name(plain(text), [plain(step) for step in domain.steps]) is not None
    return False


def is_bracketed(text: str) -> bool:
    """Whether the first bracket closes at the very end: not so in "(a) talks before (b) treaty"."""
    if not text.startswith("("):
        return False
    depth = 0
    for at, character in enumerate(text):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if not depth:
            return at == len(text) - 1
    return False


def _read_anything_but(domain: AnyDomain, text: str) -> Term:
    inner = _read_atom(domain, text[len(ANYTHING_BUT) :])
    assert inner.region is not None
    region = ~inner.region
    if region.is_empty:
        raise TermError(f"`{brief(text)}` leaves no outcome", "write `nothing` if that is meant", text)
    return replace(inner, words=text, region=region)


def _read_some(domain: AnyDomain, text: str, rest: str) -> Term:
    """Wants something there, and does not say what."""
    if isinstance(domain, Subsets):
        if not rest:
            return Term(text, ~domain.box(most=0), named=False)
        if not rest.casefold().startswith("of "):
            raise TermError(f"`{brief(text)}` does not say which items", "write `some of` and their names", text)
        return replace(read_subset_atom(domain, f"any {rest}"), words=text, named=False)
    if not isinstance(domain, Line):
        raise TermError("`some` needs an issue of numbers, dates or items", "name what would do, joined by `or`", text)
    if not rest:
        return Term(text, domain.numbers, named=False)
    inner = _read_typed(domain, f"any limit {rest}")
    if is_value(rest):
        raise TermError(
            f"`{brief(text)}` names a value", f"write `about {brief(rest)}` or `exactly {brief(rest)}`", text
        )
    return replace(inner, words=text, named=False)


def _read_typed(domain: AnyDomain, text: str) -> Term:
    try:
        return _read_by_type(domain, text)
    except TermError as error:
        raise slip(domain, text) or error from None


def _read_by_type(domain: AnyDomain, text: str) -> Term:
    if isinstance(domain, Line):
        return read_line_atom(domain, text)
    if isinstance(domain, Options):
        return read_option_atom(domain, text)
    if isinstance(domain, Subsets):
        return read_subset_atom(domain, text)
    assert isinstance(domain, Sequences)
    return read_order_atom(domain, text)


def _is_empty(term: Term) -> bool:
    return term.region is not None and term.region.is_empty


def _both(domain: AnyDomain, terms: list[Term]) -> Term:
    if len(terms) == 1:
        return terms[0]
    region = domain.everything
    for term in terms:
        region = region & term.region
    return _joined(terms, region)


def _either(domain: AnyDomain, terms: list[Term]) -> Term:
    """Unites neighbours, then the results, and so on: one by one, 1,000 ranges would take seconds."""
    if len(terms) == 1:
        return terms[0]
    regions: list[AnyRegion] = [term.region for term in terms]
    while len(regions) > 1:
        pairs = zip(regions[::2], regions[1::2], strict=False)
        regions = [a | b for a, b in pairs] + regions[len(regions) // 2 * 2 :]
    return _joined(terms, regions[0])


def _joined(terms: list[Term], region: AnyRegion) -> Term:
    units = {term.unit for term in terms if term.unit}
    return Term(
        words="",
        region=region,
        named=all(term.named for term in terms),
        unit=units.pop() if len(units) == 1 else None,
        about=any(term.about for term in terms),
    )


def split(text: str, separator: str) -> list[str]:
    """Split at a separator (";" or "or") that stands outside brackets."""
    parts, depth, start = list[str](), 0, 0
    for mark in _MARK.finditer(text):
        found = mark[0].lower()
        if found == "(":
            depth += 1
        elif found == ")":
            depth = max(0, depth - 1)
        elif found == separator and not depth:
            parts.append(text[start : mark.start()].strip())
            start = mark.end()
    parts.append(text[start:].strip())
    if len(parts) > _MOST_PARTS:
        raise TooComplex(f"more than {_MOST_PARTS:,} alternatives")
    return parts
