"""Our own quick look at whether a file keeps the format says the same as pydantic, whatever the file holds."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from negotiate.files.format.files import Event, Issue, NegotiationFile, PartyFile, PartyKeys, Round, Source, Text
from negotiate.files.format.kept import keeps
from negotiate.files.format.keys import KEYS
from negotiate.files.format.models import adapter
from negotiate.files.format.parts import DATE_PATTERN, DAY_PATTERN, SHARE_PATTERN, WHOLE_PATTERN
from negotiate.files.format.positions import Offer, Position, Response, Ruled, Statement
from negotiate.files.slips.judge import Judge
from negotiate.files.syntax import read_sheet

from .test_full import FILES

MAPPINGS = (
    *(NegotiationFile, PartyFile, PartyKeys, Round, Issue, Text, Event, Source),
    *(Statement, Position, Offer, Ruled, Response),
)
ODD = [
    *(None, "", " ", "x", "Yes", "yes", "1", "0", "101", "-5", "1_000", "4.5", "٣", "2025", "2025-06", "2025-6-2"),
    *("2025-06-02", "2025-06-02\n", "2025-06-02 to 2025-06", "A", "rejects", "agreed", "quantity", "lower"),
    *([], [""], [None], ["x"], ["x", []], [["x"]], [{}], [{"terms": "x"}], {}, {"x": None}, {"x": ""}, {"x": "y"}),
    *({"x": "lower"}, {"note": "x"}, {"note": ""}, {"terms": "x"}, {"terms": "x", "y": "z"}, {"x": {"demand": "y"}}),
    *({"x": {"demand": "y", "z": "u"}}, {"x": ["y", None]}, {"demand": ["x"]}, {"if": {"x": ["y"]}, "terms": "x"}),
]


def agreed(value: Any, mapping: Any) -> bool:
    """Whether the value is such a mapping, by both."""
    ours = keeps(value, mapping)
    if ours:
        adapter(mapping).validate_python(value)
    else:
        with pytest.raises(ValidationError):
            adapter(mapping).validate_python(value)
    return ours


def containers(value: Any) -> Iterator[tuple[Any, Any]]:
    """Each place in a value: a container and a key or index."""
    for key, each in list(value.items()) if isinstance(value, dict) else enumerate(value):
        yield value, key
        if isinstance(each, dict | list):
            yield from containers(each)


def full(name: str) -> Any:
    return read_sheet(FILES[name], name, Judge()).document.data


WHOLE = [(full("negotiation.yaml"), NegotiationFile), (full("parties/ann.yaml"), PartyFile)]
PARTS = [*ODD, *(box[key] for value, _ in WHOLE for box, key in containers(value))]


@pytest.mark.parametrize(("value", "mapping"), WHOLE, ids=["negotiation", "party"])
def test_any_part_of_a_file_spoilt(value: Any, mapping: Any) -> None:
    assert agreed(value, mapping)
    for box, key in containers(value):
        kept = box[key]
        for odd in ODD:
            box[key] = odd
            agreed(value, mapping)
        if isinstance(box, dict):
            box[f"{key}s"] = box.pop(key)
            agreed(value, mapping)
            del box[f"{key}s"]
            agreed(value, mapping)
        box[key] = kept
    assert agreed(value, mapping)


@pytest.mark.parametrize("mapping", MAPPINGS, ids=lambda mapping: mapping.__name__)
def test_any_part_under_any_key(mapping: Any) -> None:
    needed = {key: example(mapping.__annotations__[key]) for key in mapping.__required_keys__}
    for key in mapping.__annotations__:
        said = {agreed({**needed, key: part}, mapping) for part in PARTS}
        assert said == {True, False}, key


def example(required: Any) -> Any:
    *_, meaning = get_args(*get_args(required))
    return meaning.examples[0]


texts = st.text(max_size=3) | st.sampled_from([part for part in PARTS if isinstance(part, str)])
written = st.sampled_from((DATE_PATTERN, DAY_PATTERN, WHOLE_PATTERN, SHARE_PATTERN)).flatmap(st.from_regex)
values = st.recursive(
    texts | written | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(KEYS)), inner, max_size=3),
)


@given(st.data(), values)
def test_any_value_anywhere(data: st.DataObject, value: Any) -> None:
    whole, mapping = deepcopy(data.draw(st.sampled_from(WHOLE)))
    box, key = data.draw(st.sampled_from(list(containers(whole))))
    box[key] = value
    agreed(whole, mapping)
