"""JSON Schemas of the two kinds of file, for editors and checkers; of every negotiation, or of one.

Draft 07: yaml-language-server 1.25 and 2.0 and check-jsonschema 0.39 say the same of draft 2020-12 word for word, and
other editors know no later one.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from negotiate.files.format.files import NegotiationFile, PartyFile
from negotiate.files.format.models import adapter
from negotiate.files.load import Loaded
from negotiate.files.problems import Severity
from negotiate.files.schema.folder import FolderNames
from negotiate.files.schema.shapes import Shapes, needing, where_known
from negotiate.files.schema.values import Node, also
from negotiate.files.to_model.domains import NEEDS, TAKES

NEGOTIATION, PARTY = "negotiation", "party"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_FORMATS: dict[str, type] = {NEGOTIATION: NegotiationFile, PARTY: PartyFile}
_NEITHER = "A file begins with `negotiation: its title`; one in the folder parties with `party: its name`."


def schema(kind: str = "", loaded: Loaded | None = None) -> Node:
    """The schema of one kind of file, or one that serves both; with the names of a negotiation that was read."""
    if kind:
        return {"$schema": _DRAFT, **_of_kind(kind, loaded)}
    definitions = {each: _moved(_of_kind(each, loaded), f"#/definitions/{each}") for each in _FORMATS}
    first = {each: definitions[each]["properties"][each] for each in _FORMATS}
    node: Node = {"properties": first, "required": [NEGOTIATION], "errorMessage": _NEITHER}
    for each in _FORMATS:
        begins_so = {"type": "object", "required": [each]}
        node = {"if": begins_so, "then": {"$ref": f"#/definitions/{each}"}, "else": node}
    return {"$schema": _DRAFT, "type": "object", **node, "definitions": definitions}


def _of_kind(kind: str, loaded: Loaded | None) -> Node:
    names = _names(kind, loaded)
    shapes = Shapes(adapter(_FORMATS[kind]).json_schema(), names.fill if names else _unfilled)
    definitions = shapes.definitions | (names.definitions if names else {})
    for name, rule in _RULES.items():
        if name in definitions:
            definitions[name] = rule(definitions[name])
    file = _pair_shown(shapes.file) if kind == NEGOTIATION else shapes.file
    return {**file, "definitions": definitions}


def _names(kind: str, loaded: Loaded | None) -> FolderNames | None:
    if loaded is None or loaded.negotiation is None:
        return None
    errors = [Path(each.place.file) for each in loaded.problems if each.severity is Severity.ERROR]
    whole = loaded.files[0] not in errors
    return FolderNames(loaded.negotiation, strict=whole and kind == PARTY)


def _unfilled(owner: str, key: str, node: Node) -> Node:
    return node


def _moved(node: Any, root: str) -> Any:
    """A schema as a part of another: its references begin further down."""
    if isinstance(node, list):
        return [_moved(each, root) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        key: f"{root}{value[1:]}" if key == "$ref" and isinstance(value, str) else _moved(value, root)
        for key, value in node.items()
    }


# --- what the models do not say


def _issue(node: Node) -> Node:
    """Each type of issue has keys of its own."""
    properties = node["properties"]
    kinds = properties["type"]["enum"]
    unknown = {"if": {"properties": {"type": {"enum": kinds}}, "required": ["type"]}, "else": _keys(properties, [])}
    typed = [
        {
            "if": {"properties": {"type": {"const": kind}}, "required": ["type"]},
            "then": _keys(_own_keys(properties, kind), [NEEDS[kind]] if kind in NEEDS else []),
        }
        for kind in kinds
    ]
    kept = {key: value for key, value in node.items() if key != "additionalProperties"}
    return also({**kept, "properties": {"type": properties["type"]}}, unknown, *typed)


def _keys(properties: Node, must: list[str]) -> Node:
    node = {"properties": properties | {"type": True}, "additionalProperties": False}
    return also(node, needing(must, properties))


def _own_keys(properties: Node, kind: str) -> Node:
    others = frozenset().union(*TAKES.values()) - TAKES[kind]
    return {key: value for key, value in properties.items() if key not in others}


def _statement(node: Node) -> Node:
    said = "A statement needs a `date`, or a `source` that has one."
    dated = {"if": {"required": ["source"]}, "else": {"required": ["date"], "errorMessage": said}}
    return also(node, where_known(node["properties"], dated))


def _response(node: Node) -> Node:
    answers = [each for each in node["properties"]["says"]["enum"] if each != "no answer"]
    said = "A reply needs a `date`; only `no answer` may do without."
    answered = {"properties": {"says": {"enum": answers}}, "required": ["says"]}
    dated = {"if": answered, "then": {"required": ["date"], "errorMessage": said}}
    return also(node, where_known(node["properties"], dated))


def _pair_shown(node: Node) -> Node:
    properties = node["properties"]
    return {**node, "properties": properties | {"show": properties["show"] | {"minItems": 2, "maxItems": 2}}}


_RULES: dict[str, Callable[[Node], Node]] = {"issue": _issue, "statement": _statement, "response": _response}
