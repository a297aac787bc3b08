"""Words of choices, scales and yes-no."""

from __future__ import annotations

import re

from negotiate.terms.names import brief, near, split_names
from negotiate.terms.options import Options, OptionSet, Scale
from negotiate.terms.term import Term, TermError

_BOUND = re.compile(r"(at least|at most|above|below) (.+)", re.I)


def read_option_atom(domain: Options, text: str) -> Term:
    """Read one alternative of a term about options. Raises TermError."""
    index = domain.find(text)
    if index is not None:
        return Term(text, domain.only(index))
    if match := _BOUND.fullmatch(text):
        return Term(text, _read_bound(domain, text, match[1].lower(), match[2]))
    raise _no_option(domain, text)


def _no_option(domain: Options, text: str) -> TermError:
    listed = split_names(text, domain.options)
    if isinstance(listed, list):
        alternatives = " or ".join(domain.options[index] for index in listed)
        return TermError("an outcome is one option", f"write `{brief(alternatives)}`", text)
    low, _, high = text.partition(" to ")
    if isinstance(domain, Scale) and domain.find(low) is not None and domain.find(high) is not None:
        return TermError("a range of options has two ends", f"write `at least {low}; at most {high}`", text)
    return TermError(f"`{brief(text)}` is not an option", near(text, domain.options), text)


def _read_bound(domain: Options, text: str, word: str, name: str) -> OptionSet:
    index = domain.find(name)
    if index is None:
        raise _no_option(domain, name)
    if not isinstance(domain, Scale):
        raise TermError(f"`{word}` needs options in order", "name the options, or give the issue `type: scale`", word)
    bounds = {
        "at least": domain.at_least(index),
        "at most": domain.at_most(index),
        "above": domain.at_least(index + 1),
        "below": domain.at_most(index - 1),
    }
    if bounds[word].is_empty:
        place = "last" if word == "above" else "first"
        raise TermError(f"nothing is {word} `{domain.options[index]}`", f"it is the {place} option", text)
    return bounds[word]
