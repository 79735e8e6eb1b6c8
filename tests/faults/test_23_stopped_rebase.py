"""Nothing is written while a rebase is stopped; git would put our commit into it."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.faults.commands import CHECKIN, WRITING, require_refusal
from tests.history.builders import NAME, prepare_conflict, refused, stop_in
from tests.repositories import commit_file, git


@pytest.mark.parametrize("backend", ["--merge", "--apply"])
def test_record_refuses_while_a_rebase_is_stopped_at_a_conflict(
    repository: Path, backend: str
) -> None:
    prepare_conflict(repository)
    git(repository, "rebase", backend, "topic", status=1)
    refused(repository, NAME, "A rebase is in progress")


@pytest.mark.parametrize(
    ("stop", "arguments"), [*(("edit", each) for each in WRITING), ("break", CHECKIN)]
)
def test_no_command_writes_while_a_rebase_stands_still_without_a_conflict(
    okr: Okr, root: Path, arguments: tuple[str, ...], stop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_file(root, "code.py", "one\n")
    editor = "sed -i.bak -e s/^pick/edit/" if stop == "edit" else "echo break >"
    monkeypatch.setenv("GIT_SEQUENCE_EDITOR", editor)
    git(root, "rebase", "--quiet", "--interactive", "HEAD~1")
    assert git(root, "status", "--porcelain") == ""

    require_refusal(okr, root, arguments, "A rebase is in progress")


def test_checkin_works_when_the_rebase_is_over(okr: Okr, root: Path) -> None:
    stop_in(root, "rebase")
    require_refusal(okr, root, CHECKIN, "A rebase is in progress")

    git(root, "rebase", "--abort")
    assert okr(*CHECKIN).code == 0
