"""A file as it was read: its bytes, its text, and the way from a changed text back to bytes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from negotiate.files.edit.refused import EditRefused
from negotiate.files.source.document import Document
from negotiate.files.source.reading import Unreadable, read_text
from negotiate.files.source.tree import parse
from negotiate.model import Place

# The last has no mark: it fits whatever the others do not.
_ENCODINGS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"", "utf-8"),
)


@dataclass(frozen=True)
class Original:
    """``mark`` is the byte order mark, which ``text`` does not hold."""

    name: str
    text: str
    mark: bytes = b""
    codec: str = "utf-8"

    @property
    def raw(self) -> bytes:
        return self.mark + self.text.encode(self.codec)

    @cached_property
    def document(self) -> Document:
        """The values of the text. Only for looking: a loader changes what it is given."""
        return parse(self.text, self.name)

    def with_text(self, text: str) -> Original:
        return replace(self, text=text)


def read_original(name: str) -> Original:
    """The file as it is now. Raises EditRefused where it cannot be read, or not be written as it was."""
    try:
        text, raw = read_text(Path(name)), Path(name).read_bytes()
    except Unreadable as error:
        raise EditRefused(error.message, Place(name, error.line or 1, error.column or 1)) from None
    except OSError as error:
        raise EditRefused(f"cannot be read: {error.strerror}", Place(name, 1, 1)) from None
    mark, codec = next(each for each in _ENCODINGS if raw.startswith(each[0]))
    original = Original(name, text, mark, codec)
    if original.raw != raw:
        raise EditRefused("changed while it was being read; try again", Place(name, 1, 1))
    return original


def demand_sound(document: Document) -> None:
    """Refuse a document that is not wholly read as it is written: an offset in it might mean something else."""
    if document.problems:
        problem = document.problems[0]
        raise EditRefused(f"first correct this in your editor: {problem.message}", problem.place)
    if not document.complete or not isinstance(document.data, dict):
        raise EditRefused("open it in your editor: it could not be read to the end", Place(document.name, 1, 1))
