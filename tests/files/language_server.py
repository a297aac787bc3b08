"""A small client of yaml-language-server: what an editor would show."""

from __future__ import annotations

import json
import os
import queue
import shlex
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any, NamedTuple

CURSOR = "¦"
"""Stands in a text where the cursor is; it is taken out before the text is opened."""
PATIENCE = 30  # seconds; an answer takes 10 to 40 ms
DEFAULTS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
"""As editors send them. Without the first three the server forgets the rest."""


def command() -> list[str]:
    """The words of NEGOTIATE_YAML_LS, or what PATH has; nothing where there is no server."""
    given = shlex.split(os.environ.get("NEGOTIATE_YAML_LS", ""))
    found = given or [path for path in [shutil.which("yaml-language-server")] if path]
    return [*found, "--stdio"] if found else []


class Seen(NamedTuple):
    """What the editor shows: messages with their lines (from 1), and at the cursor what is offered and explained."""

    messages: list[tuple[int, str]]
    offered: dict[str, str]
    """What is chosen from -> what is written."""
    hover: str


class Server:
    def __init__(self, words: list[str], settings: dict[str, Any]):
        self.settings = {"yaml": {"schemaStore": {"enable": False}} | settings}
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.messages: dict[str, list[dict[str, Any]]] = {}
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        item = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        editor = {"completion": {"completionItem": item}, "hover": {"contentFormat": ["markdown"]}}
        able = {"textDocument": editor, "workspace": {"configuration": True}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": able})
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": self.settings})

    def close(self) -> None:
        self.process.kill()
        self.process.communicate()

    def open(self, path: Path, text: str) -> Seen:
        """Open a text as a file that was not open before, and look at it."""
        at, uri = text.find(CURSOR), path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text.replace(CURSOR, "")}
        assert uri not in self.messages
        self.tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self.messages:
            self._take()
        said = [(each["range"]["start"]["line"] + 1, each["message"]) for each in self.messages[uri]]
        offered, hover = self._at(uri, text[:at]) if at >= 0 else ({}, "")
        return Seen(said, offered, hover)

    def _at(self, uri: str, before: str) -> tuple[dict[str, str], str]:
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        where = {"textDocument": {"uri": uri}, "position": position}
        items = self.ask("textDocument/completion", where)["items"]
        offered = {each["label"]: each.get("textEdit", {}).get("newText", each.get("insertText")) for each in items}
        hover = self.ask("textDocument/hover", where)
        return offered, hover["contents"]["value"] if hover else ""

    # --- JSON-RPC

    def tell(self, method: str, params: Any) -> None:
        self._send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": params})
        while True:
            message = self._take()
            if message.get("id") == self.asked and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0"} | message).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(raw) + raw)
        self.process.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message; what the server asks of the editor is answered."""
        message = self.heard.get(timeout=PATIENCE)
        if message.get("method") == "textDocument/publishDiagnostics":
            self.messages[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = message["params"].get("items", []) if message["method"] == "workspace/configuration" else None
            answer = wanted and [self.settings.get(each.get("section"), {}) for each in wanted]
            self._send({"id": message["id"], "result": answer})
        return message

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.partition(b":")[2])
            while stream.readline().strip():
                pass
            self.heard.put(json.loads(stream.read(length)))
