"""What the screens show, as text: ``REWRITE_GOLDEN=1 pytest tests/tui/test_goldens.py`` writes them anew; then read them.

Nearly all show the small ferry folder beside this file, which does not change; the bundled negotiation is here as the
main screen alone.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .ferries import SINCE, changed, committed, merged
from .visit import FERRY, ISTANBUL, NARROW, TINY, USUAL, WIDE, visit

GOLDEN = Path(__file__).parents[1] / "golden/screens"
REWRITE = "REWRITE_GOLDEN"

SCREENS = {
    "matrix": (),
    "matrix-filtered": ("/quay", "enter"),
    "matrix-all-together": ("tab", "tab", "tab"),
    "matrix-party": ("home", "v", "v"),
    "issue-range": ("enter",),
    "issue-scale": ("j", "j", "j", "j", "enter"),
    "issue-order": ("G", "k", "k", "k", "enter", "pagedown"),
    "pair": ("p",),
    "sources": ("S",),
    "problems": ("exclamation_mark",),
    "keys": ("question_mark",),
    "words": ("question_mark", "tab"),
    "export": ("x",),
}
SIZES = {"wide": WIDE, "usual": USUAL, "narrow": NARROW}
ONCE = ("matrix-filtered", "matrix-all-together", "matrix-party", "issue-scale", "issue-order", "words", "export")
"""Shown in one size only: what differs by size is seen on the others."""


def compare(name: str, lines: list[str]) -> None:
    path = GOLDEN / f"{name}.txt"
    text = "\n".join(lines) + "\n"
    if os.environ.get(REWRITE):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


CASES = [(name, size) for name in SCREENS for size in SIZES if name not in ONCE or size == "usual"]


@pytest.mark.parametrize(("name", "size"), CASES)
async def test_ferry(name: str, size: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if name == "export":  # its path is the current folder's
        monkeypatch.setattr("pathlib.Path.cwd", lambda: Path("/home/ann"))
    async with visit(FERRY, SIZES[size]) as seen:
        await seen.press(*SCREENS[name])
        for notice in list(seen.app._notifications):
            seen.app._unnotify(notice)
        await seen.pilot.pause()
        compare(f"ferry-{name}-{size}", seen.lines)


async def test_ferry_in_a_tiny_window() -> None:
    async with visit(FERRY, TINY) as seen:
        compare("ferry-matrix-tiny", seen.lines)


@pytest.mark.parametrize("name", ["matrix", "issue-range", "pair", "keys", "problems"])
async def test_ascii(name: str) -> None:
    async with visit(FERRY, USUAL, plain=True) as seen:
        await seen.press(*SCREENS[name])
        assert seen.text.isascii()
        compare(f"ferry-{name}-ascii", seen.lines)


async def test_without_colour_the_text_is_the_same() -> None:
    async with visit(FERRY, USUAL, no_color=True) as seen:
        compare("ferry-matrix-usual", seen.lines)


@pytest.mark.parametrize("size", ["wide", "usual"])
async def test_bundled(size: str) -> None:
    async with visit(ISTANBUL, SIZES[size]) as seen:
        compare(f"istanbul-matrix-{size}", seen.lines)


VERSIONS = {
    "changes": (SINCE, ("D", "enter")),
    "version": (SINCE, ("D",)),
    "merge": (None, ("D", "enter")),
    "merge-matrix": (None, ()),
    "merge-problems": (None, ("exclamation_mark",)),
}
SHOWN = [
    *(("changes", size) for size in (*SIZES, "ascii")),
    ("version", "usual"),
    *(("merge", size) for size in (*SIZES, "ascii")),
    ("merge-matrix", "usual"),
    *(("merge-problems", size) for size in ("usual", "narrow")),
]


@pytest.mark.parametrize(("name", "size"), SHOWN)
async def test_versions(name: str, size: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2031-05-03T12:00:00 +0000")
    changes, keys = VERSIONS[name]
    if changes:
        changed(committed(tmp_path / "home"), changes)
    else:
        merged(tmp_path / "home")
    monkeypatch.chdir(tmp_path / "home")
    async with visit(Path("ferry"), SIZES.get(size, USUAL), plain=size == "ascii") as seen:
        for key in keys:
            await seen.press(key)
            await seen.settle()
        compare(f"ferry-{name}-{size}", seen.lines)
