"""Files that have no text to read, and what is no file at all: said in one problem, and nothing else is lost."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from negotiate.files import load

from .folders import ANN, BEN, NEGOTIATION, load_texts, said, write
from .rendered import check_problems, check_text, pointed_at, shown
from .test_hostile import BOTH, kept, position

# what, bytes of parties/ann.yaml, code, line, column, message | hint, what the carets stand under
BYTES = [
    ("UTF-16 with a mark", position("years", "5 years").encode("utf-16"), "", (0, 0), "", ""),
    ("UTF-16 of the other kind", ("\ufeff" + position("years", "5 years")).encode("utf-16-be"), "", (0, 0), "", ""),
    ("UTF-16 without a mark", position("years", "5 years").encode("utf-16-le"), "E003", (1, 1), "is not text, or is UTF-16 without a byte order mark | save it as UTF-8", ""),
    ("damaged UTF-16", b"\xff\xfea\x00b", "E003", (1, 1), "is damaged UTF-16 | save it as UTF-8", ""),
    ("UTF-32", ANN.encode("utf-32"), "E003", (1, 1), "is written in UTF-32 | save it as UTF-8", ""),
    ("Windows-1252", (ANN + "note: Türkiye\n").encode("cp1252"), "E003", (4, 8), "the byte 0xFC is not UTF-8 | in Windows-1252 it would be `ü`; save the file as UTF-8", "\ufffd"),
    ("Windows-1252 behind wide text and a mark", b"\xef\xbb\xbfparty: ann\nnote: " + "中文 ".encode() + b"\x80", "E003", (2, 10), "the byte 0x80 is not UTF-8 | in Windows-1252 it would be `€`; save the file as UTF-8", "\ufffd"),
    ("half a character", ANN.encode() + b"note: \xed\xa0\xbd\n", "E003", (4, 7), "the byte 0xED is not UTF-8 | in Windows-1252 it would be `í`; save the file as UTF-8", "\ufffd"),
    ("cut in a character", (ANN + "note: Tü").encode()[:-1], "E003", (4, 8), "the byte 0xC3 is not UTF-8 | in Windows-1252 it would be `Ã`; save the file as UTF-8", "\ufffd"),
    ("a long way of writing NUL", ANN.encode() + b"note: \xc0\x80\n", "E003", (4, 7), "the byte 0xC0 is not UTF-8 | in Windows-1252 it would be `À`; save the file as UTF-8", "\ufffd"),
    ("no letter of Windows-1252 either", b"note: \x81\n", "E003", (1, 7), "the byte 0x81 is not UTF-8 | save the file as UTF-8", "\ufffd"),
    ("a picture", b"\x89PNG\r\n\x1a\n" + bytes(range(200)) * 9, "E003", (1, 1), "is not text, or is UTF-16 without a byte order mark | save it as UTF-8", ""),
    ("all bytes", bytes(range(256)) * 9, "E003", (1, 1), "is not text, or is UTF-16 without a byte order mark | save it as UTF-8", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "code", "place", "words", "above"), [case[1:] for case in BYTES], ids=[case[0] for case in BYTES]
)
def test_bytes(tmp_path: Path, raw: bytes, code: str, place: tuple[int, int], words: str, above: str) -> None:
    write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ben.yaml": BEN, "parties/ann.yaml": ""})
    (tmp_path / "parties/ann.yaml").write_bytes(raw)
    loaded = load(tmp_path)
    check_problems(loaded)
    assert loaded.negotiation
    assert ("ben", "years") in loaded.negotiation.entries
    if not code:
        assert loaded.problems == ()
        assert kept(loaded) == BOTH | {"years": "5 years"}
        return
    # One problem: what could not be read may have named the sources that nothing else names.
    assert said(loaded, tmp_path) == [f"parties/ann.yaml:{place[0]}:{place[1]} {code} {words}"]
    assert above == (pointed_at(loaded.problems[0]) if loaded.problems[0].excerpt else "")


def make_socket(path: Path) -> None:
    """By a relative name: those of sockets are short."""
    before = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(before)


# what, what to make of parties/zoe.yaml, the problem
NO_FILE = "put a text file in its place, or delete it"
OUTSIDE = "E004 is a link that leads out of the folder | copy the file into the folder"
PATHS: list[tuple[str, Callable[[Path], object], str]] = [
    ("a folder", Path.mkdir, f"E001 is a folder, not a file | {NO_FILE}"),
    ("a pipe", os.mkfifo, f"E001 is a pipe, not a file | {NO_FILE}"),
    ("a socket", make_socket, f"E001 is a device or a socket, not a file | {NO_FILE}"),
    ("a link to itself", lambda path: path.symlink_to(path.name), "E001 cannot be read: its links go round in circles | put the file itself in the place of the link"),
    ("a broken link", lambda path: path.symlink_to("nowhere.yaml"), "E001 is a link to a file that does not exist | put the file itself in its place"),
    ("a link to a device", lambda path: path.symlink_to("/dev/zero"), OUTSIDE),
    ("a link to the terminal", lambda path: path.symlink_to("/dev/stdin"), OUTSIDE),
    ("a link out of the folder", lambda path: path.symlink_to("/etc/passwd"), OUTSIDE),
    ("a link out by way of ..", lambda path: path.symlink_to("../../x.yaml"), OUTSIDE),
    ("a file far too large", lambda path: write_sparse(path, (64 << 20) + 1), "E002 is larger than 64 MiB | no position file is; is this the right file?"),
]  # fmt: skip


def write_sparse(path: Path, size: int) -> None:
    with open(path, "wb") as file:
        file.truncate(size)


@pytest.mark.parametrize(("make", "words"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_what_is_no_file(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    folder = tmp_path / "ferry"
    write(folder, {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN})
    make(folder / "parties/zoe.yaml")
    loaded = load(folder)
    check_problems(loaded)
    assert said(loaded, folder) == [f"parties/zoe.yaml:1:1 {words}"]
    assert kept(loaded) == {"fare": "at most 20"}
    assert [path.name for path in loaded.files] == ["negotiation.yaml", "ann.yaml", "ben.yaml", "zoe.yaml"]


@pytest.mark.parametrize(("make", "words"), [case[1:] for case in PATHS], ids=[case[0] for case in PATHS])
def test_what_is_no_negotiation_file(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    folder = tmp_path / "ferry"
    write(folder, {"parties/ann.yaml": ANN.replace("statements", "statments")})
    make(folder / "negotiation.yaml")
    loaded = load(folder)
    check_problems(loaded)
    assert said(loaded, folder) == [
        f"negotiation.yaml:1:1 {words}",
        "parties/ann.yaml:2:1 E202 unknown key `statments` | did you mean `statements`?",
    ]
    assert loaded.negotiation is None


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (
            lambda path: path.write_text(""),
            "E001 is a file, not a folder | the files of the parties belong into a folder of this name",
        ),
        (
            lambda path: path.symlink_to("parties"),
            "E001 cannot be read: its links go round in circles | put the file itself in the place of the link",
        ),
        (
            lambda path: path.symlink_to("/etc"),
            "E004 is a link that leads out of the folder | copy the files into the folder",
        ),
        (os.mkfifo, "E001 is a file, not a folder | the files of the parties belong into a folder of this name"),
    ],
    ids=["a file", "a link to itself", "a link out of the folder", "a pipe"],
)
def test_what_is_no_folder_of_parties(tmp_path: Path, make: Callable[[Path], object], words: str) -> None:
    folder = write(tmp_path / "ferry", {"negotiation.yaml": NEGOTIATION})
    make(folder / "parties")
    loaded = load(folder)
    check_problems(loaded)
    assert said(loaded, folder) == [f"parties:1:1 {words}"]
    assert loaded.negotiation


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        (
            "nowhere",
            "cannot be read: there is no such file | a negotiation is a folder with a file negotiation.yaml in it",
        ),
        (
            "file.txt",
            "cannot be read: a part of its path is a file, not a folder | name the folder that holds negotiation.yaml",
        ),
        ("nul\0", "cannot be read: a file name cannot contain a NUL character | correct its name"),
        ("n" * 300, "cannot be read: its name is too long | choose a shorter name"),
        ("loop", "cannot be read: its links go round in circles | put the file itself in the place of the link"),
    ],
)
def test_no_folder(tmp_path: Path, folder: str, words: str) -> None:
    (tmp_path / "file.txt").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    loaded = load(tmp_path / folder)
    assert loaded.negotiation is None
    message, _, hint = words.partition(" | ")
    (first, *others) = loaded.problems
    assert (first.code, first.message, first.hint) == ("E001", message, hint)
    assert {each.code for each in others} <= {"E001"}


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A superuser may read everything, so the system's answer is put in its mouth."""
    opened = os.open

    def refuse(path: Path, *more: int) -> int:
        if str(path).endswith("zoe.yaml"):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *more)

    monkeypatch.setattr(os, "open", refuse)
    loaded = load_texts(tmp_path, zoe=ANN)
    assert said(loaded, tmp_path) == [
        "parties/zoe.yaml:1:1 E001 cannot be read: there is no permission to read it | change its permissions, or who owns it"
    ]
    assert kept(loaded) == {"fare": "at most 20"}


def test_links_within_the_folder_are_fine(tmp_path: Path) -> None:
    folder = write(tmp_path / "ferry", {"negotiation.yaml": NEGOTIATION, "texts/ann": ANN, "parties/ben.yaml": BEN})
    (folder / "parties/ann.yaml").symlink_to("../texts/ann")
    (tmp_path / "other").symlink_to("ferry")
    assert said(load(tmp_path / "other"), tmp_path / "other") == []


@pytest.mark.parametrize("name", ["a\x1b[31m\nb\u202e", "[red]", "z" * 200, "ü\udcff", "`rm -rf`", " "])
def test_file_names(tmp_path: Path, name: str) -> None:
    write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ann.yaml": ANN, "parties/ben.yaml": BEN})
    (tmp_path / f"parties/{name}.yaml").write_text("party: zed\n")
    loaded = load(tmp_path)
    check_problems(loaded)
    assert [(problem.code, problem.place.line, problem.place.column) for problem in loaded.problems] == [("E322", 1, 8)]
    check_text(shown(loaded, tmp_path))


def test_files_that_are_no_position_files_are_left_alone(tmp_path: Path) -> None:
    noise = {
        f"parties/{name}": "{" for name in (".ann.yaml.swp", ".hidden.yaml", "ann.yaml~", "notes.txt", "ann.yaml.bak")
    }
    write(tmp_path, {"negotiation.yaml": NEGOTIATION, "parties/ann.YAML": ANN, "parties/ben.yml": BEN, **noise})
    loaded = load(tmp_path)
    assert said(loaded, tmp_path) == []
    assert [path.name for path in loaded.files] == ["negotiation.yaml", "ann.YAML", "ben.yml"]


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("negotiate.files.folder.MOST_FILES", 10)
    loaded = load_texts(tmp_path, **{f"x{number}": "" for number in range(20)})
    assert [path.name for path in loaded.files] == [
        "negotiation.yaml",
        "ann.yaml",
        "ben.yaml",
        *(f"x{n}.yaml" for n in (0, 1, 10, 11, 12, 13, 14, 15)),
    ]
    hint = "no negotiation has so many parties; the files after the first of them are not read"
    assert said(loaded, tmp_path)[0] == f"parties:1:1 E002 holds more than 10 files | {hint}"
    assert kept(loaded) == {"fare": "at most 20"}


def test_the_tables_have_no_two_cases_of_one_name() -> None:
    for table in (BYTES, PATHS):
        names = [case[0] for case in table]
        assert len(set(names)) == len(names)
