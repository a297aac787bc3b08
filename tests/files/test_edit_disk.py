"""A save that stops anywhere leaves the old file or the new one."""

from __future__ import annotations

import os
import random
import signal
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from negotiate.files import load
from negotiate.files.edit import EditRefused, disk
from negotiate.files.edit.original import Original, read_original

from .folders import ANN, BEN, NEGOTIATION, write

_STEPS = ("open", "write", "fsync", "fchmod", "close", "replace", "unlink", "listdir", "stat")
unix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Doomed:
    """``os`` whose steps are counted; at one of them the process is killed, before or after it is done."""

    def __init__(self, step: int, before: bool):
        self.left, self.before = step, before

    def __getattr__(self, name: str) -> Any:
        found = getattr(os, name)
        return self.counted(name, found) if name in _STEPS else found

    def counted(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def step(*given: Any, **named: Any) -> Any:
            self.left -= 1
            if not self.left and self.before:
                os.kill(os.getpid(), signal.SIGKILL)
            if name == "write":
                given = (given[0], given[1][:100])  # many short writes, a kill between each
            done = function(*given, **named)
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)
            return done

        return step


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files = {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN * 1, "parties/ben.yaml": BEN}
    return write(tmp_path / "talks", files)


def versions(folder: Path) -> tuple[Original, Original]:
    old = read_original(str(folder / "parties" / "ann.yaml"))
    return old, old.with_text(old.text.replace("at most 20", "at most 25") + "# grown\n" * 50)


def in_child(run: Callable[[], None]) -> int:
    """The status with which a child that runs it ends."""
    child = os.fork()
    if not child:
        code = 1
        try:
            run()
            code = 0
        finally:
            os._exit(code)
    return os.waitpid(child, 0)[1]


@unix
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_killed_at_each_step(folder: Path, before: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = versions(folder)
    path = folder / "parties" / "ann.yaml"
    outcomes = list[bytes]()
    for step in range(1, 100):
        path.write_bytes(old.raw)

        def doomed(step: int = step) -> None:
            disk.os = Doomed(step, before)  # type: ignore[attr-defined]
            disk.save(str(folder), old, new)

        status = in_child(doomed)
        outcomes.append(path.read_bytes())
        assert outcomes[-1] in (old.raw, new.raw)
        assert load(folder).problems == ()
        if not status:
            break
        assert os.WTERMSIG(status) == signal.SIGKILL
    else:
        pytest.fail("it never came to its end")
    assert len(outcomes) > 15
    assert outcomes[0] == old.raw
    assert outcomes[-1] == new.raw
    assert sorted(outcomes, key=lambda raw: raw == new.raw) == outcomes  # never back to the old one
    assert sorted(each.name for each in path.parent.iterdir()) == ["ann.yaml", "ben.yaml"]


@unix
def test_killed_at_any_moment(folder: Path) -> None:
    old, new = versions(folder)
    path, dice = folder / "parties" / "ann.yaml", random.Random(3)

    def back_and_forth() -> None:
        while True:
            disk.save(str(folder), old, new)
            disk.save(str(folder), new, old)

    for _ in range(30):
        path.write_bytes(old.raw)
        child = os.fork()
        if not child:
            try:
                back_and_forth()
            finally:
                os._exit(1)
        time.sleep(dice.uniform(0, 0.015))
        os.kill(child, signal.SIGKILL)
        assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL
        assert path.read_bytes() in (old.raw, new.raw)
        assert load(folder).problems == ()
    path.write_bytes(old.raw)
    disk.save(str(folder), old, new)
    assert sorted(each.name for each in path.parent.iterdir()) == ["ann.yaml", "ben.yaml"]  # what was left is swept


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_changes_nothing(folder: Path, step: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = versions(folder)

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, full)
        with pytest.raises(EditRefused, match="is not saved: No space left on device"):
            disk.save(str(folder), old, new)
    path = folder / "parties" / "ann.yaml"
    assert path.read_bytes() == old.raw
    assert sorted(each.name for each in path.parent.iterdir()) == ["ann.yaml", "ben.yaml"]


def test_changed_meanwhile_is_refused_with_the_difference(folder: Path) -> None:
    old, new = versions(folder)
    path = folder / "parties" / "ann.yaml"
    path.write_text(old.text.replace("at most 20", "at most 30"), encoding="utf-8")
    with pytest.raises(EditRefused, match="changed meanwhile; nothing is saved") as refused:
        disk.save(str(folder), old, new)
    assert "-  - {source: memo, positions: {fare: at most 20}}\n" in refused.value.diff
    assert "+  - {source: memo, positions: {fare: at most 30}}\n" in refused.value.diff
    assert "at most 30" in path.read_text(encoding="utf-8")
    path.unlink()
    with pytest.raises(EditRefused, match="No such file"):
        disk.save(str(folder), old, new)
    assert not path.exists()


@unix
def test_permissions_stay(folder: Path) -> None:
    old, new = versions(folder)
    path = folder / "parties" / "ann.yaml"
    path.chmod(0o640)
    disk.save(str(folder), old, new)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.read_bytes() == new.raw


@unix
def test_links(folder: Path, tmp_path: Path) -> None:
    """One within the folder stays a link; one that leads out is not followed."""
    path, real = folder / "parties" / "ann.yaml", folder / "kept.yaml"
    path.rename(real)
    path.symlink_to(Path("..") / "kept.yaml")
    old, new = versions(folder)
    (tmp_path / "other name").symlink_to(folder)
    disk.save(str(tmp_path / "other name"), old, new)
    assert path.is_symlink()
    assert real.read_bytes() == new.raw
    outside = tmp_path / "outside.yaml"
    outside.write_bytes(old.raw)
    path.unlink()
    path.symlink_to(outside)
    with pytest.raises(EditRefused, match="leads out of the folder"):
        disk.save(str(folder), old, new)
    assert outside.read_bytes() == old.raw


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="root may write all")
def test_read_only(folder: Path) -> None:
    old, new = versions(folder)
    (folder / "parties" / "ann.yaml").chmod(0o440)
    with pytest.raises(EditRefused, match="it is read-only"):
        disk.save(str(folder), old, new)


def test_the_installed_copy_is_left_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old, new = versions(folder)
    monkeypatch.setattr(disk, "is_installed_copy", lambda path: True)
    with pytest.raises(EditRefused, match="copy its folder and edit the copy"):
        disk.save(str(folder), old, new)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_stay(folder: Path, codec: str) -> None:
    path = folder / "parties" / "ann.yaml"
    raw = ANN.replace("20", "20  # Où").replace("\n", "\r\n").encode(codec)
    path.write_bytes(raw)
    old, new = versions(folder)
    assert old.raw == raw
    disk.save(str(folder), old, new)
    assert path.read_bytes() == new.text.encode(codec)


def test_create_writes_over_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = tmp_path / "a.yaml"
    disk.create(str(name), "a: Où\n")
    with pytest.raises(FileExistsError):
        disk.create(str(name), "b: c\n")

    def no_links(*_: Any) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", no_links)
    with pytest.raises(FileExistsError):
        disk.create(str(name), "b: c\n")
    disk.create(str(tmp_path / "b.yaml"), "b: c\n")
    assert name.read_text(encoding="utf-8") == "a: Où\n"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.yaml", "b.yaml"]
