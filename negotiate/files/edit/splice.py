"""One value of a file changed and nothing else: put in at its place, then read again before it is believed."""

from __future__ import annotations

from dataclasses import dataclass

from negotiate.files.edit.original import Original
from negotiate.files.edit.paths import Path, box_of, same_but
from negotiate.files.edit.refused import EditRefused
from negotiate.files.edit.spelling import demand_writable, spellings
from negotiate.files.edit.spot import find_spot
from negotiate.files.source.document import Document


@dataclass(frozen=True)
class Splice:
    """``new`` in place of ``old`` at ``start``; it makes ``words`` of the value at ``path``, which were ``before``."""

    path: Path
    start: int
    old: str
    new: str
    before: str | None
    words: str | None

    @property
    def inverse(self) -> Splice:
        return Splice(self.path, self.start, self.new, self.old, self.words, self.before)

    def applied(self, text: str) -> str:
        end = self.start + len(self.old)
        assert text[self.start : end] == self.old
        return text[: self.start] + self.new + text[end:]


def splice(original: Original, path: Path, words: str) -> Splice:
    """The change of the scalar at ``path`` to ``words``, proved. Raises EditRefused where none can be proved."""
    document = original.document
    spot = find_spot(document, path)
    box = box_of(document.data, path)
    demand_writable(words, document.place(box, path[-1]))
    before, written = box[path[-1]], original.text[spot.start : spot.end]
    if before == words:
        return Splice(path, spot.start, written, written, before, words)
    gap = " " if not written and not original.text[: spot.start].endswith((" ", "{", "[")) else ""
    for spelling in spellings(words, spot, written):
        found = Splice(path, spot.start, written, gap + spelling, before, words)
        if is_proved(original, found):
            return found
    raise EditRefused("this cannot be changed safely here: open it in your editor", document.place(box, path[-1]))


def is_proved(original: Original, change: Splice) -> bool:
    """Whether the text with the change reads as it should: the same everywhere but at the path."""
    return is_read_back(original.with_text(change.applied(original.text)).document, original.document, change)


def is_read_back(after: Document, before: Document, change: Splice) -> bool:
    sound = not after.problems and after.complete
    return sound and same_but(before.data, after.data, change.path, change.words)
