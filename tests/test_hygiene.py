"""What the house asks of every file, and what a command may load."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import negotiate
from negotiate.files.bundled import bundled_folders

ROOT = Path(negotiate.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
BUNDLED = str(bundled_folders()[0])
LONGEST_FILE = 350

TREES = {str(file.relative_to(ROOT)): ast.parse(file.read_text(encoding="utf-8")) for file in FILES}


# --- every file


def test_names() -> None:
    """A file says what it is for."""
    assert [name for name, tree in TREES.items() if tree.body and not ast.get_docstring(tree)] == []


def test_lengths() -> None:
    """A file is short enough to be read."""
    lines = {name: len((ROOT / name).read_text(encoding="utf-8").splitlines()) for name in TREES}
    assert {name: count for name, count in lines.items() if count > LONGEST_FILE} == {}


def test_no_import_for_the_type_checker_alone() -> None:
    assert [file for file in FILES if "TYPE_CHECKING" in file.read_text(encoding="utf-8")] == []


def test_no_private_name_of_another_package() -> None:
    assert [found for name, tree in TREES.items() for found in _private_imports(name, tree)] == []


def _private_imports(file: str, tree: ast.Module) -> list[str]:
    package = ".".join(["negotiate", *Path(file).parent.parts])
    return [
        f"{file}: from {node.module} import {alias.name}"
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module and node.module.rpartition(".")[0] != package
        for alias in node.names
        if any(map(_is_private, [alias.name, *node.module.split(".")]))
    ]


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


def test_only_the_command_line_prints() -> None:
    assert [name for name, tree in TREES.items() if not name.startswith("cli") and _prints(tree)] == []


def _prints(tree: ast.Module) -> bool:
    called = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return any(isinstance(function, ast.Name) and function.id == "print" for function in called)


# --- what is loaded


def loaded(code: str, *arguments: str) -> set[str]:
    """The modules of a fresh Python that has run ``code``."""
    code += "\nimport sys; sys.stderr.write('\\n' + ' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=False)
    assert "Traceback" not in run.stderr, run.stderr
    return set(run.stderr.rpartition("\n")[2].split())


MAIN = "import sys; from negotiate.cli import main; main(sys.argv[1:])"
HEAVY = {
    "yaml",
    "pydantic",
    "textual",
    "rich",
    "wcwidth",
    "negotiate.terms",
    "negotiate.model",
    "platformdirs",
}


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["report", "--help"], ["--wrong"]])
def test_help_loads_nothing(words: list[str]) -> None:
    assert not loaded(MAIN, *words) & HEAVY


def test_the_package_loads_nothing() -> None:
    assert not loaded("import negotiate") & {*HEAVY, "argparse", "importlib.metadata"}


@pytest.mark.parametrize("words", [["check"], ["report"], ["show"], []], ids=["check", "report", "show", "open"])
def test_no_command_but_the_screen_loads_textual(words: list[str]) -> None:
    modules = loaded(MAIN, *words, BUNDLED)
    assert "negotiate.terms" in modules
    assert not modules & {"textual", "rich"}


def test_who_made_no_mistake_does_not_wait_for_what_explains_it() -> None:
    """pydantic, and what compares: together they take as long as all the rest of a check."""
    modules = loaded(MAIN, "check", BUNDLED)
    assert "negotiate.files.load" in modules
    assert not modules & {"pydantic", "negotiate.compare", "json"}


def test_the_public_names_are_there() -> None:
    for name in negotiate.__all__:
        assert getattr(negotiate, name)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = negotiate.nothing


WATCH = """
import sys, importlib
def watch(event, arguments):
    writes = event == "open" and (isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"))
    if writes or event in ("os.mkdir", "os.rename", "os.remove", "socket.connect", "subprocess.Popen"):
        sys.stderr.write(f"{event} {arguments}")
sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
"""


def test_nothing_is_written_at_import() -> None:
    names = [".".join(["negotiate", *file.relative_to(ROOT).with_suffix("").parts]) for file in FILES]
    names = [name.removesuffix(".__init__") for name in names if not name.endswith("__main__")]
    quiet = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}
    run = subprocess.run([sys.executable, "-c", WATCH, *names], capture_output=True, text=True, check=True, env=quiet)
    assert run.stdout + run.stderr == ""
