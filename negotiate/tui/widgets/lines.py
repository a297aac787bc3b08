"""A few lines of toned text: headers, status, the pane below the matrix."""

from __future__ import annotations

from collections.abc import Sequence

from textual.geometry import Size
from textual.strip import Strip
from textual.widget import Widget

from negotiate.tui.drawing import glyphs, strip
from negotiate.tui.palette import Palette
from negotiate.tui.spans import Line, Para, Span, lay_all, plain


class Lines(Widget):
    """Shows paragraphs on one ground, cut at its height; the last line says when something is left out."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Lines { height: auto; }"

    def __init__(
        self,
        ground: str = "ground",
        margin: int = 1,
        plain: bool = False,
        no_color: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.ground, self.margin = ground, margin
        self.plain, self.no_color = plain, no_color
        self.paras: Sequence[Para] = ()
        self.more = ""
        self.ruled = False

    def show(self, paras: Sequence[Para], more: str = "", layout: bool = False) -> None:
        """Show these; ``more`` stands at the end of the last line where not all fit."""
        if (paras, more) != (self.paras, self.more):
            self.paras, self.more = paras, more
            self.refresh(layout=layout)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self._laid(width)) + self.ruled

    def _laid(self, width: int) -> list[Line]:
        return lay_all(self.paras, max(1, width - 2 * self.margin))

    def _visible(self) -> list[Line]:
        lines, height = self._laid(self.size.width), self.size.height - self.ruled
        if len(lines) <= height or not self.more or height < 1:
            return lines
        return [*lines[: height - 1], _with_more(lines[height - 1], self.more, self.size.width - 2 * self.margin)]

    def render_line(self, y: int) -> Strip:
        palette, width = Palette.of(self.app.current_theme, self.no_color), self.size.width
        if self.ruled:
            if y == 0:
                return strip((Span(glyphs(self.plain).across * width, "rule"),), width, palette, self.ground)
            y -= 1
        lines = self._visible()
        line = (Span(" " * self.margin), *lines[y]) if y < len(lines) else ()
        return strip(line, width, palette, self.ground)


def _with_more(line: Line, more: str, width: int) -> Line:
    from rich.cells import cell_len

    room = width - cell_len(plain(line)) - cell_len(more)
    if room >= 2:
        return (*line, Span(" " * room), Span(more, "key"))
    return (Span(" " * max(0, width - cell_len(more))), Span(more, "key"))
