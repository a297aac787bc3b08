"""What lies beside a negotiation for editors: its schema, with its names, and settings."""

from __future__ import annotations

import json
import os
from typing import Any

from negotiate.files.edit.disk import save
from negotiate.files.edit.original import Original, read_original
from negotiate.files.load import Loaded, load
from negotiate.files.schema.editor import SCHEMA_FILE, editor_settings
from negotiate.files.schema.schema import schema

_SETTINGS = os.path.join(".vscode", "settings.json")


def editor_files(folder: str, loaded: Loaded) -> dict[str, str]:
    """The files by name, without those that are there already."""
    texts = {SCHEMA_FILE: _json(schema("", loaded)), _SETTINGS: _json(editor_settings())}
    named = {os.path.join(folder, name): text for name, text in texts.items()}
    return {name: text for name, text in named.items() if not os.path.lexists(name)}


def renew_schema(folder: str) -> None:
    """Let editors know the names that have been added, where they were told of the others."""
    name = os.path.join(folder, SCHEMA_FILE)
    if os.path.isfile(name):
        before: Original = read_original(name)
        save(folder, before, before.with_text(_json(schema("", load(folder)))))


def _json(node: dict[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False, indent=1) + "\n"
