"""Merge conflicts as git itself leaves them, in repositories and in single texts."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path

from .folders import write
from .test_revisions import commit, git

STYLES = ("merge", "diff3", "zdiff3")
Files = Mapping[str, str]


def merging(root: Path, base: Files, ours: Files, theirs: Files, style: str = "merge") -> Path:
    """A repository in the middle of a merge of `draft` into `main`; files are paths from its root."""
    root.mkdir(parents=True, exist_ok=True)
    git(root, "init", "-q", "-b", "main")
    write(root, dict(base))
    commit(root)
    git(root, "checkout", "-q", "-b", "draft")
    write(root, dict(theirs))
    commit(root)
    git(root, "checkout", "-q", "main")
    write(root, dict(ours))
    commit(root)
    merged = subprocess.run(
        ["git", "-C", str(root), "-c", f"merge.conflictStyle={style}", "-c", "user.name=a", "-c", "user.email=a@b.c",
         "merge", "draft"],
        capture_output=True,
    )  # fmt: skip
    assert merged.returncode == 1, merged.stderr
    return root


def merged(folder: Path, base: str, ours: str, theirs: str, *options: str) -> str:
    """What git makes of three texts, by itself and without a repository."""
    folder.mkdir(exist_ok=True)
    for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        (folder / name).write_text(text, encoding="utf-8", newline="")
    labels = ("-L", "HEAD", "-L", "abc", "-L", "draft")
    ran = subprocess.run(
        ["git", "merge-file", "-p", *labels, *options, "ours", "base", "theirs"], cwd=folder, capture_output=True
    )
    assert ran.returncode >= 0
    assert not ran.stderr
    return ran.stdout.decode()
