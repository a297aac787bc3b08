"""What the writer may have meant."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest

from negotiate.terms import may_be_meant

_LIKENESS = 0.6  # difflib's own measure of a close match
_SCORED = 500  # names whose letters are counted; of more, only those that begin or end like the word
_COMPARED = 40  # names that are compared letter by letter: 40 take 1 ms, 10,000 would take 250


def closest(word: str, names: Iterable[str], least: float = _LIKENESS) -> str | None:
    """The name that `word` was probably meant to be, or None. Case, `_`, `-` and space make no difference."""
    originals = list(names)
    wanted = _folded(word)
    if not wanted:
        return None
    folded = _all_folded(originals)
    if wanted in folded:
        return originals[folded.index(wanted)]

    from difflib import SequenceMatcher

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    best, found = least, None
    for index in _candidates(wanted, folded):
        matcher.set_seq1(folded[index])
        likeness = matcher.ratio()
        if not may_be_meant(wanted, folded[index], likeness):
            continue
        if likeness > best or (likeness == best and found is None):
            best, found = likeness, originals[index]
    return found


def _folded(text: str) -> str:
    return text.casefold().replace("_", " ").replace("-", " ")


def _all_folded(names: list[str]) -> list[str]:
    """All names folded at once: one call on one long text takes a tenth of the time of a call for each."""
    folded = _folded("\n".join(names)).split("\n")
    return folded if len(folded) == len(names) else list(map(_folded, names))


def _candidates(wanted: str, folded: list[str]) -> list[int]:
    """Indices of the names worth a comparison: of like length, sharing the most letters. First ones first."""
    # 2 * matches / (length + length) can reach the likeness only between these lengths.
    shortest = len(wanted) * _LIKENESS / (2 - _LIKENESS)
    longest = len(wanted) * (2 - _LIKENESS) / _LIKENESS
    likely = [index for index, name in enumerate(folded) if shortest <= len(name) <= longest]
    if len(likely) > _SCORED:
        first, end = wanted[0], wanted[-3:]
        likely = [index for index in likely if folded[index][0] == first or folded[index].endswith(end)]
    if len(likely) <= _COMPARED:
        return likely
    letters = set(wanted)
    shared, length = letters.intersection, len(wanted)
    scored = [(abs(len(name := folded[index]) - length) - 2 * len(shared(name)), index) for index in likely]
    return sorted(index for _, index in nsmallest(_COMPARED, scored))


def listed(names: Iterable[str], limit: int = 8) -> str:
    """The names as words: "`a`, `b` or `c`"; beyond `limit` of them "`a`, `b` and 12 more"."""
    quoted = [f"`{name}`" for name in names]
    if len(quoted) > limit:
        return f"{', '.join(quoted[:limit])} and {len(quoted) - limit} more"
    if len(quoted) < 2:
        return "".join(quoted)
    return f"{', '.join(quoted[:-1])} or {quoted[-1]}"
