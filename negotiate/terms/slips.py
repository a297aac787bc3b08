"""Words that people write and the language does not have, and what to write instead.

Asked only where words could not be read: nothing here changes what is understood.
"""

from __future__ import annotations

import re
from typing import Any

from negotiate.terms.line import Line
from negotiate.terms.line_words import NUMBERS
from negotiate.terms.names import brief
from negotiate.terms.options import Options, Scale
from negotiate.terms.order import Sequences
from negotiate.terms.quantity import Dates, Duration, Quantity
from negotiate.terms.region import Domain
from negotiate.terms.subset import Subsets
from negotiate.terms.term import AnyDomain, TermError

_NO_WORD = "`{1}` is no word of a term"
_TWO_SENSES = "`{1}` can mean two things"
_AT_MOST = "write `limit of {2}` if that is the figure of a text, `at most {2}` if the party would take less too"
_LISTS = "including|without|exactly|only within|any of|some of"
_NUMERALS = "one|two|three|four|five|six|seven|eight|nine|ten"

_SLIPS: tuple[tuple[type[Domain[Any]], str, str, str], ...] = (
    # the type of issue, the words, and as message and hint ({0} the words, {1} and {2} the groups)
    (
        Domain,
        "anything else",
        "`anything else` belongs to a red line",
        "write it after `rules_out`; elsewhere `anything but`, and what is left out",
    ),
    (Domain, "anything but", "nothing follows `anything but`", "name what is left out"),
    (Domain, "any|everything|whatever|all", "`{0}` is no word of a term here", "write `anything`"),
    (Domain, "(.+) if (.+)", "a condition is no part of a term", "write it beside the term, under `if`"),
    (Dates, "(until|till|up to|no later than|not later than) (.+)", _NO_WORD, "write `by {2}`"),
    (Dates, "(since|not before|no earlier than|not earlier than) (.+)", _NO_WORD, "write `from {2}`"),
    (Dates, "(.+?) (?:until|till|-|–) (.+)", "a range is written with `to`", "write `{1} to {2}`"),
    (
        Line,
        "(up to|(?:no|not) (?:more|longer|greater) than|maximum of|maximum|max|<=|≤) ?(.+)",
        _TWO_SENSES,
        _AT_MOST,
    ),
    (Line, "(fewer than|shorter than|<) ?(.+)", _NO_WORD, "write `below {2}`"),
    (
        Line,
        "((?:no|not) (?:less|fewer|shorter) than|minimum of|minimum|min|>=|≥) ?(.+)",
        _NO_WORD,
        "write `at least {2}`",
    ),
    (Line, "(longer than|>) ?(.+)", _NO_WORD, "write `above {2}`"),
    (Line, "(around|approximately|approx|roughly|circa|~|≈) ?(.+)", _NO_WORD, "write `about {2}`"),
    (
        Line,
        "(at most .+|below .+|under .+|less than .+) and (at least .+|above .+|over .+|more than .+)",
        "the lower end comes first",
        "write `{2} and {1}`",
    ),
    (
        Line,
        f"(?:an? |the )?({NUMBERS})",
        "`{0}` names no number",
        "write `some {1}` if it does not say which, `any {1}` if each would do",
    ),
    (Line, "([$€£¥₽₴₹]) ?(.+)", "the unit comes after the number", "write the number, then the unit of the issue"),
    (
        Quantity,
        r"(?:.* )?[\d.,_]+ ?(thousand|million|billion|k|mn|bn|e\d+)(?: .*)?",
        "`{1}` is no number",
        "write it in digits: 1_500_000",
    ),
    (
        Duration,
        r"(?!between|from).*\d (?:years?|months?|weeks?),?(?: and)? \d+ (?:months?|weeks?|days?)",
        "a length of time has one unit",
        "write it in the smaller one: `18 months`, not `1 year 6 months`",
    ),
    (Options, "(at least|at most|above|below|anything but)", "nothing follows `{1}`", "name an option"),
    (
        Scale,
        "(?:between|from) (.+?) (?:to|and) (.+)",
        "a range of options has two ends",
        "write `at least {1}; at most {2}`",
    ),
    (Scale, "(at least .+) and (at most .+)", "a range of options has two ends", "write `{1}; {2}`"),
    (Options, "(.+?) ?/ ?(.+)", "an outcome is one option", "join alternatives by `or`: `{1} or {2}`"),
    (Subsets, f"({_LISTS}|at least|at most)", "nothing follows `{1}`", "name the items, or say how many"),
    (
        Subsets,
        r"(\d+)(?: items?| of them)?",
        "`{0}` can mean two things",
        "write `exactly {1}`, `at least {1}` or `at most {1}`",
    ),
    (Subsets, f"(at least|at most|exactly) ({_NUMERALS})\\b.*", "`{2}` is not a number", "write it in digits"),
    (
        Subsets,
        r"(at least|at most|exactly) (\d+) of .+",
        "`{1} {2}` counts all items of the issue",
        "write the sets that would do, joined by `or`",
    ),
    (
        Subsets,
        "((?:all|everything) (?:but|except|without)) (.+)",
        _TWO_SENSES,
        "write `without {2}`, or `exactly` and the names of the others",
    ),
    (Subsets, f"({_LISTS}) (all|none)", "`{2}` stands by itself", "write `{2}`"),
    (
        Subsets,
        f"((?:{_LISTS}) .+?),?(?: and| but)? ((?:{_LISTS}) .+)",
        "these are two parts",
        "if both must hold, write `{1}; {2}`",
    ),
    (Subsets, "(not) (?:including )?(.+)", _NO_WORD, "write `without {2}`"),
    (
        Sequences,
        r"(.+?) ((?:no|not) (?:later|more) than|up to) (\d.+)",
        "`{2}` is no word of a term",
        "write `{1} at most {3}`",
    ),
    (
        Sequences,
        r"(.+?) ((?:no|not) (?:earlier|sooner|less) than) (\d.+)",
        "`{2}` is no word of a term",
        "write `{1} at least {3}`",
    ),
    (Sequences, "first ([^,]+?),? then ([^,]+)", "`first` is not written before `then`", "write `{1} then {2}`"),
    (Sequences, "(first|last) ([^,]+)", "`{1}` comes after its step", "write `{2} {1}`"),
    (Domain, "(not) (.+)", _NO_WORD, "write `anything but {2}`"),
)


def slip(domain: AnyDomain, text: str) -> TermError | None:
    """A better explanation of words that could not be read, if there is one."""
    for kind, pattern, message, hint in _SLIPS:
        if isinstance(domain, kind) and (match := re.fullmatch(pattern, text, re.I)):
            said = [brief(each or "") for each in (match[0], *match.groups())]
            return TermError(message.format(*said), hint.format(*said), text)
    return None
