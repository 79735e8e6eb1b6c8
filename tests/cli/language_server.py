"""The YAML language server, which editors run, and a client of it.

It comes from npm, once for a machine; where there is no Node.js or no registry, its tests skip.
"""

import json
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from filelock import FileLock

PACKAGE = "yaml-language-server@1.25.0"
PATIENCE = 60
"""Seconds after which a server that does not answer is killed."""

_FOLDER = Path(tempfile.gettempdir()) / f"okr-tests-{PACKAGE.replace('@', '-')}"
_SETTINGS = {
    "yaml": {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
}


class UnavailableError(Exception):
    """The server cannot be had on this machine; says why."""


class Diagnostic(NamedTuple):
    """What an editor underlines: the line, from 1, the text there, and what is said of it."""

    line: int
    underlined: str
    message: str


def installed_server() -> list[str]:
    """Return the command that runs the server, installed when it is not there yet.

    Raises:
        UnavailableError: There is no Node.js, or npm cannot get the package.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        raise UnavailableError("there is no Node.js with npm")
    script = _FOLDER / "node_modules/yaml-language-server/bin/yaml-language-server"
    with FileLock(f"{_FOLDER}.lock"):
        if not script.exists():
            _install(npm)
    return [node, str(script), "--stdio"]


def _install(npm: str) -> None:
    unfinished = _FOLDER.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    options = ("--no-audit", "--no-fund", "--ignore-scripts", "--fetch-retries=0")
    command = [npm, "install", *options, "--prefix", str(unfinished), PACKAGE]
    try:
        ran = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise UnavailableError(f"npm did not get {PACKAGE} in {PATIENCE} s") from None
    if ran.returncode:
        reason = next((line for line in ran.stderr.splitlines() if "error" in line), ran.stderr)
        raise UnavailableError(f"npm did not get {PACKAGE}: {reason}")
    unfinished.rename(_FOLDER)


class LanguageServer:
    """A running server; a context manager that ends it."""

    def __init__(self, command: list[str], root: Path) -> None:
        self._root = root
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._last_id = 0
        self._problems: dict[str, list[Any]] = {}
        self._opened: set[str] = set()
        try:
            self._start()
        except BaseException:
            self._end()
            raise

    def __enter__(self) -> "LanguageServer":
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._ask("shutdown", None)
            self._tell("exit", None)
            self._process.wait(PATIENCE)
        finally:
            self._end()

    def _end(self) -> None:
        self._process.kill()
        self._process.communicate()

    def _start(self) -> None:
        folder = self._root.as_uri()
        documentation = {"snippetSupport": True, "documentationFormat": ["markdown"]}
        capabilities = {
            "textDocument": {
                "completion": {"completionItem": documentation},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            }
        }
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": folder,
                "workspaceFolders": [{"uri": folder, "name": "workspace"}],
                "capabilities": capabilities,
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})

    def diagnostics(self, files: Mapping[str, str]) -> dict[str, list[Diagnostic]]:
        """Open *files*, texts by posix path, and return what is said of each, by line."""
        for path, text in files.items():
            self._open(path, text)
        while not all(self._uri(path) in self._problems for path in files):
            self._read()
        return {path: sorted(self._told(path, text)) for path, text in files.items()}

    def completions(self, path: str, text: str) -> dict[str, str]:
        """Open a file and return what is offered where *text* has a `|`: what would be inserted."""
        found = self._at_cursor("completion", path, text)
        return {each["label"]: each["insertText"] for each in found["items"]}

    def hover(self, path: str, text: str) -> str:
        """Open a file and return what is shown over where *text* has a `|`, as Markdown."""
        found = self._at_cursor("hover", path, text)
        return str(found["contents"]["value"]) if found else ""

    def _at_cursor(self, question: str, path: str, text: str) -> Any:
        before, _, after = text.partition("|")
        self._open(path, before + after)
        line = before.count("\n")
        column = len(before) - before.rfind("\n") - 1
        return self._ask(
            f"textDocument/{question}",
            {
                "textDocument": {"uri": self._uri(path)},
                "position": {"line": line, "character": column},
            },
        )

    def _uri(self, path: str) -> str:
        return (self._root / path).as_uri()

    def _open(self, path: str, text: str) -> None:
        uri = self._uri(path)
        assert uri not in self._opened, f"{path} is open already: give each text its own path"
        self._opened.add(uri)
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})

    def _told(self, path: str, text: str) -> Iterable[Diagnostic]:
        lines = text.split("\n")
        for problem in self._problems[self._uri(path)]:
            start, end = problem["range"]["start"], problem["range"]["end"]
            line = lines[start["line"]]
            stop = end["character"] if start["line"] == end["line"] else len(line)
            underlined = line[start["character"] : stop]
            yield Diagnostic(start["line"] + 1, underlined, problem["message"])

    def _ask(self, method: str, parameters: Any) -> Any:
        self._last_id += 1
        asked = self._last_id
        self._send({"id": asked, "method": method, "params": parameters})
        while True:
            message = self._read()
            if "method" not in message and message.get("id") == asked:
                assert "error" not in message, message
                return message["result"]

    def _tell(self, method: str, parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        try:
            self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise UnavailableError("the server has ended") from error

    def _read(self) -> Any:
        """Return the server's next message; its own questions are answered at once."""
        watchdog = threading.Timer(PATIENCE, self._process.kill)
        watchdog.start()
        try:
            message = json.loads(self._next_body())
        finally:
            watchdog.cancel()
        if message.get("method") == "textDocument/publishDiagnostics":
            self._problems[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            self._send({"id": message["id"], "result": None})
        return message

    def _next_body(self) -> bytes:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name == b"Content-Length":
                length = int(value)
        if not length:
            raise UnavailableError("the server has ended, or did not answer in time")
        return self._process.stdout.read(length)
