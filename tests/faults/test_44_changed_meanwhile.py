"""A file that somebody changed between our reading and writing stays as it is."""

import os
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving
from okrcli.errors import WorkspaceError
from okrcli.history.commit import Commit
from okrcli.storage.files import Write, replace, write_all
from tests.cli.conftest import Okr
from tests.faults.commands import CHANGING, MAKING
from tests.faults.disk import everything
from tests.repositories import git, photograph


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


AMEND, RENAME, _KPI, CLOSE, APPROVE = CHANGING
CARRY, NEW_CYCLE, _RETRACT = MAKING


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *((change, change) for change in (*CHANGING, CARRY, NEW_CYCLE)),
        (RENAME, AMEND),
        (AMEND, RENAME),
        (RENAME, ("rename", "cx-leader", "cx-best")),
        (CLOSE, ("amend", "cx-leader/hours", "--drop", "--why", "Not now")),
        (AMEND, CLOSE),
        (AMEND, APPROVE),
        (CARRY, NEW_CYCLE),
    ],
)
def test_of_two_at_once_one_is_refused_and_nothing_is_lost(
    okr: Okr,
    root: Path,
    first: tuple[str, ...],
    second: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The second has read everything and is about to write when the first writes."""
    save = Saving._save
    begun: list[tuple[str, ...]] = []
    made: list[dict[str, bytes]] = []

    def late(saving: Saving, change: Change) -> Commit | None:
        if not begun:
            begun.append(first)
            assert okr(*first).code == 0
            made.append(photograph(root))
        return save(saving, change)

    monkeypatch.setattr(Saving, "_save", late)
    ran = okr(*second)
    assert (ran.code, ran.out) == (3, ""), ran.err
    assert ran.err.count("Error: ") == 1
    assert made == [photograph(root)]
    assert git(root, "status", "--porcelain") == ""
