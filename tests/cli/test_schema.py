"""`negotiate schema`: what it prints, for which folder, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from negotiate.cli import main

FILES = {
    "negotiation.yaml": "negotiation: Toll\nparties: {river: Fluß, hill: H}\nissues:\n  toll: {title: Toll, type: yes-no}\n",
    "parties/river.yaml": "party: river\n",
    "parties/hill.yaml": "party: hill\n",
}


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    folder = tmp_path / "talks"
    (folder / "parties").mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def printed(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(["schema", *words]) == code
    return capsys.readouterr().out


def test_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    both = json.loads(printed(capsys))
    negotiation, party = (json.loads(printed(capsys, kind)) for kind in ("negotiation", "party"))
    assert negotiation["properties"].keys() >= {"negotiation", "issues"}
    assert party["properties"].keys() >= {"party", "statements"}
    assert both["definitions"].keys() == {"negotiation", "party"}


@pytest.mark.parametrize("words", [(), ("party",)])
def test_of_a_folder(capsys: pytest.CaptureFixture[str], talks: Path, words: tuple[str, ...]) -> None:
    made = json.loads(printed(capsys, *words, str(talks)))
    good, bad = ({"party": "river", "salience": {name: 5}} for name in ("Toll", "tole"))
    assert Draft7Validator(made).is_valid(good)
    assert not Draft7Validator(made).is_valid(bad)


def test_a_folder_with_errors(capsys: pytest.CaptureFixture[str], talks: Path) -> None:
    (talks / "parties" / "hill.yaml").write_text("party: hil\n", encoding="utf-8")
    assert main(["schema", str(talks)]) == 1
    out, err = capsys.readouterr()
    Draft7Validator.check_schema(json.loads(out))
    assert "1 error in the files" in err


def test_into_a_file(capsys: pytest.CaptureFixture[str], talks: Path) -> None:
    name = str(talks / ".negotiate-schema.json")
    assert printed(capsys, str(talks), "-o", name) == ""
    text = Path(name).read_text("utf-8")
    assert "Fluß" in text
    assert printed(capsys, str(talks), "-o", name, code=2) == ""
    assert printed(capsys, str(talks), "-o", name, "--force") == ""
    assert Path(name).read_text("utf-8") == text
    assert printed(capsys, str(talks), "--ascii").isascii()


def test_the_same_folder_gives_the_same_bytes() -> None:
    command = [sys.executable, "-m", "negotiate", "schema", "russia-ukraine"]
    runs = [
        subprocess.run(command, capture_output=True, check=True, env=os.environ | {"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout


@pytest.mark.parametrize("words", [["nowhere"], ["party", "nowhere"], ["nowhere", "party"], ["a", "b", "c"]])
def test_wrong_usage(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert printed(capsys, *words, code=2) == ""


def test_help_tells_what_an_editor_needs_and_loads_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    out = printed(capsys, "--help")
    assert "# yaml-language-server: $schema=../.negotiate-schema.json" in out
    assert '"yaml.schemas": {"./.negotiate-schema.json": ["negotiation.yaml", "parties/*.yaml"]}' in out
    code = (
        "import sys; from negotiate.cli import main; main(['schema', '--help']); assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)


def test_check_does_not_load_it(talks: Path) -> None:
    code = "import sys; from negotiate.cli import main; main(['check', sys.argv[1]]); "
    code += "assert not [name for name in sys.modules if 'schema' in name and name.startswith('negotiate')]"
    subprocess.run([sys.executable, "-c", code, str(talks)], check=True, stdout=subprocess.DEVNULL)
