"""The issues of one negotiation in the schemas: what may be said on each of them, and what an editor offers for it."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from negotiate.files.format.positions import POSITION_KEYS
from negotiate.files.schema.names import keys_among
from negotiate.files.schema.shapes import NOTE, SAID, STANCES, no_position_keys
from negotiate.files.schema.terms import described, outcomes, term_check, term_offers
from negotiate.files.schema.values import LIST, MAPPING, Node, also, offered, where, whole, words
from negotiate.files.to_model.stances import OTHERS
from negotiate.model import Issue

_ASKED = ("demand", "terms", "accept", "rules_out")


class IssueSchemas:
    """``strict``: an editor may say that something is wrong; else it only offers what there is."""

    def __init__(self, issues: Mapping[str, Issue], strict: bool):
        self.strict = strict
        self.families: dict[str, list[Issue]] = {}
        for issue in issues.values():
            self.families.setdefault(issue.family, []).append(issue)
        rows = {issue.id: issue for issue in issues.values() if issue.item}
        self.issues = {name: rows[0] for name, rows in self.families.items()} | rows
        """By every name that a file may use: an issue with `each` stands for all its rows."""

    @property
    def definitions(self) -> Node:
        made = dict[str, Node]({"conditions": self._conditions()})
        for name, rows in self.families.items():
            made[f"check-{name}"] = self._check(rows[0])
            made[f"offers-{name}"] = {"defaultSnippets": term_offers(rows[0])}
            made[f"condition-{name}"] = self._condition(rows[0])
            made[f"asked-{name}"] = self._asked(rows[0])
            made[f"terms-{name}"] = self._terms(rows[0])
            made[f"position-{name}"] = self._position(name, rows)
        return made

    @property
    def known(self) -> dict[str, str]:
        """Each name, and what it is about."""
        return {name: issue.title if name == issue.id else described(issue) for name, issue in self.issues.items()}

    # --- mappings whose keys are issues

    def keyed(self, node: Node, values: Node) -> Node:
        keys = keys_among(list(self.issues), "negotiation.yaml has no such issue") if self._checks else {}
        return {**node, "properties": node.get("properties", {}) | values, **keys}

    @property
    def _checks(self) -> bool:
        return self.strict and bool(self.issues)

    def positions(self) -> Node:
        """A row of an issue with `each` may be named (`territory Donetsk`), but is offered below its issue."""
        rows = {name: issue for name, issue in self.issues.items() if name not in self.families}
        hidden = {name: {"doNotSuggest": True, **_said(issue, "terms")} for name, issue in rows.items()}
        return hidden | {name: _said(rows[0], "position") for name, rows in self.families.items()}

    def shares(self) -> Node:
        return {name: {"description": said, **whole(share=True)} for name, said in self.known.items()}

    def points(self) -> Node:
        return {name: _worths(issue) for name, issue in self.issues.items()}

    def _conditions(self) -> Node:
        """What stands under `if`."""
        values = {name: _reference("condition", issue) for name, issue in self.issues.items()}
        others = words(LIST, offers=offered(("anything", "nothing")))
        return self.keyed({"type": "object", "additionalProperties": others}, values)

    def _condition(self, issue: Issue) -> Node:
        offers = term_offers(issue) or offered(("anything", "nothing"))
        return also(words(LIST, offers=offers, description=described(issue)), _reference("check", issue))

    # --- terms

    def _check(self, issue: Issue) -> Node:
        """Of words, or of each of a list of them."""
        check = term_check(issue) if self.strict else {}
        return {"allOf": [check, where(LIST, {"items": check})]} if check else {}

    def _asked(self, issue: Issue) -> Node:
        """A demand, an offer or a red line: what is offered for its terms, and what is none."""
        words_ = [_reference("offers", issue), _reference("check", issue)]
        own = where(MAPPING, {"properties": {"terms": {"allOf": words_}}})
        return {"defaultSnippets": term_offers(issue), "allOf": [*words_[1:], own, where(LIST, {"items": own})]}

    def _terms(self, issue: Issue) -> Node:
        """What a position on an issue adds to every position."""
        if not term_offers(issue):
            return {}
        return {"allOf": [_reference("check", issue)], "properties": dict.fromkeys(_ASKED, _reference("asked", issue))}

    def _position(self, family: str, rows: list[Issue]) -> Node:
        """The same, and the items of an issue with `each`; on other issues a mapping can only be a position."""
        items = [row.item for row in rows if row.item]
        mapping = _items(rows[0], items) if items else {}
        if self.strict:
            mapping |= _items_among(family, items)
        items_alone = {"if": {"type": "object", **no_position_keys()}, "then": mapping}
        return {"allOf": [_reference("terms", rows[0]), items_alone]}


def _said(issue: Issue, kind: str) -> Node:
    """A position on an issue."""
    known = [{"$ref": f"#/definitions/{SAID}"}, _reference("offers", issue), _reference(kind, issue)]
    return {"description": described(issue), "defaultSnippets": STANCES, "allOf": known}


def _items(issue: Issue, items: list[str]) -> Node:
    terms = {"defaultSnippets": STANCES, "allOf": [_reference("offers", issue), _reference("terms", issue)]}
    names = dict.fromkeys(items, described(issue)) | {OTHERS: "All that are not named here."}
    return {
        "properties": {"note": {"description": NOTE}}
        | {name: {"description": said, **terms} for name, said in names.items()},
        "additionalProperties": _reference("terms", issue),
    }


def _items_among(family: str, items: list[str]) -> Node:
    if items:
        return keys_among([*items, OTHERS], f"In negotiation.yaml {family} has no such item", ("note", OTHERS))
    return {"propertyNames": {"doNotSuggest": True, "enum": sorted({"note", *POSITION_KEYS})}}


def _worths(issue: Issue) -> Node:
    worths = {name: {"description": said, **whole()} for name, said in outcomes(issue).items()}
    said = {"type": "object", "description": described(issue)}
    return {**said, "properties": {"note": words()} | worths, "additionalProperties": whole()}


def _reference(kind: str, issue: Issue) -> Node:
    """To a definition, by a step of a JSON pointer within a URI."""
    step = f"{kind}-{issue.family}".replace("~", "~0").replace("/", "~1")
    return {"$ref": f"#/definitions/{quote(step, safe='~')}"}
