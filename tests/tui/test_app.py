"""What the app does for its screens: reload, editor, export, copy, themes."""

from __future__ import annotations

import contextlib
import os
import shlex
import stat
import sys
import threading
from pathlib import Path

import pytest
from textual.widgets import Input

from negotiate.compare import Table
from negotiate.files import load
from negotiate.report.markdown.document import markdown
from negotiate.tui.screens.dialog import AskDialog, ExportDialog
from negotiate.tui.screens.issue import IssueScreen
from negotiate.tui.screens.keys import KeysScreen
from negotiate.tui.screens.matrix import MatrixScreen
from negotiate.tui.screens.problems import ProblemsScreen
from negotiate.tui.session import Session, reopened
from negotiate.tui.texts.heading import pair_words

from .test_rounds import HERRING
from .visit import FERRY, ISTANBUL, USUAL, Visit, copied, visit

# --- changed files


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    os.utime(path, ns=(path.stat().st_mtime_ns + 10**9,) * 2)


async def test_a_change_is_shown_and_the_cursor_stays(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        await seen.press("j", "home", "l")
        change(folder / "parties/coop.yaml", "subsidy: no cap", "subsidy: exactly 3_000_000")
        await seen.take_changes()
        assert "exactly 3,000,000" in seen.text
        assert (seen.matrix.matrix.row, seen.matrix.matrix.column) == (1, "coop")


async def test_a_new_notice_takes_the_place_of_those_before() -> None:
    async with visit(ISTANBUL) as seen:
        await seen.press("tab", "tab", "tab")
        assert seen.notices == [pair_words(seen.matrix.table, seen.matrix.view.pair)]
        for said in "one", "two":  # before the first is shown
            seen.app.notify(said)
        await seen.pilot.pause()
        assert seen.notices == ["two"]


async def test_the_watcher_sees_a_change_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negotiate.tui.app._WATCH_EVERY", 0.05)
    folder = copied(FERRY, tmp_path)
    async with visit(folder, watches=True) as seen:
        change(folder / "negotiation.yaml", "The Brannvik ferry contract", "The new contract")
        for _ in range(40):
            await seen.pilot.pause(0.05)
            if "The new contract" in seen.lines[0]:
                return
        pytest.fail("not read again within two seconds")


async def test_a_long_reading_is_not_begun_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that takes longer to read than the watcher waits would never be done otherwise."""
    folder = copied(FERRY, tmp_path)
    begun, go_on = [], threading.Event()

    def slow(before: Session) -> Session | None:
        begun.append(before)
        go_on.wait(10)
        return reopened(before)

    monkeypatch.setattr("negotiate.tui.app.reopened", slow)
    async with visit(folder) as seen:
        change(folder / "negotiation.yaml", "The Brannvik ferry contract", "The new contract")
        for _ in range(3):
            seen.app._look_for_changes()
            await seen.press("j")
        assert len(begun) == 1
        assert seen.matrix.matrix.row == 3, "keys do not wait for it"
        go_on.set()
        await seen.settle()
        assert "The new contract" in seen.lines[0]


async def test_an_issue_that_is_gone_takes_its_row_along(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        await seen.press("G")
        change(folder / "negotiation.yaml", "  colours: {title: Colours of the boats, group: People, type: text}\n", "")
        for name in ("coop", "council"):
            path = folder / f"parties/{name}.yaml"
            lines = [line for line in path.read_text().splitlines() if "colours" not in line]
            path.write_text("\n".join(lines) + "\n")
        await seen.take_changes()
        assert seen.rows[-1] == "crew"
        assert seen.matrix.matrix.issue


async def test_a_party_that_is_gone_or_new(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        await seen.press("tab", "P")  # council and county
        change(
            folder / "negotiation.yaml",
            "  county: {name: The county, role: pays a part, must_agree: no}",
            "  state: The state",
        )
        (folder / "parties/county.yaml").unlink()
        await seen.take_changes()
        assert seen.matrix.view.parties == ("council", "coop", "state")
        assert seen.matrix.view.pair == ("council", "coop")


BROKEN = "party: coop\nstatements: [{{{\n"


@pytest.mark.parametrize("how", ["watch", "R"])
@pytest.mark.parametrize("name", ["parties/coop.yaml", "negotiation.yaml"])
async def test_a_broken_file_leaves_the_last_good_view_until_it_is_mended(tmp_path: Path, name: str, how: str) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:

        async def read() -> None:
            await (seen.press("R") if how == "R" else seen.take_changes())
            await seen.settle()

        path = folder / name
        sound = path.read_text()
        path.write_text(BROKEN if "coop" in name else "negotiation: [")
        await read()
        assert "exactly 45" in seen.text
        assert "last good view shown" in seen.text
        assert any("press ! to see" in notice for notice in seen.notices)
        await seen.resize(USUAL)
        assert seen.lines[-2].startswith(" ! shows 1 problem in the files") or "problems in the files" in seen.lines[-2]
        for key in ("enter", "p", "r", "E", "O", "S"):  # on every screen
            await seen.press(key)
            assert "shows 1 problem" in seen.lines[-2] or "problems in the files" in seen.lines[-2]
            await seen.press("q")
        await seen.press("exclamation_mark")
        assert f"{name}:" in seen.text
        assert "last good view" not in seen.text, "these are the files as they are"
        path.write_text(sound)
        await read()
        assert "1 in ferry" in seen.lines[0]
        await seen.press("q")
        assert "last good view" not in seen.text
        assert "exactly 45" in seen.text


async def test_a_folder_with_errors_that_then_breaks_keeps_its_view(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    change(folder / "parties/coop.yaml", "vessel: hybrid", "vessel: hibrid")
    async with visit(folder) as seen:
        assert seen.app.session and seen.app.session.errors == 1
        (folder / "negotiation.yaml").write_text("[")
        await seen.take_changes()
        assert "last good view" in seen.text
        await seen.press("R", "enter", "q")


@pytest.mark.parametrize("open_first", [(), ("question_mark",), ("ctrl+p",)], ids=["problems", "keys", "palette"])
async def test_a_folder_that_could_not_be_read_opens_once_it_can(tmp_path: Path, open_first: tuple[str, ...]) -> None:
    folder = copied(FERRY, tmp_path)
    sound = (folder / "negotiation.yaml").read_text()
    (folder / "negotiation.yaml").write_text("negotiation: [")
    async with visit(folder) as seen:
        assert isinstance(seen.screen, ProblemsScreen)
        assert "cannot be shown yet" in seen.text
        await seen.press(*open_first)
        (folder / "negotiation.yaml").write_text(sound)
        await seen.take_changes()
        assert isinstance(seen.screen, MatrixScreen)
        assert "exactly 45" in seen.text
        await seen.press("q")
        assert not seen.app.is_running


async def test_an_open_issue_is_read_again_too(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        await seen.press("enter")
        change(folder / "parties/coop.yaml", "exactly 45", "exactly 44")
        await seen.take_changes()
        assert isinstance(seen.screen, IssueScreen)
        assert "demands exactly 44" in seen.text


# --- going places


async def test_a_screen_is_open_once_and_is_gone_back_to() -> None:
    async with visit(HERRING) as seen:

        def stack() -> list[str]:
            return [type(each).__name__.removesuffix("Screen") for each in seen.app.screen_stack]

        await seen.press("r", "E", "O", "r", "E", "O")
        assert stack() == ["Matrix", "Rounds", "Evidence", "Deadlocks"]
        await seen.press("r")
        assert stack() == ["Matrix", "Rounds"]
        await seen.press("p", "E", "r")
        assert stack() == ["Matrix", "Rounds"]
        assert "Northport and Sea Institute" in seen.lines[0], "the two whom the screen before compared"
        await seen.press("escape", "escape")
        assert stack() == ["Matrix"]
        await seen.press("enter", "r", "down", "enter")
        assert stack() == ["Matrix", "Issue"]
        assert "issue 2 of" in seen.lines[0]
        await seen.press("S", "exclamation_mark", "S")
        assert stack() == ["Matrix", "Issue", "Sources"]


# --- the editor


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called nano that writes down how it was called; the screen cannot be suspended in a test."""
    log = tmp_path / "called"
    program = tmp_path / "bin" / "nano"
    program.parent.mkdir()
    program.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(log)!r}, 'a').write('\\n'.join(sys.argv[1:]) + '\\n')\n"
    )
    program.chmod(program.stat().st_mode | stat.S_IEXEC)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", shlex.quote(str(program)))
    monkeypatch.setattr("negotiate.tui.app.NegotiateApp.suspend", lambda app: contextlib.nullcontext())
    return log


@pytest.mark.parametrize(
    ("keys", "line", "file"),
    [
        (("home",), 7, "parties/council.yaml"),
        (("home", "l"), 11, "parties/coop.yaml"),
        (("enter", "e"), 7, "parties/council.yaml"),
        (("S",), 51, "negotiation.yaml"),
        (("p",), 8, "parties/council.yaml"),
    ],
    ids=["cell", "other cell", "issue", "sources", "pair"],
)
async def test_e_opens_the_editor_at_the_line(editor: Path, keys: tuple[str, ...], line: int, file: str) -> None:
    async with visit() as seen:
        await seen.press(*keys, *(() if keys[-1] == "e" else ("e",)))
    where = {"fare": line}["fare"]
    called = editor.read_text().splitlines()
    if keys == ("p",):
        where = _line_of("parties/council.yaml", "vessel:")
    assert called == [f"+{where}", str(FERRY / file)]


def _line_of(file: str, text: str) -> int:
    lines = (FERRY / file).read_text().splitlines()
    return next(n for n, line in enumerate(lines, 1) if text in line)


async def test_enter_on_a_problem_opens_the_editor_there(editor: Path) -> None:
    async with visit() as seen:
        await seen.press("exclamation_mark", "enter")
    assert editor.read_text().splitlines() == [
        f"+{_line_of('negotiation.yaml', 'rumour:')}",
        str(FERRY / "negotiation.yaml"),
    ]


async def test_what_was_changed_in_the_editor_is_shown_at_once(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copied(FERRY, tmp_path)
    script = tmp_path / "vi"
    script.write_text(
        f"#!{sys.executable}\nimport sys\np = sys.argv[2]\nt = open(p).read()\nopen(p, 'w').write(t.replace('exactly 45', 'exactly 44 or 45'))\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(script))
    async with visit(folder) as seen:
        await seen.press("home", "l", "e")
        assert "44 or 45" in seen.words


async def test_no_editor_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", "/nowhere")
    async with visit() as seen:
        await seen.press("e")
        assert seen.notices == ["No editor found: set $EDITOR, for example to nano."]


async def test_an_editor_that_is_not_there_is_told(editor: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "/nowhere/[red]vi")
    async with visit() as seen:
        await seen.press("e")
        assert "/nowhere/[red]vi" in seen.notices[0]


async def test_an_installed_negotiation_is_copied_before_it_is_edited(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negotiate.files.bundled.is_installed_copy", lambda path: Path(path) == FERRY)
    monkeypatch.chdir(tmp_path)
    async with visit() as seen:
        await seen.press("home", "l", "e")
        assert isinstance(seen.screen, AskDialog)
        await seen.press("n")
        assert not editor.exists()
        await seen.press("e", "y")
        assert editor.read_text().splitlines() == ["+11", str(tmp_path / "ferry/parties/coop.yaml")]
        assert seen.app.session
        assert seen.app.session.folder == tmp_path / "ferry"
        assert (tmp_path / "ferry/parties/coop.yaml").read_bytes() == (FERRY / "parties/coop.yaml").read_bytes()


async def test_a_copy_is_never_written_over_a_folder(
    editor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("negotiate.files.bundled.is_installed_copy", lambda path: True)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ferry").mkdir()
    async with visit() as seen:
        await seen.press("e")
        assert "is there already" in seen.notices[0]
    assert not editor.exists()
    assert list((tmp_path / "ferry").iterdir()) == []


# --- export


async def export(seen: Visit, name: str) -> None:
    await seen.press("x")
    seen.screen.query_one(Input).value = name
    await seen.press("enter")


def expected(parties: tuple[str, ...], issues: list[str]) -> str:
    loaded = load(FERRY)
    assert loaded.negotiation
    table = Table(loaded.negotiation, loaded.negotiation.as_of)
    return markdown(table, parties=parties, issues=issues, problems=loaded.problems)


async def test_export_writes_the_report_of_what_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "out.md"
    async with visit() as seen:
        await seen.press("c", "home", "l", "l", "minus")
        rows = seen.rows
        await export(seen, str(path))
        assert seen.notices[-1] == f"Written: {path}"
    assert path.read_text(encoding="utf-8") == expected(("council", "coop"), rows)


async def test_export_compares_the_pair_that_is_shown_whatever_is_pinned(tmp_path: Path) -> None:
    async with visit() as seen:
        await seen.press("home", "l", "l", "P")
        assert seen.matrix.view.parties[0] == "county"
        await export(seen, str(tmp_path / "out.md"))
        rows = seen.rows
    assert (tmp_path / "out.md").read_text() == expected(("council", "coop", "county"), rows)


async def test_the_file_proposed_lies_in_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with visit() as seen:
        await seen.press("x")
        assert isinstance(seen.screen, ExportDialog)
        assert "Write 12 issues and 3 parties, as shown, to:" in seen.text
        await seen.press("enter")
    assert (tmp_path / "ferry.md").is_file()


async def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    path = tmp_path / "mine.md"
    path.write_text("mine")
    async with visit() as seen:
        await export(seen, str(path))
        assert "mine.md is there already. Enter once more replaces it" in seen.words
        assert path.read_text() == "mine"
        await seen.press("escape")
        assert path.read_text() == "mine"
        await export(seen, str(path))
        await seen.press("enter")
        assert path.read_text().startswith("# ")


async def test_a_file_that_appears_meanwhile_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.md"
    real = os.path.lexists
    monkeypatch.setattr("os.path.lexists", lambda name: False if str(name) == str(path) else real(name))
    path.write_text("mine")
    async with visit() as seen:
        await export(seen, str(path))
        assert "exists already" in seen.notices[-1]
    assert path.read_text() == "mine"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "Write a file's name."),
        ("{folder}", "is a folder"),
        ("{folder}/none/x.md", "There is no folder"),
        ("~nobody-of-that-name/x.md", "There is no folder"),
        ("{folder}/" + "n" * 300, "is not written: File name too long"),
    ],
    ids=["empty", "folder", "no folder", "no home", "too long"],
)
async def test_a_path_that_will_not_do_is_told(tmp_path: Path, name: str, said: str) -> None:
    async with visit() as seen:
        await export(seen, name.format(folder=tmp_path))
        assert said in seen.words + " ".join(seen.notices)
    assert list(tmp_path.iterdir()) == []


# --- copy, themes, palette


async def test_y_copies_the_cell_with_its_source() -> None:
    async with visit() as seen:
        await seen.press("home", "y")
        lines = seen.app.clipboard.splitlines()
        assert lines[0].startswith("Highest single fare: Brannvik council demands at most 30.")
        assert lines[1] == (
            "[1] Call for tenders, Brannvik council, 10 January 2031, p. 2, grade A https://brannvik.example/call"
        )
        await seen.press("end", "y")
        assert seen.app.clipboard.startswith("Highest single fare: clash. ")


async def test_the_themes_come_round() -> None:
    async with visit() as seen:
        ours = ["negotiate-dark", "negotiate-light"]
        names = [*ours, *(name for name in seen.app.available_themes if name not in ours)]
        await seen.press("t", "t")
        assert seen.app.theme == names[2]
        seen.app.theme = names[-1]
        await seen.press("t")
        assert seen.app.theme == ours[0]
        assert "at most 30" in seen.text


async def test_a_theme_is_remembered_and_reaches_the_screen() -> None:
    async with visit() as seen:
        dark = [str(segment.style) for segment in seen.screen._compositor.render_strips()[5]]
        await seen.press("t")
        light = [str(segment.style) for segment in seen.screen._compositor.render_strips()[5]]
        assert seen.app.remembered.theme == "negotiate-light"
        assert dark != light


async def test_the_palette_opens_and_leaves() -> None:
    async with visit() as seen:
        await seen.press("ctrl+p", "escape")
        assert isinstance(seen.screen, MatrixScreen)


async def test_the_palette_finds_a_command_and_survives_finding_none() -> None:
    async with visit() as seen:
        await seen.press("ctrl+p", *"zzzz", "pagedown", "pageup", "down", "end", "enter", "escape")
        await seen.press("ctrl+p", *"export")
        await seen.app.workers.wait_for_complete()
        await seen.press("down", "enter")
        assert seen.app.is_running


async def test_a_key_chosen_on_the_keys_screen_is_pressed() -> None:
    async with visit() as seen:
        await seen.press("question_mark")
        assert isinstance(seen.screen, KeysScreen)
        await seen.press("enter")
        assert isinstance(seen.screen, IssueScreen)


async def test_ctrl_q_always_quits() -> None:
    for before in ((), ("slash",), ("x",), ("question_mark",), ("enter", "S")):
        async with visit() as seen:
            await seen.press(*before, "ctrl+q")
            assert not seen.app.is_running
