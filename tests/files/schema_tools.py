"""What checkers and editors make of a file: its values as YAML 1.1 and as YAML 1.2 has them, against a schema."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import yaml
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from negotiate.files import Loaded
from negotiate.files.schema.schema import schema

Reader = Callable[[str], Any]


class _Loader11(yaml.SafeLoader):
    """Dates stay text, as in all that goes by JSON Schema."""


class _Constructor12(SafeConstructor):
    """The same."""


_TIME = "tag:yaml.org,2002:timestamp"
_Loader11.add_constructor(_TIME, yaml.SafeLoader.construct_yaml_str)
_Constructor12.add_constructor(_TIME, SafeConstructor.construct_yaml_str)


def _yaml_11(text: str) -> Any:
    return yaml.load(text, Loader=_Loader11)


def _yaml_12(text: str) -> Any:
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _Constructor12
    return reader.load(io.StringIO(text))


READERS: dict[str, Reader] = {"1.1": _yaml_11, "1.2": _yaml_12}


class Judge:
    """Says what is wrong in a file; without ``loaded`` as far as that can be told of any negotiation."""

    def __init__(self, loaded: Loaded | None = None):
        self.validators = {kind: Draft7Validator(schema(kind, loaded)) for kind in ("negotiation", "party", "")}

    def said(self, name: str, text: str, version: str = "1.2") -> list[str]:
        data = as_json(READERS[version](text))
        kind = "negotiation" if name == "negotiation.yaml" else "party"
        alone = [error.message for error in self.validators[kind].iter_errors(data)]
        if isinstance(data, dict) and kind in data:
            assert alone == [error.message for error in self.validators[""].iter_errors(data)]
        return alone


def as_json(data: Any) -> Any:
    """Keys are text."""
    if isinstance(data, dict):
        return {str(key): as_json(value) for key, value in data.items()}
    return [as_json(each) for each in data] if isinstance(data, list) else data


class Plain(yaml.SafeDumper):
    """Writes text without quotes wherever that can be, so that a reader has to guess what it is."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012


def written(data: Any) -> str:
    """Text of values that are all text; the words `null` for none."""
    return yaml.dump(data, Dumper=Plain, sort_keys=False, allow_unicode=True, width=10_000)
