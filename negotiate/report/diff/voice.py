"""How two versions are spoken of: as an old and a new one, or as two sides of a merge that nobody has chosen from."""

from __future__ import annotations

from negotiate.compare.changes.matching import How
from negotiate.compare.over_time.shift import Direction, Extent
from negotiate.files.past.conflicts import Side
from negotiate.report.versions.versions import Version
from negotiate.report.wording import capital

_EXTENTS = {Extent.MORE: "more", Extent.LESS: "less", Extent.OTHER: "other outcomes"}
_WORDS = {Direction.SOFTENED: "softer", Direction.HARDENED: "harder"}


class Voice:
    """An old version and a new one."""

    title = "What changed"
    old, new = "old", "new"
    differs, differ = "changed", "changed"
    """Of one thing, of several."""
    no_terms = "no two terms to compare before, and none now"
    is_over_time = True

    def versions(self, names: tuple[str, str]) -> list[tuple[str, str]]:
        """Each version's word, and which it is."""
        return [(capital(self.old), names[0]), (capital(self.new), names[1])]

    def steps(self, before: str, after: str) -> str:
        """Two verdicts, each in a few words."""
        return f"{before} → {after}" if before != after else after

    def how(self, how: How, number: int = 1) -> str:
        """What became of one thing, or of several of a kind."""
        if how is How.CHANGED:
            return self.differs if number == 1 else self.differ
        return str(how.value)

    def counts(self, now: bool) -> str:
        """Of what was there all along."""
        return "now counts" if now else "counts no longer"

    def did(self, direction: Direction) -> str:
        """What a party did that softened or hardened."""
        return str(direction.value)

    def moved(self, direction: Direction, name: str, steps: str, by_old: bool, amount: str = "") -> str:
        """Softened or hardened; ``steps`` are the verdicts before and after, where they are to be told, ``amount`` by
        how much it moved."""
        against = f" (against {name}'s old position)" if by_old else ""
        by = f", {amount}" if amount else ""
        return f"{direction.value.capitalize()} towards {name}{by}{steps and f': {steps}'}{against}."

    def passed(self, name: str, to_new: bool) -> str:
        nearer, further = ("new", "old") if to_new else ("old", "new")
        return f"Nearer to {name}'s {nearer} position and further from its {further} one."

    def neither(self, names: str) -> str:
        return f"Moved, but neither nearer to {names} nor further away."

    def untold(self, names: str) -> str:
        return f"Whether this is nearer to {names} cannot be told."

    def accepts(self, extent: Extent) -> str:
        return f"Would accept {_EXTENTS[extent]} than before."

    def rules_out(self, extent: Extent) -> str:
        return f"Rules out {_EXTENTS[extent]} than before."


class Unmerged(Voice):
    """Two sides of a merge, by their words: ours and theirs."""

    differs, differ = "differs", "differ"
    no_terms = "no two terms to compare on either side"
    is_over_time = False

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.title = f"{capital(old)} against {new}"

    def versions(self, names: tuple[str, str]) -> list[tuple[str, str]]:
        """A side's name says which side it is: only git's words for it are left to tell."""
        sides = zip((self.old, self.new), names, strict=True)
        return [(capital(side), name.removeprefix(side).strip(" ()")) for side, name in sides]

    def steps(self, before: str, after: str) -> str:
        return f"{after} instead of {before}" if before != after else after

    def how(self, how: How, number: int = 1) -> str:
        alone = {How.ADDED: self.new, How.DROPPED: self.old}
        return f"only in {alone[how]}" if how in alone else super().how(how, number)

    def counts(self, now: bool) -> str:
        return f"counts only in {self.new if now else self.old}"

    def did(self, direction: Direction) -> str:
        return f"is {_WORDS[direction]} in {self.new}"

    def moved(self, direction: Direction, name: str, steps: str, by_old: bool, amount: str = "") -> str:
        against = f" (against {name}'s position in {self.old})" if by_old else ""
        by = f", {amount}" if amount else ""
        return f"{capital(self.new)} is {_WORDS[direction]} towards {name}{by}{steps and f': {steps}'}{against}."

    def passed(self, name: str, to_new: bool) -> str:
        nearer, further = (self.new, self.old) if to_new else (self.old, self.new)
        return f"{capital(self.new)} is nearer to {name}'s position in {nearer}, further from that in {further}."

    def neither(self, names: str) -> str:
        return f"{capital(self.new)} is neither nearer to {names} nor further away."

    def untold(self, names: str) -> str:
        return f"Whether {self.new} is nearer to {names} cannot be told."

    def accepts(self, extent: Extent) -> str:
        return f"{capital(self.new)} would accept {_EXTENTS[extent]} than {self.old}."

    def rules_out(self, extent: Extent) -> str:
        return f"{capital(self.new)} rules out {_EXTENTS[extent]} than {self.old}."


OVER_TIME = Voice()


def voice_of(old: Version, new: Version) -> Voice:
    """The base of a merge is older than both of its sides."""
    if old.side and new.side and {old.side, new.side} == {Side.OURS, Side.THEIRS}:
        return Unmerged(old.side.value, new.side.value)
    return OVER_TIME
