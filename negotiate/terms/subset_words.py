"""Words of sets of items."""

from __future__ import annotations

import re

from negotiate.terms.names import as_written, brief, near, plain, split_names
from negotiate.terms.subset import Boxes, Subsets
from negotiate.terms.term import Term, TermError

_OF_THEM = r"(?: of (?:them|the items)| items?)?"
_COUNT = re.compile(rf"(at least|at most|exactly) (\d{{1,30}}){_OF_THEM}")
_COUNTS = re.compile(rf"(\d{{1,30}}) to (\d{{1,30}}){_OF_THEM}")
_LIST = re.compile(r"(including|without|exactly|only within|any of) (.+)")


def read_subset_atom(domain: Subsets, text: str) -> Term:
    """Read one alternative of a term about a set of items. Raises TermError."""
    lowered = plain(text)
    if lowered in ("all", "all of them"):
        return Term(text, domain.box(inside=domain.full))
    if lowered in ("none", "none of them"):
        return Term(text, domain.box(outside=domain.full))
    region = _read_list(domain, lowered)
    if region is None:
        region = _read_count(domain, lowered)
    if region is None:
        raise _unreadable(domain, text, lowered)
    if region.is_empty:
        raise TermError(f"no set fits `{brief(text)}`", f"the issue has {len(domain.items)} items", text)
    return Term(text, region)


def _read_list(domain: Subsets, lowered: str) -> Boxes | None:
    match = _LIST.fullmatch(lowered)
    found = split_names(match[2], domain.items) if match else ""
    if not match or isinstance(found, str):
        return None
    items = domain.mask(domain.items[index] for index in found)
    rest = domain.full & ~items
    regions = {
        "including": domain.box(inside=items),
        "without": domain.box(outside=items),
        "exactly": domain.box(inside=items, outside=rest),
        "only within": domain.box(outside=rest),
    }
    return ~regions["without"] if match[1] == "any of" else regions[match[1]]


def _read_count(domain: Subsets, lowered: str) -> Boxes | None:
    if match := _COUNT.fullmatch(lowered):
        count = int(match[2])
        least, most = 0 if match[1] == "at most" else count, None if match[1] == "at least" else count
        return domain.box(least=least, most=most)
    if match := _COUNTS.fullmatch(lowered):
        least, most = int(match[1]), int(match[2])
        if least > most:
            raise TermError("this range runs backwards", f"write `{most} to {least}`", match[0])
        return domain.box(least=least, most=most)
    return None


def _unreadable(domain: Subsets, text: str, lowered: str) -> TermError:
    if match := _LIST.fullmatch(lowered):
        part = split_names(match[2], domain.items)
        assert isinstance(part, str)
        if not part:
            return TermError("a name is missing after the comma", "delete the comma, or name the item", text)
        part = as_written(text, part)
        names = part[5:] if part.casefold().startswith("only ") else part
        if isinstance(split_names(names, domain.items), list):
            return TermError(f"`{brief(text)}` can mean two things", _hint(domain, names), text)
        return TermError(f"`{brief(part)}` is not an item of this issue", near(part, domain.items), part)
    return TermError(f"`{brief(text)}` does not say which sets", _hint(domain, text), text)


def _hint(domain: Subsets, text: str) -> str:
    names = text[5:] if text.casefold().startswith("only ") else text
    if isinstance(split_names(names, domain.items), list):
        names = brief(names)
        forms = f"`including {names}`, `exactly {names}`, `only within {names}` or `without {names}`"
        return f"write {forms}; names are joined by `and`"
    first = domain.items[0] if domain.items else "A"
    return f"write for example `all`, `none`, `including {first}`, `without {first}`, `at least 2`"
