"""The names of one negotiation, put into the schemas of its files."""

from __future__ import annotations

from collections.abc import Mapping

from negotiate.files.schema.issues import IssueSchemas
from negotiate.files.schema.names import one_of_names
from negotiate.files.schema.values import LIST, Node, also, offered, ordered, where, words
from negotiate.model import Negotiation


class FolderNames:
    """Fills in names where a key refers to something.

    ``strict``: other names are errors. They are not in negotiation.yaml itself, which defines the names and may
    have new ones by the minute, nor where it could not be read as a whole.
    """

    def __init__(self, negotiation: Negotiation, strict: bool):
        self.strict = strict
        self.parties = {id: party.name for id, party in negotiation.parties.items()}
        self.sources = {id: source.title for id, source in negotiation.sources.items()}
        self.texts = {id: paper.title for id, paper in negotiation.papers.items()}
        self.rounds = {each.id: str(each.when) for each in negotiation.rounds}
        self.issues = IssueSchemas(negotiation.issues, strict)

    @property
    def definitions(self) -> Node:
        """What is used in many places, once."""
        known = {
            "party": self._names(self.parties, "party"),
            "issue": self._names(self.issues.known, "issue"),
            "source": self._names(self.sources, "source", place_follows=True),
            "addressee": self._names(self.sources | self.texts | self.parties, "party, text or source", True),
        }
        one = {f"{name}-name": each for name, each in known.items()}
        return one | {f"{name}-names": _or_list(name, each) for name, each in known.items()} | self.issues.definitions

    def _names(self, known: Mapping[str, str], kind: str, place_follows: bool = False) -> Node:
        check = {}
        if self.strict and known:
            check = one_of_names(list(known), f"negotiation.yaml has no such {kind}", place_follows)
        return words(offers=ordered(offered(known)), check=check)

    def fill(self, owner: str, key: str, node: Node) -> Node:
        """The value of a key, with the names that may stand there."""
        match owner, key:
            case _, "party" | "of" | "present" | "show":
                return _named("party", node)
            case _, "issue" | "source":
                return _named(key, node)
            case _, "merged_into":
                return _named("issue", node)
            case _, "to":
                return _named("addressee", node)
            case _, "disputed_by":
                return _described(node, words(offers=offered(self.parties)))
            case _, "as_of":
                return _described(node, words(offers=offered(self.rounds)))
            case _, "wants":
                gains = node["additionalProperties"]
                return {**node, "properties": {id: {"description": said, **gains} for id, said in self.parties.items()}}
        return self._by_issue(owner, key, node)

    def _by_issue(self, owner: str, key: str, node: Node) -> Node:
        match owner, key:
            case (_, "positions") | ("text", "terms"):
                return self.issues.keyed(node, self.issues.positions())
            case _, "if":
                return _described(node, {"$ref": "#/definitions/conditions"})
            case _, "salience":
                return self.issues.keyed(node, self.issues.shares())
            case _, "points":
                return self.issues.keyed(node, self.issues.points())
        return node


def _named(name: str, node: Node) -> Node:
    """A name, a list of names, or either: whatever the format has here."""
    if node["type"] == "array":
        return {**node, "items": {"$ref": f"#/definitions/{name}-name"}}
    kind = "names" if "array" in node["type"] else "name"
    return _described(node, {"$ref": f"#/definitions/{name}-{kind}"})


def _described(node: Node, other: Node) -> Node:
    """Another value under the description of a key."""
    return {"description": node["description"], **other}


def _or_list(name: str, one: Node) -> Node:
    """One name, or a list of them."""
    several = words(LIST, offers=one.get("defaultSnippets", ()), check=one.get("else"))
    return also(several, where(LIST, {"items": {"$ref": f"#/definitions/{name}-name"}}))
