"""A file that somebody changed between our reading and writing stays as it is."""

import os
from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.files import Write, replace, write_all
from tests.faults.disk import everything


def test_replace_refuses_when_the_file_changed_since_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"theirs")
    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        replace(path, b"ours", b"old", tmp_path)
    assert path.read_bytes() == b"theirs"


def test_replace_refuses_when_the_file_changes_while_it_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    sync = os.fsync

    def meanwhile(number: int) -> None:
        path.write_bytes(b"theirs")
        sync(number)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        replace(path, b"ours", b"old", tmp_path)
    assert path.read_bytes() == b"theirs"
    assert everything(tmp_path) == {"a.yaml"}


def test_replace_refuses_when_the_file_is_gone(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="No such file"):
        replace(tmp_path / "a.yaml", b"ours", b"old", tmp_path)
    assert everything(tmp_path) == set()


def test_write_all_writes_nothing_when_one_file_changed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"theirs")
    writes = [Write(tmp_path / "b.yaml", b"b"), Write(tmp_path / "a.yaml", b"new", b"old")]
    with pytest.raises(WorkspaceError, match="has changed since it was read"):
        write_all(writes, tmp_path)
    assert everything(tmp_path) == {"a.yaml"}
