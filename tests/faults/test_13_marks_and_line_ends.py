"""A byte order mark, CRLF and no final newline are accepted, and kept by an edit."""

from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.faults.commands import CHANGING
from tests.faults.findings import errors_of
from tests.repositories import git
from tests.storage.conftest import Read

FILE = "objectives/2026-Q4/cx-leader.yaml"
UNIX = OBJECTIVE.encode()
WINDOWS = UNIX.replace(b"\n", b"\r\n")
MARK = b"\xef\xbb\xbf"


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa: 1\nb:\n  - c\n",
        b"a: 1\r\nb:\r\n  - c\r\n",
        b"a: 1\nb:\n  - c",
        b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c",
    ],
)
def test_reader_accepts_what_editors_do_to_files(read_file: Read, content: bytes) -> None:
    document = read_file(content)
    assert document.data == {"a": 1, "b": ["c"]}
    assert document.findings == ()
    assert document.place(("b", 0))[1:] == (3, 5)
    assert document.place(("a",))[1:] == (1, 4)
    assert document.raw == content


@pytest.mark.parametrize(
    "content", [UNIX.rstrip(b"\n"), WINDOWS, MARK + UNIX, MARK + WINDOWS.rstrip(b"\r\n")]
)
def test_edit_keeps_what_editors_did_to_the_file(okr: Okr, root: Path, content: bytes) -> None:
    (root / FILE).write_bytes(content)
    git(root, "commit", "--quiet", "--all", "--allow-empty", "--message", "As my editor saves it")
    assert errors_of(okr) == []

    assert okr("new", "kr", "cx-leader", "Support opens on Saturdays", "--type", "binary").code == 0
    edited = (root / FILE).read_bytes()
    assert load_plan(root).objectives[0].key_results[-1].title == "Support opens on Saturdays"
    assert edited.startswith(MARK) is content.startswith(MARK)
    assert edited.endswith(b"\n") is content.endswith(b"\n")
    assert edited.count(b"\r\n") == (edited.count(b"\n") if b"\r\n" in content else 0)
    kept = edited.splitlines(keepends=True)
    assert [line for line in content.splitlines(keepends=True) if line not in kept] == []


@pytest.mark.parametrize("command", CHANGING, ids=" ".join)
@pytest.mark.parametrize("content", [UNIX.rstrip(b"\n"), MARK + WINDOWS])
def test_change_keeps_what_editors_did_to_the_file(
    okr: Okr, root: Path, content: bytes, command: tuple[str, ...]
) -> None:
    (root / FILE).write_bytes(content)
    git(root, "commit", "--quiet", "--all", "--allow-empty", "--message", "As my editor saves it")

    assert okr(*command).code == 0
    [file] = (root / FILE).parent.iterdir()
    edited = file.read_bytes()
    assert edited.startswith(MARK) is content.startswith(MARK)
    assert edited.endswith(b"\n") is content.endswith(b"\n")
    assert edited.count(b"\r\n") == (edited.count(b"\n") if b"\r\n" in content else 0)
    assert len(set(content.splitlines()) - set(edited.splitlines())) <= 1


@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_check_fix_keeps_what_editors_did_to_the_file(okr: Okr, root: Path, ends: bytes) -> None:
    lines = [MARK + b"title: CSAT\xe2\x80\x9a really", b"why: Good.", b"direction: up"]
    (root / "kpis/csat.yaml").write_bytes(ends.join(lines))

    okr("check", "--fix", "--select", "S109")
    lines[0] = MARK + b"title: CSAT, really"
    assert (root / "kpis/csat.yaml").read_bytes() == ends.join(lines)
