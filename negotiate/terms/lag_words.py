"""Words that count days between two steps: "elections within 100 days after ceasefire"."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from typing import NamedTuple

from negotiate.terms.lags import BEFORE, Bound, within
from negotiate.terms.line import Ranges
from negotiate.terms.line_words import read_line_atom
from negotiate.terms.names import as_written, brief, find_name, leading_name, near, plain
from negotiate.terms.term import Term, TermError
from negotiate.terms.timetable_said import DAYS

LENGTH = r"(?:(?:within|at least|at most|exactly|more than|less than|over|under|about|between|from)\b|\d)"
"""How words begin that say how long after or before another step; they follow a step."""

_LENGTH = re.compile(LENGTH, re.I)
_LAG = re.compile(r"(.+?) (after|before|of|from)(?: (.+))?", re.I)
_WITHIN = re.compile(r"within (about )?", re.I)
_MOST_DAYS = 100_000


class Stated(NamedTuple):
    """What words state, as bounds; the writer's unit, and whether the days were given as approximate."""

    bounds: list[Bound]
    unit: str | None = None
    about: bool = False


def read_lag(steps: Sequence[str], text: str) -> Stated | None:
    """How many days one step comes after or before another; None where the words count none. Raises TermError."""
    match = leading_name(plain(text), [plain(step) for step in steps])
    rest = as_written(text, match[1].strip()) if match else text
    if not _LENGTH.match(rest):
        return None
    if match is None:
        other = next((step for step in steps if plain(step) not in plain(text)), steps[0])
        hint = f"name the step that comes then: `{other} {brief(text)}`"
        raise TermError(f"no step stands before `{brief(text)}`", hint, text)
    step = match[0]
    length, link, other = _parts(steps[step], rest, text)
    second = _other_step(steps, other, text)
    if step == second:
        raise TermError("this timing cannot hold", f"`{steps[step]}` is counted from itself", text)
    earlier, later = (step, second) if link == "before" else (second, step)
    term = _read_length(length, text)
    return Stated(_bounds(earlier, later, term, text), term.unit, term.about)


def _parts(step: str, rest: str, text: str) -> tuple[str, str, str]:
    """How long, whether "after" or "before", and the other step."""
    match = _LAG.fullmatch(rest)
    if match is None:
        hint = f"write `{step} {brief(rest)} after` another step"
        raise TermError(f"`{brief(rest)}` is counted from no step", hint, text)
    length, link, other = match[1], match[2].lower(), match[3]
    if not other:
        raise TermError(f"no step follows `{link}`", "name the step from which the days are counted", text)
    if link == "from" or (link == "of" and not _WITHIN.match(length)):
        raise TermError(f"`{link}` does not join two steps", f"write `{step} {length} after {other}`", text)
    return length, link, other


def _other_step(steps: Sequence[str], name: str, text: str) -> int:
    found = find_name(name, steps)
    if found is not None:
        return found
    if match := leading_name(plain(name), [plain(step) for step in steps]):
        rest = as_written(name, match[1].strip())
        hint = "write the rest as a part of its own, after a `;`"
        raise TermError(f"`{brief(rest)}` is a second part", hint, rest if rest in text else text)
    raise TermError(f"`{brief(name)}` is not a step", near(name, steps), name)


def _read_length(length: str, text: str) -> Term:
    """A length of time, as on an issue of its own; what is wrong with it is told of the whole."""
    try:
        return read_line_atom(DAYS, _WITHIN.sub(r"\1at most ", length))
    except TermError as error:
        raise _told_of_the_whole(error, text) from None


def _told_of_the_whole(error: TermError, text: str) -> TermError:
    if error.message.startswith("no outcome fits"):
        return TermError(f"no timetable fits `{brief(text)}`", "days are counted from 0 upwards", text)
    if error.message.endswith("the unit of this issue"):
        return TermError(error.message.replace("the unit of this issue", "a unit of time"), error.hint, text)
    if not error.hint.startswith("write `") or error.part not in text:
        return TermError(error.message, error.hint, text)
    hint = re.sub("`(.+?)`", lambda said: f"`{text.replace(error.part, said[1], 1)}`", error.hint)
    return TermError(error.message, hint, text)


def _bounds(earlier: int, later: int, term: Term, text: str) -> list[Bound]:
    assert isinstance(term.region, Ranges)
    ((low, _, high, _),) = term.region.ranges
    if low > _MOST_DAYS or (math.isfinite(high) and high > _MOST_DAYS):
        raise TermError("this number is too long to be meant", f"count at most {_MOST_DAYS:,} days", text)
    order = Bound(earlier, later, BEFORE if low == 0 else within(-int(low)))
    return [order, Bound(later, earlier, within(int(high)))] if math.isfinite(high) else [order]
