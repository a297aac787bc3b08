"""Whether a file keeps the format: yes or no, read from the format's own types.

What is wrong with one that does not is pydantic's to say. To load pydantic and have it build its validators takes
140 ms, longer than to read and check 10,000 lines: nobody waits for that who made no mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from negotiate.files.format.parts import Shape, Shaped, Written, shape_of, shapes

_Test = Callable[[Any], bool]


def keeps(value: Any, mapping: Any) -> bool:
    """Whether a value (dict, list, str or None) is one of the format's mappings, in all its parts."""
    return _keyed(mapping)(value)


def _test(kind: Any) -> _Test:
    origin, args = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        return _keyed(kind)
    if origin is Annotated:
        return _annotated(args[0], args[1:])
    if origin in (Union, UnionType):
        return _shaped(args, shape_of)
    if origin is Literal:
        return _one_of(frozenset(args))
    if origin is list:
        return _listed(_test(args[0]))
    if origin is dict:
        return _named(_test(args[1]))
    return _plain(kind) if origin is None else _test(args[0])


@cache
def _keyed(mapping: Any) -> _Test:
    tests = {key: _test(kind) for key, kind in mapping.__annotations__.items()}
    needed: frozenset[str] = mapping.__required_keys__

    def test(value: Any) -> bool:
        if type(value) is not dict or not needed <= value.keys():
            return False
        for key, each in value.items():
            found = tests.get(key)
            if found is None or not found(each):
                return False
        return True

    return test


def _annotated(kind: Any, remarks: Iterable[Any]) -> _Test:
    for each in remarks:
        if isinstance(each, Written):
            return _written(re.compile(each.pattern))
        if isinstance(each, Shaped):
            return _shaped(get_args(kind), each.shape)
    return _test(kind)


def _written(pattern: re.Pattern[str]) -> _Test:
    matches = pattern.fullmatch
    return lambda value: type(value) is str and matches(value) is not None


def _shaped(kinds: Iterable[Any], shape: Shape) -> _Test:
    tests = {tag: _test(kind) for tag, kind in shapes(kinds).items()}

    def test(value: Any) -> bool:
        found = tests.get(shape(value))
        return found is not None and found(value)

    return test


def _one_of(words: frozenset[str]) -> _Test:
    return lambda value: type(value) is str and value in words


def _listed(item: _Test) -> _Test:
    return lambda value: type(value) is list and all(map(item, value))


def _named(item: _Test) -> _Test:
    return lambda value: type(value) is dict and all(map(item, value.values()))


def _plain(kind: type) -> _Test:
    return (lambda value: value is None) if kind is NoneType else (lambda value: type(value) is str and value != "")
