"""The page on two versions: which they are, what is wrong in their files, and what changed or differs."""

from __future__ import annotations

from collections.abc import Iterator

from negotiate.report.diff.diff import error_lines
from negotiate.report.wording import capital
from negotiate.tui.comparison import Compared, Comparison
from negotiate.tui.session import Session
from negotiate.tui.spans import BLANK, FIXED, Block, Para, Span, para
from negotiate.tui.texts.changes import Scene, change_blocks, summary
from negotiate.tui.texts.signs import Sign


def comparison_blocks(
    session: Session, comparison: Comparison, compared: Compared, sign: Sign, width: int, plain: bool
) -> list[Block]:
    if compared.tale is None:
        return [Block((*_errors(compared), *_ways_on()))]
    voice = compared.tale.voice
    heads = ("before", comparison.after) if voice.is_over_time else (voice.old, voice.new)
    scene = Scene(session, compared, compared.tale, heads, sign, width, "->" if plain else "→")
    opening = [*_versions(scene), *_errors(compared), BLANK]
    if not compared.tale.changes:
        return [Block((*opening, *_nothing(scene)))]
    return [Block((*opening, *summary(scene))), *change_blocks(scene)]


def reading_blocks(comparison: Comparison) -> list[Block]:
    return [Block((para(Span(f"Reading {comparison.said} …", "quiet")),))]


def refused_blocks(refused: str) -> list[Block]:
    return [Block((para(Span(f"{capital(refused)}.", "alert")), *_ways_on()))]


def _ways_on() -> list[Para]:
    keys = Span("D", "key"), " compares with another version, ", Span("q", "key"), " goes back."
    return [BLANK, para(*keys)]


def _versions(scene: Scene) -> Iterator[Para]:
    """Which versions these are, and as of when."""
    about = scene.compared.opened.about
    for n, (age, name, day) in enumerate(scene.tale.versions(scene.compared.names)):
        head = scene.heads[n] if n < len(scene.heads) else age.lower()
        said = Span(name, "strong"), Span(about if n == 0 else "", "quiet"), Span(day, "quiet")
        parts = (part for each in said if each.text for part in (Span(FIXED * 2), each))
        yield para(Span(f"{head}:", "quiet"), *parts, hang=2)


def _errors(compared: Compared) -> Iterator[Para]:
    """Of both versions, and what follows."""
    old, new = compared.opened[:2]
    for version in (old, new):
        for n, line in enumerate(error_lines(version)):
            yield para(Span(line, "quiet" if n else "alert"), hang=2)
    if old.errors and compared.tale and compared.tale.voice.is_over_time:
        yield para(Span("What could not be read in the old files may look as if it were new.", "quiet"))


def _nothing(scene: Scene) -> list[Para]:
    if scene.is_over_time:
        return [para(Span("Nothing changed.", "good")), *_ways_on()]
    said = "Both sides say the same. They differ only in what is not read: comments, spaces, line breaks."
    return [para(Span(said, "good"))]
