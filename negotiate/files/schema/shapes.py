"""From the schema that pydantic makes of the file format to one that serves a writer.

pydantic's says `oneOf` where a value may have several shapes, for which editors and checkers give many messages for
one slip, or none that helps; here the shapes are told apart by `if` and `then`. Its titles are the names of keys
again. Its types are those of the loader, to which every scalar is text.
"""

from __future__ import annotations

from collections.abc import Callable

from negotiate.files.format.positions import POSITION_KEYS
from negotiate.files.schema.meanings import MEANINGS
from negotiate.files.schema.values import (
    LIST,
    MAPPING,
    Node,
    also,
    as_yaml,
    dated,
    is_date,
    list_or_mapping,
    offered,
    one_of,
    ordered,
    where,
    whole,
    words,
    words_or_nothing,
    yes_no,
)
from negotiate.files.to_model.stances import ANYTHING_ELSE

Fill = Callable[[str, str, Node], Node]
"""What to make of the value of a key, from the definition it stands in, its name and its schema."""

SAID = "position-or-words"
_CALLED = {"PartyKeys": "party", "Ruled": "red-line"}
NOTE = "A remark for the reader."
STANCES = ordered(offered(MEANINGS["stances"]), 900)
_OFFERED = {
    "demand": STANCES,
    "terms": STANCES,
    "accept": ordered(offered(("anything", "nothing")), 900),
    "rules_out": ordered(offered({ANYTHING_ELSE: "all that it does not demand or accept"}), 900),
}


class Shapes:
    """Rewrites one of pydantic's schemas; ``fill`` has the last word on the value of each key."""

    def __init__(self, raw: Node, fill: Fill):
        self.raw: Node = raw.get("$defs", {})
        self.fill = fill
        self.definitions: Node = {}
        self.file = self._keyed("file", raw)
        for name, each in self.raw.items():
            self.definitions[_called(name)] = self._keyed(_called(name), each)

    def _keyed(self, name: str, raw: Node) -> Node:
        """A mapping whose keys the format names."""
        properties = {key: self._property(name, key, each) for key, each in raw["properties"].items()}
        said = {"description": raw["description"]} if "description" in raw else {}
        node = {"type": "object", **said, "properties": properties, "additionalProperties": False}
        return also(node, needing(raw.get("required", []), properties))

    def _property(self, name: str, key: str, raw: Node) -> Node:
        examples = [f"Example: {as_yaml(example)}" for example in raw.get("examples", ())]
        node = {"description": "\n".join([raw.get("description", ""), *examples]), **self.shaped(raw, key)}
        return self.fill(name, key, node)

    def shaped(self, raw: Node, key: str = "") -> Node:
        if "$ref" in raw:
            return {"$ref": f"#/definitions/{_called(_name(raw))}"}
        if "oneOf" in raw or "anyOf" in raw:
            return self._union(raw.get("oneOf") or raw["anyOf"], key)
        if "enum" in raw:
            return yes_no() if "yes" in raw["enum"] else one_of(raw["enum"], MEANINGS.get(key, {}))
        kinds: dict[str, Callable[[Node], Node]] = {
            "string": self._text,
            "integer": lambda raw: whole(share=raw.get("maximum") == 100),
            "array": lambda raw: {"type": "array", "items": self.shaped(raw["items"])},
            "object": self._named,
        }
        return kinds[raw["type"]](raw)

    def _text(self, raw: Node) -> Node:
        return dated(raw["pattern"]) if is_date(raw.get("pattern", "")) else words()

    def _named(self, raw: Node) -> Node:
        """A mapping whose keys are the writer's names. `note` may stand there too; where the values may be words
        it needs no mention, and whoever gains from what has none."""
        values = self.shaped(raw["additionalProperties"], "demand")
        node = {"type": "object", "additionalProperties": values}
        takes_words = "minLength" in values or "enum" in values or values.get("$ref", "").endswith(SAID)
        return node if takes_words else {**node, "properties": {"note": {"description": NOTE, **words()}}}

    # --- values of several shapes

    def _union(self, parts: list[Node], key: str) -> Node:
        if {"type": "null"} in parts:
            return words_or_nothing()
        lists = [part for part in parts if part.get("type") == "array"]
        mappings = [part for part in parts if "$ref" in part or part.get("type") == "object"]
        if len(mappings) > 1:
            return self._said(lists[0], *mappings)
        node = list_or_mapping()
        if any(part.get("type") == "string" for part in parts):
            shapes = [LIST] * bool(lists) + [MAPPING] * bool(mappings)
            node = words(*shapes, offers=_OFFERED.get(key, ()))
        items = [where(LIST, {"items": self.shaped(each["items"])}) for each in lists]
        return also(node, *items, *(where(MAPPING, self.shaped(each)) for each in mappings))

    def _said(self, list_: Node, position: Node, items: Node) -> Node:
        """Words, a list, a position, or a mapping of the items of an issue. A mapping is a position as soon as it
        has one key of a position; until then an editor offers these keys too."""
        if SAID not in self.definitions:
            self.definitions[SAID] = {}  # it holds itself
            keys = [key for key in self.raw[_name(position)]["properties"] if key in POSITION_KEYS]
            offered_keys = {key: {"$ref": f"#/definitions/position/properties/{key}"} for key in keys}
            mapping_of_items = self._named(items)
            note = {"description": NOTE, **mapping_of_items["additionalProperties"]}  # the loader is no stricter
            items_or_empty = {"properties": {"note": note} | offered_keys, **mapping_of_items}
            mapping = {"if": no_position_keys(), "then": items_or_empty, "else": self.shaped(position)}
            node = words(LIST, MAPPING, offers=STANCES)
            self.definitions[SAID] = also(
                node, where(LIST, {"items": self.shaped(list_["items"])}), where(MAPPING, mapping)
            )
        return {"$ref": f"#/definitions/{SAID}"}


def needing(keys: list[str], known: Node) -> Node:
    """Keys that must be there."""
    return where_known(known, {"required": keys}) if keys else {}


def where_known(known: Node, rule: Node) -> Node:
    """A rule on what must be there. Where a key is unknown, it is likely what is missed, and one message enough."""
    return {"if": {"propertyNames": {"enum": list(known)}}, "then": rule}


def no_position_keys() -> Node:
    """By a pattern: an editor's server thinks that a key about to be written may be any of an enumeration."""
    return {"propertyNames": {"pattern": f"^(?!(?:{'|'.join(sorted(POSITION_KEYS))})$)"}}


def _name(raw: Node) -> str:
    name: str = raw["$ref"].rpartition("/")[2]
    return name


def _called(name: str) -> str:
    """What a definition is called: an editor says that it expects a "statement"."""
    return _CALLED.get(name, name.lower())
