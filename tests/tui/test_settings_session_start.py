"""What is remembered from run to run, which folder opens, and what of it has changed."""

from __future__ import annotations

import locale
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiate.tui import settings, start
from negotiate.tui.session import open_session, reopened
from negotiate.tui.settings import Settings
from negotiate.tui.start import speaks_utf8

from .visit import FERRY, ISTANBUL, copied


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config"


def test_settings_come_back(config: Path) -> None:
    saved = Settings("negotiate-light", True, (str(FERRY),))
    assert settings.save(saved)
    assert settings.load() == saved
    assert [path.name for path in settings.config_file().parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"theme": 3, "recent": [1, "a"], "seen_help": "yes"}', "\x00"])
def test_odd_settings_are_as_good_as_none(config: Path, text: str) -> None:
    path = settings.config_file()
    path.parent.mkdir(parents=True)
    path.write_text(text)
    loaded = settings.load()
    assert loaded.theme == ""
    assert not loaded.seen_help
    assert all(isinstance(each, str) for each in loaded.recent)


def test_where_nothing_can_be_saved_nothing_is_remembered(config: Path) -> None:
    config.write_text("a file where the folder would be")
    assert not settings.save(Settings("x"))
    assert settings.load() == Settings()


def test_the_last_opened_comes_first_each_once() -> None:
    found = Settings()
    for name in ("a", "b", "a", *map(str, range(30))):
        found = found.opened(Path("/talks") / name)
    assert len(found.recent) == 12
    assert found.recent[0] == "/talks/29"
    assert len(set(found.recent)) == 12


def test_one_choice_opens_at_once_and_several_open_the_library(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negotiate.files.bundled.bundled_folders", lambda: [ISTANBUL])
    session, library = start._opening(None, Settings())
    assert session
    assert (session.folder, library) == (ISTANBUL, ())
    session, library = start._opening(None, Settings(recent=(str(FERRY), "/gone", str(ISTANBUL))))
    assert (session, library) == (None, (ISTANBUL, FERRY))


@pytest.mark.parametrize(
    ("encoding", "speaks"),
    [("UTF-8", True), ("utf8", True), ("cp65001", True), ("ANSI_X3.4-1968", False), ("iso8859-1", False)],
)
def test_ascii_where_the_locale_has_no_more(monkeypatch: pytest.MonkeyPatch, encoding: str, speaks: bool) -> None:
    monkeypatch.setattr(locale, "getencoding", lambda: encoding)
    assert speaks_utf8() is speaks


def test_an_unchanged_folder_is_not_read_again(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    session = open_session(folder)
    assert reopened(session) is None
    (folder / "parties/new.yaml").write_text("party: coop\n")
    now = reopened(session)
    assert now
    assert reopened(now) is None


def replaced_alike(folder: Path) -> None:
    """Another file of the same time and size comes in its place."""
    path = folder / "parties/coop.yaml"
    before, other = path.stat(), folder / "other"
    other.write_text(path.read_text().replace("exactly 45", "exactly 44"))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.rename(path)
    assert (path.stat().st_mtime_ns, path.stat().st_size) == (before.st_mtime_ns, before.st_size)


def in_capitals(folder: Path) -> None:
    (folder / "parties/NEW.YAML").write_text("party: coop\n")


def link_to_nowhere(folder: Path) -> None:
    """As Emacs marks a file that is being edited; then another file changes."""
    for name in ("a", "zz"):
        (folder / f"parties/{name}.yaml").symlink_to("ann@host.1234")
    path = folder / "parties/council.yaml"
    path.write_text(path.read_text().replace("at most 30", "at most 31"))


@pytest.mark.parametrize("change", [replaced_alike, in_capitals, link_to_nowhere])
def test_every_change_is_seen(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder = copied(FERRY, tmp_path)
    session = open_session(folder)
    change(folder)
    now = reopened(session)
    assert now
    assert reopened(now) is None
    if change is link_to_nowhere:
        (folder / "parties/county.yaml").write_text("party: county\n")
        assert reopened(now)


def test_what_editors_put_beside_a_file_is_no_change(tmp_path: Path) -> None:
    folder = copied(FERRY, tmp_path)
    session = open_session(folder)
    (folder / "parties/.#coop.yaml").symlink_to("ann@host.1234")
    (folder / "parties/.coop.yaml.swp").write_text("x")
    assert reopened(session) is None


def test_a_folder_that_vanishes_leaves_the_last_good_view(tmp_path: Path) -> None:
    import shutil

    folder = copied(FERRY, tmp_path)
    session = open_session(folder)
    shutil.rmtree(folder)
    now = reopened(session)
    assert now
    assert now.stale
    assert now.table is session.table


def test_places_are_shown_as_in_the_folder() -> None:
    session = open_session(FERRY)
    assert session.table
    place = session.table.negotiation.issues["fare"].place
    assert session.shown(place).startswith("negotiation.yaml:")
    assert session.path(place) == FERRY / "negotiation.yaml"
