"""Where an editor finds the schema of a negotiation: a line in each file, or the settings of a workspace."""

from __future__ import annotations

from typing import Any

SCHEMA_FILE = ".negotiate-schema.json"
"""Beside negotiation.yaml; one schema serves both kinds of file."""


def modeline(kind: str, schema: str = SCHEMA_FILE) -> str:
    """The first line of a file of that kind, "negotiation" or "party" (which stands a folder further down)."""
    return f"# yaml-language-server: $schema={'../' if kind == 'party' else ''}{schema}"


def editor_settings(folder: str = ".", schema: str = SCHEMA_FILE) -> dict[str, Any]:
    """What .vscode/settings.json needs for a negotiation in a folder of the workspace, instead of these lines."""
    at = "" if folder in ("", ".") else f"{folder.strip('/')}/"
    return {
        "yaml.schemas": {f"./{at}{schema}": [f"{at}negotiation.yaml", f"{at}parties/*.yaml"]},
        "yaml.schemaStore.enable": False,  # it goes by file names, and may know another `negotiation.yaml`
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2},
    }
