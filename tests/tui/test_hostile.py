"""Texts that are long, wide, written from right to left, or try to be more than text; folders that hold next to nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from negotiate.tui.screens.matrix import MatrixScreen

from .visit import NARROW, TINY, USUAL, WIDE, Visit, visit

LONG = {
    "cyrillic": "Отвод войск из четырёх областей и сроки его завершения " * 4,
    "arabic": "انسحاب القوات من المناطق الأربع ومواعيد إنجازه " * 5,
    "chinese": "軍隊撤出四個地區的期限與監督機制" * 13,
    "emoji": "👩‍👩‍👧‍👦🏳️‍🌈⚖️🤝" * 40,
    "one word": "Donaudampfschifffahrtsgesellschaft" * 6,
}
MARKUP = "[red]x[/red] [@click=app.quit]y[/] [bold"


def write(folder: Path, negotiation: str, **parties: str) -> Path:
    (folder / "parties").mkdir(parents=True)
    (folder / "negotiation.yaml").write_text(negotiation, encoding="utf-8")
    for name, text in parties.items():
        (folder / f"parties/{name}.yaml").write_text(f"party: {name}\n{text}", encoding="utf-8")
    return folder


def with_text(folder: Path, text: str) -> Path:
    """A negotiation that has the text in every place, quoted as YAML asks."""
    said = text.translate({ord("'"): "''"})
    negotiation = f"""\
negotiation: '{said}'
summary: '{said}'
parties: {{ann: '{said}', ben: '{said} B'}}
issues:
  one: {{title: '{said}', question: '{said}', group: '{said}', type: text, note: '{said}'}}
  two: {{title: '{said} 2', group: '{said}', type: yes-no}}
sources:
  paper: {{title: '{said}', publisher: '{said}', date: 2031-01-01, note: '{said}'}}
"""
    ann = f"""\
statements:
  - source: paper
    title: '{said}'
    positions:
      one: {{says: '{said}', quote: '{said}', note: '{said}'}}
      two: {{demand: yes, scope: '{said}'}}
responses:
  - {{to: ben, issue: two, says: rejects, by: '{said}', date: 2031-01-02, quote: '{said}', source: paper}}
"""
    ben = "statements:\n  - {source: paper, positions: {two: no}}\n"
    return write(folder, negotiation, ann=ann, ben=ben)


async def walk(seen: Visit) -> str:
    """Everything that the screens show, one after the other."""
    found = [seen.text]
    for key in ("v", "v", "enter", "p", "S", "exclamation_mark", "question_mark"):
        await seen.press(key)
        found.append(seen.text)
        if not isinstance(seen.screen, MatrixScreen):
            await seen.press("q")
    await seen.press("/zz", "escape", "home", "y", "tab", "P", "minus")
    return "\n".join([*found, seen.text])


@pytest.mark.parametrize("name", LONG)
async def test_long_and_wide_texts(tmp_path: Path, name: str) -> None:
    async with visit(with_text(tmp_path / "talks", LONG[name].strip())) as seen:
        for keys in ((), ("enter",), ("q", "p"), ("q", "S")):
            await seen.press(*keys)
            for size in (WIDE, USUAL, NARROW, TINY):
                await seen.resize(size)
                assert max(map(cell_len, seen.lines)) <= size[0]
                assert len(seen.lines) == size[1]


async def test_markup_is_text(tmp_path: Path) -> None:
    async with visit(with_text(tmp_path / "talks", MARKUP)) as seen:
        text = await walk(seen)
        assert text.count("[red]x[/red] [@click=app.quit]y[/] [bold") > 10
        await seen.press("home", "y")
        assert any("[red]x[/red]" in notice for notice in seen.notices)


UNSAFE = "\x1b\x07\x00\x9b\u202e\u2066\u200b"


@pytest.mark.parametrize("escaped", [r"\e[31mred\e[0m", r"\x07bell", r"\u202Eevil\u2066", r"a\u200Bb", r"\x9b31m"])
async def test_control_characters_and_overrides_are_made_visible(tmp_path: Path, escaped: str) -> None:
    """Whether the reader of the files refuses them or not, none may reach the terminal."""
    folder = write(
        tmp_path / "talks",
        f'negotiation: "Talks {escaped}"\nparties: {{ann: "Ann {escaped}", ben: Ben}}\n'
        f'issues:\n  one: {{title: "One {escaped}", type: yes-no}}\n',
        ann="statements:\n  - {date: 2031-01-01, positions: {one: yes}}\n",
        ben="statements:\n  - {date: 2031-01-01, positions: {one: no}}\n",
    )
    async with visit(folder) as seen:
        text = await walk(seen) if isinstance(seen.screen, MatrixScreen) else seen.text
        assert [sign for sign in UNSAFE if sign in text] == []
        assert seen.app.title.isprintable()


async def test_control_characters_from_the_model_itself_are_made_visible() -> None:
    """As above, past the reader of the files, which refuses most of them."""
    from negotiate.compare import Table
    from negotiate.model import Issue, Negotiation, Party, Place
    from negotiate.terms import YesNo
    from negotiate.tui.app import NegotiateApp
    from negotiate.tui.options import Options
    from negotiate.tui.session import Session

    text, place = f"x{UNSAFE}\n\ty", Place("/talks/negotiation.yaml", 1, 1)
    negotiation = Negotiation(
        "/talks",
        text,
        parties={name: Party(name, f"{name}{text}", place) for name in ("ann", "ben")},
        issues={"one": Issue("one", text, "yes-no", YesNo(), place, "one", question=text, group=text)},
    )
    app = NegotiateApp(Session(Path("/talks"), Table(negotiation)), Options(watches=False))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        seen = Visit(app, pilot)
        text = await walk(seen)
        assert "x\ufffd" in text
        assert [sign for sign in UNSAFE if sign in text] == []


async def test_arabic_and_hebrew_keep_their_joiners(tmp_path: Path) -> None:
    async with visit(with_text(tmp_path / "talks", "فارسی\u200cها")) as seen:
        assert "فارسی\u200cها" in seen.text


# --- next to nothing, and very many


async def test_no_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    monkeypatch.setattr("negotiate.tui.app.NegotiateApp._edit", lambda app, session, place: asked.append(place))
    folder = write(tmp_path / "talks", "negotiation: Nothing yet\nparties: {ann: Ann, ben: Ben}\nissues: {}\n")
    async with visit(folder) as seen:
        if not isinstance(seen.screen, MatrixScreen):
            return
        assert "This negotiation has no issues yet. Press e to write one." in seen.text
        assert "0 issues" in seen.lines[1]
        await walk(seen)
        await seen.press("e")
        assert [(Path(place.file).name, place.line) for place in asked] == [("negotiation.yaml", 1)]


async def test_no_party(tmp_path: Path) -> None:
    folder = write(tmp_path / "talks", "negotiation: Alone\nparties: {}\nissues:\n  one: {title: One, type: yes-no}\n")
    for size in (WIDE, NARROW):
        async with visit(folder, size) as seen:
            if isinstance(seen.screen, MatrixScreen):
                await walk(seen)
                await seen.press("x", "escape", "less_than_sign", "l", "h")
            assert seen.app.is_running


async def test_one_party(tmp_path: Path) -> None:
    folder = write(
        tmp_path / "talks",
        "negotiation: Alone\nparties: {ann: Ann}\nissues:\n  one: {title: One, type: yes-no}\n",
        ann="statements:\n  - {date: 2031-01-01, positions: {one: yes}}\n",
    )
    for size in (WIDE, USUAL, NARROW):
        async with visit(folder, size) as seen:
            await seen.press("home")
            assert "yes" in seen.text
            await seen.press("tab", "shift+tab", "p")
            assert "There are no two parties to compare." in seen.notices
            await walk(seen)
            await seen.press("minus", "P", "x")
            assert "1 issue and 1 party" in seen.words
            assert seen.app.is_running


@pytest.mark.parametrize("count", [6, 20])
async def test_many_parties(tmp_path: Path, count: int) -> None:
    names = [f"p{n}" for n in range(count)]
    folder = write(
        tmp_path / "talks",
        f"negotiation: Many\nparties: {{{', '.join(f'{name}: Party {name}' for name in names)}}}\n"
        "issues:\n  one: {title: One, type: yes-no}\n  two: {title: Two, type: yes-no}\n",
        **{
            name: f"statements:\n  - {{date: 2031-01-01, positions: {{one: {'yes' if n % 2 else 'no'}}}}}\n"
            for n, name in enumerate(names)
        },
    )
    for size in (WIDE, USUAL, NARROW):
        async with visit(folder, size) as seen:
            await seen.press("home")
            passed = []
            for _ in names:
                passed.append(seen.matrix.matrix.column)
                assert f"Party {passed[-1]}"[:9] in seen.lines[2]
                await seen.pilot.press("l")
            assert passed == names
            await seen.press("home", "P", "l", "minus", "end", "left")
            assert f"Party {names[-1]}" in seen.lines[2]
            if size != NARROW:
                assert "Party p0 (pinned)" in seen.lines[2]
