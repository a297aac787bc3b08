"""The format as pydantic takes it: to say what does not keep it, and to make a JSON Schema."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, reduce
from operator import or_
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from pydantic import ConfigDict, Discriminator, Field, Tag, TypeAdapter, WithJsonSchema, with_config
from typing_extensions import TypedDict

from negotiate.files.format.parts import Key, Shape, Shaped, Written, shape_of, shapes

_typed_dict: Any = TypedDict  # a type checker wants its name and keys written out


@cache
def adapter(mapping: Any) -> TypeAdapter[Any]:
    """What checks one of the format's mappings, and describes it."""
    return TypeAdapter(_closed(mapping))


@cache
def _closed(mapping: Any) -> Any:
    """The mapping, without any other keys. Before Python 3.12 pydantic takes no TypedDict of the standard library."""
    keys = {key: _model(kind) for key, kind in mapping.__annotations__.items()}
    made = _typed_dict(mapping.__name__, keys, total=False)
    made.__doc__ = mapping.__doc__
    return with_config(ConfigDict(extra="forbid"))(made)


def _model(kind: Any) -> Any:
    origin, args = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        return _closed(kind)
    if kind is str:
        return Annotated[str, Field(min_length=1)]
    if origin is Annotated:
        return _annotated(args[0], args[1:])
    if origin in (Union, UnionType):
        return _shaped(args, shape_of)
    if origin is dict:
        return dict[str, _model(args[1])]  # type: ignore[misc]
    return kind if origin in (None, Literal) else origin[_model(args[0])]


def _annotated(kind: Any, remarks: Sequence[Any]) -> Any:
    first = remarks[0]
    if isinstance(first, Written):
        model = _written(first)
    elif isinstance(first, Shaped):
        model = _shaped(get_args(kind), first.shape)
    else:
        model = _model(kind)
    for each in remarks:
        if isinstance(each, Key):
            model = Annotated[model, Field(description=each.description, examples=list(each.examples))]
    return model


def _written(words: Written) -> Any:
    model = Annotated[str, Field(pattern=words.pattern)]
    return Annotated[model, WithJsonSchema(dict(words.schema))] if words.schema else model


def _shaped(kinds: Sequence[Any], shape: Shape) -> Any:
    if NoneType in kinds:
        return reduce(or_, map(_model, kinds))
    tagged = (Annotated[_model(kind), Tag(str(tag))] for tag, kind in shapes(kinds).items())
    return Annotated[reduce(or_, tagged), Discriminator(shape)]
