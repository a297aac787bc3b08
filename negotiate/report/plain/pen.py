"""Plain text for a terminal or a pipe: wrapped, indented, with colour only where it is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from negotiate.report.picture.parts import Span
from negotiate.text.clean import one_line
from negotiate.text.marks import OUTCOMES
from negotiate.text.width import wrap

_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "→": "->", "–": "-", "—": "-", "·": "-", "\xa0": " "}
)
# SGR codes of the sixteen colours that every theme of a terminal has chosen to be readable.
_COLOURS = {
    "title": "1",
    "heading": "1",
    "name": "1",
    "demand": "36",
    "accept": "32",
    "condition": "33",
    "line": "31",
    "common": "32",
    "gap": "33",
    "axis": "",
    "quiet": "2",
    "good": "32",
    "fair": "36",
    "far": "33",
    "bad": "31",
    "alert": "35",
}


@dataclass(slots=True)
class Pen:
    """Writes lines of at most ``width`` cells. ``ascii_only`` replaces signs and typographic marks."""

    width: int = 80
    ascii_only: bool = False
    colour: bool = False
    lines: list[str] = field(default_factory=list)

    def write(self, text: str, indent: int = 0, tone: str = "", hang: int = 2) -> None:
        """A paragraph; the lines after the first stand ``hang`` cells further in."""
        text = self._plain(one_line(text))
        indent = min(indent, self.width // 4)
        room = max(self.width - indent - hang, 8)
        for n, piece in enumerate(wrap(text, room)):
            self.lines.append(" " * (indent + (hang if n else 0)) + self._painted(piece, tone))

    def address(self, url: str, indent: int = 0) -> None:
        """An address on a line of its own, whole: a terminal breaks it by itself and can follow it."""
        self.lines.append(" " * min(indent, self.width // 4) + self._painted(one_line(url), "quiet"))

    def heading(self, text: str) -> None:
        """A heading of a part, with an empty line before it."""
        self.gap()
        self.write(text.upper(), tone="heading")

    def gap(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def draw(self, drawn: Sequence[Sequence[Span]], indent: int = 2) -> None:
        """Lines of toned spans, such as a picture."""
        for line in drawn:
            painted = "".join(self._painted(self._plain(span.text), span.tone) for span in line)
            self.lines.append((" " * indent + painted).rstrip())

    def verdict_sign(self, word: str) -> str:
        return OUTCOMES[word].shown(self.ascii_only)

    def text(self) -> str:
        return "\n".join([*self.lines, ""])

    def _plain(self, text: str) -> str:
        return text.translate(_ASCII) if self.ascii_only else text

    def _painted(self, text: str, tone: str) -> str:
        code = _COLOURS.get(tone, "") if self.colour else ""
        return f"\x1b[{code}m{text}\x1b[0m" if code and text.strip() else text
