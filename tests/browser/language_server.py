"""The real yaml-language-server, spoken to over its protocol
as an editor's program speaks to it.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from queue import Queue
from threading import Thread
from typing import Any

from building import ROOT

PROGRAM = (
    ROOT / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
)
PATIENCE = 60  # seconds
CURSOR = "¦"
CAN = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {
            "completionItem": {
                "snippetSupport": True,
                "documentationFormat": ["markdown", "plaintext"],
            }
        },
        "codeAction": {
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}}
        },
    },
}
Data = dict[str, Any]


@dataclass
class Document:
    """A file that is open in the editor: its address, its text,
    and what the server finds wrong with it.
    """

    uri: str
    text: str
    problems: list[Data]

    def at(self, place: int) -> Data:
        """Return a place in the text as line and column."""
        return {
            "line": self.text.count("\n", 0, place),
            "character": place - (self.text.rfind("\n", 0, place) + 1),
        }


class Server:
    """A running server, with the settings of a project's editor."""

    def __init__(self, process: subprocess.Popen, settings: Data, folder: Path):
        self.process, self.settings, self.folder = process, nested(settings), folder
        self.numbers, self.names = count(1), count(1)
        self.heard: Queue[Data | None] = Queue()
        self.problems: dict[str, list[Data]] = {}
        Thread(target=self._listen, daemon=True).start()
        self.ask(
            "initialize",
            processId=None,
            rootUri=folder.as_uri(),
            workspaceFolders=[{"uri": folder.as_uri(), "name": "project"}],
            capabilities=CAN,
        )
        self._send({"method": "initialized", "params": {}})
        self._send(
            {
                "method": "workspace/didChangeConfiguration",
                "params": {"settings": self.settings},
            }
        )

    def open(self, text: str, name: str = "") -> Document:
        """Return a file of this text, opened beside the content,
        once the server has looked through it.
        """
        name = name or f"variant-{next(self.names)}.yaml"
        uri = (self.folder / "content" / name).as_uri()
        self.problems.pop(uri, None)
        self._send(
            {
                "method": "textDocument/didOpen",
                "params": {
                    "textDocument": {
                        "uri": uri,
                        "languageId": "yaml",
                        "version": 1,
                        "text": text,
                    }
                },
            }
        )
        while uri not in self.problems:
            self._hear()
        return Document(uri, text, self.problems[uri])

    def hover(self, document: Document, place: int) -> str:
        """Return what is shown where the mouse rests on this place in the text."""
        found = self.ask(
            "textDocument/hover",
            textDocument={"uri": document.uri},
            position=document.at(place),
        )
        return found["contents"]["value"] if found else ""

    def completions(self, text: str) -> dict[str, Data]:
        """Return what is offered at the cursor, a `¦` in the text, by label."""
        place = text.index(CURSOR)
        document = self.open(text.replace(CURSOR, ""))
        found = self.ask(
            "textDocument/completion",
            textDocument={"uri": document.uri},
            position=document.at(place),
        )
        return {
            item["label"]: item
            for item in (found["items"] if isinstance(found, dict) else found)
        }

    def fixes(self, document: Document, problem: Data) -> dict[str, str]:
        """Return the quick fixes that are offered for a problem, by title,
        each as the text that it makes.
        """
        context = {"diagnostics": [problem]}
        offered = self.ask(
            "textDocument/codeAction",
            textDocument={"uri": document.uri},
            range=problem["range"],
            context=context,
        )
        return {
            action["title"]: self._applied(
                document, action["edit"]["changes"][document.uri]
            )
            for action in offered
            if "edit" in action
        }

    def ask(self, method: str, **params: Any) -> Any:
        """Return the answer to a request."""
        number = next(self.numbers)
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._hear()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    @staticmethod
    def _applied(document: Document, edits: list[Data]) -> str:
        lines = document.text.split("\n")
        for edit in edits:
            start, end = edit["range"]["start"], edit["range"]["end"]
            assert start["line"] == end["line"]
            line = lines[start["line"]]
            lines[start["line"]] = (
                line[: start["character"]] + edit["newText"] + line[end["character"] :]
            )
        return "\n".join(lines)

    def _hear(self) -> Data:
        """Return the next message; what the server asks of the editor is answered on the way."""
        message = self.heard.get(timeout=PATIENCE)
        assert message is not None, "the server has ended"
        if message.get("method") == "textDocument/publishDiagnostics":
            self.problems[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            asked = [
                self.settings.get(item["section"])
                for item in message["params"]["items"]
            ]
            self._send({"id": message["id"], "result": asked})
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _send(self, message: Data) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        """Put each message where it can be waited for; nothing after the last one."""
        out, length = self.process.stdout, 0
        while header := out.readline():
            if header.strip():
                name, _, value = header.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            else:
                self.heard.put(json.loads(out.read(length)))
        self.heard.put(None)


def nested(settings: Data) -> Data:
    """Return settings as a program is sent them: `yaml.format.enable` as three names,
    one inside the other.
    """
    made: Data = {}
    for name, value in settings.items():
        steps, inner = name.split("."), made
        for step in steps[:-1] if not name.startswith("[") else []:
            inner = inner.setdefault(step, {})
        inner[steps[-1] if not name.startswith("[") else name] = value
    return made


@contextmanager
def running(settings: Data, proxy: str, folder: Path = ROOT) -> Iterator[Server]:
    """Run the server for the project in a folder, with the settings of its editor.

    Whatever it would fetch, it would ask of `proxy`.
    """
    environment = {
        **os.environ,
        "http_proxy": proxy,
        "https_proxy": proxy,
        "HTTP_PROXY": proxy,
        "HTTPS_PROXY": proxy,
    }
    command = ["node", PROGRAM, "--stdio"]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        yield Server(process, settings, folder)
    finally:
        process.kill()
        process.wait()
