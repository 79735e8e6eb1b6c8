"""A lock of another git program is waited for a little, named, and never deleted."""

from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history import locks
from okrcli.history.commit import commit_paths
from tests.cli.conftest import Okr
from tests.faults.commands import CHECKIN, READING, WRITING, require_refusal
from tests.history.builders import NAME, committed_files, never, opened, refused, writing_in
from tests.repositories import git, make_hook

LOCKS = ("index.lock", "HEAD.lock", "refs/heads/main.lock")
# What another git program does that commits while ours runs its hooks.
MOVE = "git update-ref HEAD $(git commit-tree -p HEAD -m moved HEAD^{tree})"


def test_record_refuses_before_writing_when_a_lock_is_stale(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0, 0.0))
    for name in LOCKS:
        lock = repository / ".git" / name
        lock.touch()
        refused(repository, NAME, str(lock))
        assert lock.exists()
        lock.unlink()


def test_record_waits_for_a_lock_that_is_let_go(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lock = repository / ".git/index.lock"
    lock.touch()
    monkeypatch.setattr(locks, "_pause", lambda _wait: lock.unlink())
    commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert committed_files(repository) == [NAME]


@pytest.mark.parametrize("name", LOCKS)
def test_record_tries_again_when_a_lock_comes_while_it_writes(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    lock = repository / ".git" / name

    def write() -> None:
        writing_in(repository)()
        lock.touch()

    monkeypatch.setattr(locks, "_pause", lambda _wait: lock.unlink())
    commit_paths(opened(repository), [repository / NAME], "Check in\n", write)
    assert committed_files(repository) == [NAME]
    assert git(repository, "status", "--porcelain") == ""


@pytest.mark.parametrize("name", LOCKS)
def test_record_gives_up_and_names_lock_and_file_when_the_lock_stays(
    repository: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0, 0.0))
    lock = repository / ".git" / name

    def write() -> None:
        writing_in(repository)()
        lock.touch()

    with pytest.raises(HistoryError, match=NAME) as raised:
        commit_paths(opened(repository), [repository / NAME], "Check in\n", write)
    assert str(lock) in raised.value.message
    assert lock.exists()
    lock.unlink()
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {NAME}"


def test_record_tries_again_when_the_branch_moves_meanwhile(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0, 0.0))
    make_hook(repository, "pre-commit", f"[ -e {tmp_path}/once ] || {MOVE}; touch {tmp_path}/once")
    commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert git(repository, "log", "-2", "--format=%s") == "Check in\nmoved"
    assert git(repository, "status", "--porcelain") == ""


def test_record_gives_up_when_the_branch_keeps_moving(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0, 0.0))
    make_hook(repository, "pre-commit", MOVE)
    with pytest.raises(HistoryError, match="keeps moving the branch"):
        commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert git(repository, "log", "-4", "--format=%s") == "moved\nmoved\nmoved\nChange a file"
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {NAME}"


def test_record_warns_when_the_index_cannot_follow_the_commit(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0,))
    make_hook(repository, "post-commit", "touch .git/index.lock")
    made = commit_paths(
        opened(repository), [repository / NAME], "Check in\n", writing_in(repository)
    )
    assert made.sha == git(repository, "rev-parse", "HEAD")
    assert "index is not up to date" in made.warnings[0]


def test_record_says_so_when_another_okr_does_not_finish(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "PATIENCE", 0.0)
    found = opened(repository)
    with locks.hold_lock(found), pytest.raises(HistoryError, match="Another okr"):
        commit_paths(found, [repository / NAME], "Check in\n", never)


@pytest.mark.parametrize(
    ("name", "arguments"),
    [*((name, CHECKIN) for name in LOCKS), *(("index.lock", each) for each in WRITING[1:])],
)
def test_stale_lock_stops_every_command_that_writes_and_stays(
    okr: Okr, root: Path, name: str, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "WAITS", (0.0, 0.0))
    lock = root / ".git" / name
    lock.touch()
    require_refusal(okr, root, arguments, f"Another git process is running: it holds {lock}.")
    assert "If none is running, it was interrupted: remove that file." in okr(*arguments).err


def test_retries_are_few_and_short(okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []
    monkeypatch.setattr(locks, "_pause", waits.append)
    (root / ".git/index.lock").touch()

    assert okr(*CHECKIN).code == 3
    assert 3 <= len(waits) <= 10
    assert sum(waits) <= 3


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_reading_waits_for_no_lock(okr: Okr, root: Path, arguments: list[str]) -> None:
    for name in LOCKS:
        (root / ".git" / name).touch()
    assert okr(*arguments).code == 0
    assert all((root / ".git" / name).exists() for name in LOCKS)
