"""Changing a value on the screen: judged while it is typed, saved alone, taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from negotiate.tui.screens.change import ChangeDialog

from .visit import FERRY, Visit, copied, visit

FARE = "Highest single fare, Brannvik council and Skerry Ferry Cooperative"


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*.yaml"))}


async def opened(seen: Visit) -> ChangeDialog:
    """The dialog on the first row's first party."""
    await seen.press("home", "i")
    assert isinstance(seen.screen, ChangeDialog)
    return seen.screen


async def judged(seen: Visit) -> str:
    await seen.app.workers.wait_for_complete()
    await seen.pilot.pause()
    return str(seen.screen.query_one("#verdict").render())


async def typed(seen: Visit, words: str) -> str:
    seen.screen.query_one("Input").value = words  # type: ignore[attr-defined]
    await seen.pilot.pause()
    return await judged(seen)


async def test_a_word_that_cannot_be_read_is_refused_as_it_is_typed(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    before = contents(folder)
    async with visit(folder) as seen:
        await opened(seen)
        assert (await typed(seen, "at moast 3")).startswith("! ")
        await seen.press("enter")
        assert isinstance(seen.screen, ChangeDialog)
        await seen.press("escape")
        assert not isinstance(seen.screen, ChangeDialog)
    assert contents(folder) == before


async def test_one_value_is_saved_shown_and_taken_back(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    before = contents(folder)
    async with visit(folder) as seen:
        dialog = await opened(seen)
        field = dialog.field
        new = field.words.replace("30", "35")
        assert new != field.words
        assert not (await typed(seen, new)).startswith("! ")
        await seen.press("enter")
        unchanged = f"{FARE}: clash (Brannvik council's line), unchanged."
        assert seen.notices == [f"Saved in parties/council.yaml:7. {unchanged} Press u to take it back."]
        after = contents(folder)
        (name,) = [name for name in after if after[name] != before[name]]
        old, now = before[name].decode().splitlines(), after[name].decode().splitlines()
        changed = [(one, other) for one, other in zip(old, now, strict=True) if one != other]
        assert changed == [(changed[0][0], changed[0][0].replace(field.words, new))]
        await seen.press("u")
        assert contents(folder) == before
        assert seen.notices == [f"Taken back: parties/council.yaml:7. {unchanged}"]
        await seen.press("u")
        assert seen.notices[0].startswith("There is nothing to take back: u takes back what was changed here with i")


async def test_it_is_said_what_a_value_does_to_the_verdict(tmp_path: Path) -> None:
    async with visit(copied(FERRY, tmp_path)) as seen:
        await seen.press("home", "l", "i", "down")
        assert await typed(seen, "at least 35") == "at least 35 crowns"
        await seen.press("enter")
        change = f"{FARE}: clash (Brannvik council's line) → gap, 5 crowns apart."
        assert seen.notices == [f"Saved in parties/coop.yaml:11. {change} Press u to take it back."]
        await seen.press("tab", "i", "down")  # with the county, which has no terms
        await typed(seen, "at least 20")
        await seen.press("enter")
        assert "Brannvik council and The county: one-sided (only Brannvik council), unchanged." in seen.notices[0]


async def test_every_value_of_the_position_can_be_reached(tmp_path: Path) -> None:
    async with visit(copied(FERRY, tmp_path)) as seen:
        dialog = await opened(seen)
        labels = []
        for _ in dialog.fields:
            labels.append(dialog.field.label)
            assert seen.screen.query_one("Input").value == dialog.field.words  # type: ignore[attr-defined]
            await seen.press("down")
        assert len(set(labels)) == len(dialog.fields)
        assert dialog.at == 0


async def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        dialog = await opened(seen)
        path = Path(dialog.field.place.file)
        path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        theirs = path.read_bytes()
        await typed(seen, dialog.field.words.replace("30", "35"))
        await seen.press("enter")
        assert isinstance(seen.screen, ChangeDialog)
        assert "# mine" in str(seen.screen.query_one("#verdict").render())
        assert path.read_bytes() == theirs


async def test_a_change_is_not_taken_back_from_a_file_that_has_changed_since(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    async with visit(folder) as seen:
        dialog = await opened(seen)
        path = Path(dialog.field.place.file)
        await typed(seen, dialog.field.words.replace("30", "35"))
        await seen.press("enter")
        path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
        theirs = path.read_bytes()
        await seen.press("u")
        (said,) = seen.notices
        assert said.startswith("Not taken back: parties/council.yaml has been changed since")
        assert said.endswith("The value in line 7 was: at most 30. Press i there to write that again.")
        assert path.read_bytes() == theirs


async def test_a_verdict_is_not_written(tmp_path: Path) -> None:
    async with visit(copied(FERRY, tmp_path)) as seen:
        await seen.press("end", "i")
        assert not isinstance(seen.screen, ChangeDialog)
        assert any("computed" in notice for notice in seen.notices)


async def test_an_installed_negotiation_is_copied_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("negotiate.files.bundled.is_installed_copy", lambda path: Path(path) == FERRY)
    async with visit(FERRY) as seen:
        await seen.press("home", "i", "y")
        assert (tmp_path / FERRY.name).is_dir()
        assert isinstance(seen.screen, ChangeDialog)
        assert str(tmp_path) in seen.screen.field.place.file


async def test_from_the_page_of_an_issue(tmp_path: Path) -> None:
    async with visit(copied(FERRY, tmp_path)) as seen:
        await seen.press("enter", "down", "i")
        assert isinstance(seen.screen, ChangeDialog)
